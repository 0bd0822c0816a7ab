// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import static org.scorewalk.engine.InputException.check;

import java.util.List;

import org.knime.node.DefaultView.ViewInput;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.plot.ScoreAtNoise;
import org.scorewalk.nodes.util.ViewData;

/**
 * What the view's page gets: the records it starts with, and the public method that it calls by name later. The object
 * may outlive a reset of the node, so it holds no density.
 */
public final class ScoreLearnerViewService {

    /**
     * What the learned score does at a noise level.
     *
     * @param index counts the levels from 0, the largest
     * @param field scores over the viewport, all derivatives by the first and then by the second column, row by row
     *            from yMin, in Base64; for one column along it; null for more than two columns
     * @param noisy some rows with noise of this level, column after column, in Base64; null for one column
     * @param denoised what the score makes of them, x + &sigma;<sup>2</sup> s(x, &sigma;), in the same order
     */
    public record Level(int index, String field, String noisy, String denoised) {
    }

    /**
     * What the page starts with.
     *
     * @param description a JSON text; null where there is nothing to show
     * @param losses points of the losses: steps, losses, validation losses, seconds, as {@link ViewData#doubles} writes
     *            them
     * @param rows some of the rows that were learned, column after column, in Base64
     * @param viewport where the field lies: xMin, xMax, yMin, yMax of the first two columns; xMin, xMax of one
     * @param levels some noise levels, with the last one; the page asks for the others
     */
    public record InitialData(String description, String losses, String rows, double[] viewport, List<Level> levels) {
    }

    private final ViewInput m_input;

    ScoreLearnerViewService(final ViewInput input) {
        m_input = input;
    }

    /**
     * A noise level.
     *
     * @param index which one, from 0
     * @return what the learned score does there
     */
    public Level level(final int index) {
        final var learned = ScoreLearnerView.learned(m_input)
            .orElseThrow(() -> new InputException("The node is not executed. Execute it to see what it learned."));
        check(index >= 0 && index < ScoreAtNoise.LEVELS, "There is no noise level %d.", index + 1);
        return ScoreLearnerView.level(learned, index);
    }
}
