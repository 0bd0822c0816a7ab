// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.linalg.NumberText;
import org.scorewalk.engine.transform.Interval;

/** Any text as an expression and, behind a newline, as a data term; and as typed numbers. */
public final class ExpressionTarget {

    private static final List<Parameter> PARAMETERS = List.of(new Parameter("x", 0, Interval.LINE),
        new Parameter("y", 3, new Interval(0, 1)), new Parameter("z", 0, new Interval(-1, Double.POSITIVE_INFINITY)));

    private static final List<double[]> COLUMNS = List.of(new double[]{1, 2, 3}, new double[]{0, -1, 0.5});

    private ExpressionTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(ExpressionTarget.class).forEach(ExpressionTarget::fuzzerTestOneInput);
    }

    /** @param data the text */
    public static void fuzzerTestOneInput(final byte[] data) {
        final String text = new String(data, StandardCharsets.UTF_8);
        final int line = text.indexOf((char)10);
        final String expression = line < 0 ? text : text.substring(0, line);
        final String term = line < 0 ? "" : text.substring(line + 1);
        Contract.check(() -> DensityTarget.evaluate(new ExpressionDensity(
            new ExpressionModel(expression, term, PARAMETERS, Map.of("c", 2.5), List.of("a", "b"), COLUMNS))));
        Contract.check(() -> NumberText.vector("Mean", expression));
        Contract.check(() -> NumberText.integers("Steps", expression));
        Contract.check(() -> NumberText.matrix("Covariance", text));
    }
}
