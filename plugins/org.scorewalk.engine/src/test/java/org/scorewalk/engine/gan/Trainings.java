// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.nn.Activation;

/** Small trainings on random images, for tests. */
final class Trainings {

    static final GanShape.Images SHAPE = new GanShape.Images(6, 5, 1);

    private Trainings() {
    }

    static GanData images(final int rows) {
        final Random random = new Random(1);
        final List<byte[]> images = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            final byte[] image = new byte[SHAPE.columns()];
            random.nextBytes(image);
            images.add(image);
        }
        return GanData.images(SHAPE, images);
    }

    /** The same data; each row's number is told before it is read. */
    static GanData watched(final GanData data, final IntConsumer beforeRead) {
        return new GanData() {
            @Override
            public GanShape shape() {
                return data.shape();
            }

            @Override
            public int rows() {
                return data.rows();
            }

            @Override
            public void read(final int row, final float[] to, final int offset) {
                beforeRead.accept(row);
                data.read(row, to, offset);
            }
        };
    }

    static GanSettings.Builder small() {
        return GanSettings.builder().generator(8, new int[]{40, 24}, Activation.RELU)
            .discriminator(new int[]{40, 24}, Activation.LEAKY_RELU).epochs(3);
    }

    static GanTrainer.Result train(final GanSettings.Builder settings, final GanData data) {
        return GanTrainer.train(settings.build(), data, Optional.empty(), GanTrainer.Observer.NONE, Monitor.SILENT);
    }
}
