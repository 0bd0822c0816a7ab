// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

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
            for (int r = 0; r < tape.rows(b); r++) {
                System.arraycopy(x, (tape.from(b) + r) * columns, tape.inputs(b), r * (columns + 1), columns);
            }
        }
    }

    /** Puts rows into a tape's output gradients. */
    public static void fillGradients(final Tape tape, final float[] g, final int columns) {
        for (int b = 0; b < tape.blocks(); b++) {
            for (int r = 0; r < tape.rows(b); r++) {
                System.arraycopy(g, (tape.from(b) + r) * columns, tape.outputGradients(b), r * (columns + 1), columns);
            }
        }
    }

    public static float[] outputs(final Tape tape, final int rows, final int columns) {
        final float[] y = new float[rows * columns];
        for (int b = 0; b < tape.blocks(); b++) {
            for (int r = 0; r < tape.rows(b); r++) {
                System.arraycopy(tape.outputs(b), r * (columns + 1), y, (tape.from(b) + r) * columns, columns);
            }
        }
        return y;
    }
}
