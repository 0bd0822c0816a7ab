// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scorewalk.engine.gan.Trainings.images;
import static org.scorewalk.engine.gan.Trainings.small;
import static org.scorewalk.engine.gan.Trainings.train;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.nn.Activation;
import org.scorewalk.engine.nn.AdamSettings;

/** Rows and options that a training takes as they are, adapts to, or refuses. */
class GanTrainerInputTest {

    @Test
    void aBatchLargerThanTheDataIsOneBatchOfAllRows() {
        final GanModel model = train(small().batch(1000).epochs(2), images(7)).model();
        assertThat(model.iterations()).isEqualTo(2);
        assertThat(train(small().batch(7).epochs(2), images(7)).model().generator()).isEqualTo(model.generator());
    }

    @Test
    void oneRowIsNotEnough() {
        assertThatThrownBy(() -> images(1)).isInstanceOf(InputException.class)
            .hasMessageContaining("at least 2 images");
        assertThatThrownBy(() -> GanData.table(List.of("a"), List.of(new double[]{1})))
            .isInstanceOf(InputException.class)
            .hasMessageContaining("at least 2 rows");
    }

    @Test
    void constantColumnsKeepTheirValueAndNonFiniteOnesAreNamed() {
        final GanData data =
            GanData.table(List.of("a", "b"), List.of(new double[]{3, 1}, new double[]{3, 2}, new double[]{3, 5}));
        final GanModel model = train(small().epochs(1), data).model();
        final GanShape.Table table = (GanShape.Table)model.shape();
        model.generate(model.noise(1, 20), (first, x, scores) -> {
            for (int r = 0; r < 20; r++) {
                assertThat(table.unscale(0, x[2 * r])).isEqualTo(3.0);
                assertThat(table.unscale(1, x[2 * r + 1])).isBetween(1.0, 5.0);
            }
        }, Monitor.SILENT);
        assertThatThrownBy(
            () -> GanData.table(List.of("a", "b"), List.of(new double[]{3, 1}, new double[]{3, Double.NaN})))
                .isInstanceOf(InputException.class).hasMessageContaining("'b'");
    }

    @Test
    void veryLargeRangesAreScaledWithoutOverflow() {
        final GanShape.Table table =
            new GanShape.Table(List.of("a"), new double[]{-1.7e308}, new double[]{1.7e308});
        assertThat(table.scale(0, -1.7e308)).isEqualTo(-1f);
        assertThat(table.scale(0, 1.7e308)).isEqualTo(1f);
        assertThat(table.unscale(0, 1f)).isEqualTo(1.7e308);
        assertThat(table.unscale(0, 0f)).isEqualTo(0.0);
    }

    @Test
    void rowsOfAnotherFormThanTheEarlierModelsAreRefused() {
        final GanModel model = train(small(), images(70)).model();
        final GanData table = GanData.table(List.of("a"), List.of(new double[]{1}, new double[]{2}));
        final GanSettings settings = small().build();
        assertThatThrownBy(() -> GanTrainer.train(settings, table, Optional.of(model), GanTrainer.Observer.NONE,
            Monitor.SILENT)).isInstanceOf(InputException.class).hasMessageContaining("6 x 5");
    }

    @Test
    void optionsOutOfRangeAreNamed() {
        assertThatThrownBy(() -> small().batch(0).build()).isInstanceOf(InputException.class)
            .hasMessageContaining("'Batch size'");
        assertThatThrownBy(() -> small().generator(8, new int[]{0}, Activation.RELU).build())
            .isInstanceOf(InputException.class).hasMessageContaining("'Generator's hidden layers'");
        assertThatThrownBy(() -> small().adam(new AdamSettings(Double.NaN, 0.5, 0.9, 1e-8)).build())
            .isInstanceOf(InputException.class).hasMessageContaining("'Learning rate'");
        assertThatThrownBy(() -> small().loss(GanLoss.WASSERSTEIN_GRADIENT_PENALTY)
            .discriminator(new int[]{3}, Activation.TANH).build()).isInstanceOf(InputException.class)
                .hasMessageContaining("'Discriminator's activation'");
        assertThatThrownBy(
            () -> small().loss(GanLoss.WASSERSTEIN_GRADIENT_PENALTY).labelSmoothing(0.1).build())
                .isInstanceOf(InputException.class).hasMessageContaining("'Label smoothing'");
    }
}
