// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.bytedeco.javacpp.Pointer;

/** Networks and numbers for tests. */
public final class Networks {

    private Networks() {
    }

    public static DenseNetwork of(final long seed, final Activation hidden, final Activation last,
        final int... widths) {
        return DenseNetwork.uniform(DenseLayer.stack(widths, hidden, 0.2, last),
            RandomSource.XO_SHI_RO_256_PP.create(seed));
    }

    public static float[] numbers(final long seed, final int n) {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        final float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = (float)(2 * random.nextDouble() - 1);
        }
        return x;
    }

    /** Memory outside of the heap, after what other tests left to the garbage collector is gone. */
    public static long nativeBytes() {
        long before;
        long now = Pointer.totalBytes();
        do {
            before = now;
            System.gc();
            LockSupport.parkNanos(50_000_000);
            now = Pointer.totalBytes();
        } while (now < before);
        return now;
    }

    /** Puts rows into a tape's inputs. */
    public static void fill(final Tape tape, final float[] x, final int columns) {
        for (int b = 0; b < tape.blocks(); b++) {
            tape.putInputs(b, tape.rows(b),
                Arrays.copyOfRange(x, tape.from(b) * columns, (tape.from(b) + tape.rows(b)) * columns));
        }
    }

    /** Puts rows into a tape's output gradients. */
    public static void fillGradients(final Tape tape, final float[] g, final int columns) {
        for (int b = 0; b < tape.blocks(); b++) {
            for (int i = 0; i < tape.rows(b) * columns; i++) {
                tape.outputGradients(b)[i % columns * tape.rows(b) + i / columns] = g[tape.from(b) * columns + i];
            }
        }
    }

    /** A block's numbers as tapes hold them, row by row. */
    public static float[] byRow(final float[] block, final int rows, final int columns) {
        final float[] x = new float[rows * columns];
        for (int i = 0; i < x.length; i++) {
            x[i] = block[i % columns * rows + i / columns];
        }
        return x;
    }

    public static float[] outputs(final Tape tape, final int rows, final int columns) {
        final float[] y = new float[rows * columns];
        for (int b = 0; b < tape.blocks(); b++) {
            System.arraycopy(byRow(tape.outputs(b), tape.rows(b), columns), 0, y, tape.from(b) * columns,
                tape.rows(b) * columns);
        }
        return y;
    }
}
