// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.gan;

import java.util.ArrayList;
import java.util.List;

/** Collects the losses and the samples of a training. */
final class Collected implements GanTrainer.Observer {

    private final List<LossRow> m_losses = new ArrayList<>();

    private final List<Integer> m_sampleEpochs = new ArrayList<>();

    private final List<float[]> m_samples = new ArrayList<>();

    @Override
    public void losses(final LossRow row) {
        m_losses.add(row);
    }

    @Override
    public void samples(final int epoch, final float[] rows) {
        m_sampleEpochs.add(epoch);
        m_samples.add(rows);
    }

    List<LossRow> lossRows() {
        return m_losses;
    }

    List<Integer> epochsOfSamples() {
        return m_sampleEpochs;
    }

    List<float[]> sampleRows() {
        return m_samples;
    }

    List<String> withoutSeconds() {
        return m_losses.stream()
            .map(l -> l.epoch() + " " + l.iteration() + " " + l.discriminator() + " " + l.generator()).toList();
    }
}
