// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.engine.sampling.InitialState;
import org.scorewalk.engine.sampling.KeptSteps;
import org.scorewalk.engine.sampling.RunPlan;
import org.scorewalk.engine.sampling.RunSummary;
import org.scorewalk.engine.sampling.Sampler;
import org.scorewalk.engine.sampling.SamplingPlan;
import org.scorewalk.engine.transform.Interval;

/** Wrong and hostile texts: a clear message that points at the character, in bounded time. */
class ExpressionErrorTest {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static ExpressionDensity density(final String text, final String... parameters) {
        return new ExpressionDensity(new ExpressionModel(text,
            List.of(parameters).stream().map(Parameter::real).toList(), Map.of("k", 2.0)));
    }

    private static String message(final String text, final String... parameters) {
        return assertTimeoutPreemptively(LIMIT, () -> {
            try {
                density(text, parameters);
                return "accepted";
            } catch (InputException e) {
                return e.getMessage();
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', value = {
        "-x^2 + foo; character 8; 'foo' is unknown",
        "-x^2 + alpa*x; character 8; Do you mean 'alpha'",
        "-x^2 + sqr(x); character 8; Do you mean 'sqrt'",
        "-x^2 + frobnicate(x); character 8; no function 'frobnicate'",
        "-x^2 x; character 6; operator is missing",
        "-(x^2; character 2; not closed",
        "-x^2); character 5; no opening partner",
        "-x^2 +; character 7; missing",
        "x * * 2; character 5; expected here instead of '*'",
        "exp(x, 2); character 1; one argument",
        "normal(x, 1); character 1; 3 arguments",
        "if x > 0 then 1; character 16; 'else' is expected",
        "if x then 1 else 2; character 4; condition",
        "x + (x > 1); character 8; A number is needed here",
        "0 < x < 1; character 7; cannot be chained",
        "$height$ * x; character 1; Columns belong into the data term",
        "x + $height; character 5; no closing dollar",
        "x[1]; character 2; Only a vector has elements",
        "x + 1e999; character 5; too large",
        "x + é~; character 6; has no meaning",
        "x @ 2; character 3; has no meaning",
        "a = b; character 6; ends with a semicolon",
        "x = 2 * x; character 10; semicolon",
        "sin; character 1; needs its arguments in brackets",
        "k(x); character 1; write a product with '*'",
        "then; character 1; cannot stand here",
        "x == 1; character 3; A number is needed here"})
    void errorsPointAtTheCharacter(final String text, final String where, final String why) {
        final var message = message(text, "x", "alpha");

        assertThat(message).contains("at " + where + ":").contains(why);
        final var lines = message.split("\n");
        assertThat(lines[2].strip()).isEqualTo("^");
        assertThat(lines[1].length()).isGreaterThanOrEqualTo(lines[2].length() - 1);
    }

    @Test
    void theLineIsNamedInTextsOfSeveralLines() {
        assertThat(message("a = 2;\n-a*x^2\n + y", "x")).contains("at line 3, character 4").contains("\n     + y\n");
    }

    @Test
    void aDefinitionCannotUseItself() {
        assertThat(message("a = a + x; a", "x")).contains("character 5").contains("'a' is unknown");
    }

    @Test
    void aNameIsDefinedOnce() {
        assertThat(message("x = 2; x", "x")).contains("character 1").contains("has a value already");
    }

    @Test
    void hostileTextsAreRefusedInBoundedTime() {
        assertThat(message("(".repeat(1 << 20), "x")).contains("1,048,576 characters");
        assertThat(message("(".repeat(90_000), "x")).contains("nested more than 200 levels");
        assertThat(message("-".repeat(90_000) + "x", "x")).contains("nested more than 200 levels");
        assertThat(message("not ".repeat(20_000) + "x", "x")).contains("nested more than 200 levels");
        assertThat(message("x^".repeat(40_000) + "x", "x")).contains("nested more than 200 levels");
        assertThat(message("exp(".repeat(20_000), "x")).contains("nested more than 200 levels");
        assertThat(message("if x > 0 then ".repeat(5_000), "x")).contains("nested more than 200 levels");
        assertThat(message("x[".repeat(40_000), "x")).contains("nested more than 200 levels");
        assertThat(message("x" + "[1]".repeat(30_000), "x")).contains("has no elements");
        assertThat(message("q".repeat(100_000), "x")).contains("is unknown").hasSizeLessThan(1000);
        assertThat(message("$".repeat(99_999), "x")).hasSizeLessThan(1000);
        assertThat(message("", "x")).contains("is empty");
        assertThat(message("\0", "x")).contains("has no meaning");
        assertThat(message("%s%n%d", "x")).contains("'%' has no meaning");
        assertThat(message("x + foo('%d')", "x")).contains("has no meaning");
    }

    /** One text of each kind may cost no more than this, though it be a megabyte long. */
    private static final long MAX_BYTES = 400L << 20;

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "-", "+", "!", "x^", "exp(", "max(x,", "[", "x[", "$", "if x>0 then ", "1e", "9",
        "x ", "x+", "a=x;", "normal(x|", "not ", "((x)", "\u0000", "\uD83D", "e", ",", ";", "#\n", "x<", "logsumexp("})
    void aMegabyteOfAnythingCostsLittle(final String part) {
        final var long1 = part.repeat((1 << 20) / part.length());
        final var long2 = part.repeat((Parser.MAX_LENGTH - 2) / part.length());
        for (final var text : List.of(long1, long1 + "x" + ")".repeat(1 << 20), long2, long2 + "x")) {
            final var threads = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
            final var before = threads.getCurrentThreadAllocatedBytes();
            assertTimeout(LIMIT, () -> {
                try {
                    density(text, "x").score(0.5);
                } catch (InputException e) {
                    assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(1000);
                }
            });
            assertThat(threads.getCurrentThreadAllocatedBytes() - before).as("bytes for %s...", part)
                .isLessThan(MAX_BYTES);
        }
    }

    @Test
    void balancedBracketsAreRefusedByDepthOnly() {
        assertThat(message("(".repeat(500_000) + "x" + ")".repeat(500_000), "x")).contains("1,000,001 characters");
        assertThat(message("(".repeat(201) + "x" + ")".repeat(201), "x")).contains("nested more than 200 levels");
        assertThat(density("(".repeat(190) + "-x^2" + ")".repeat(190), "x").score(2)).containsExactly(-4);
    }

    /** A density that is 0 or not defined where a chain starts, as the algorithms report it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"sqrt(x) - x^2; -1", "log(x) - x; 0", "gamma(x | 2, 1); -3", "x - x/0; 1",
        "x/(x - x) - x^2; 0"})
    void aStartWithoutDensityIsNamed(final String text, final double start) {
        for (final var algorithm : List.of(Algorithm.MALA, Algorithm.HMC, Algorithm.NUTS)) {
            final var plan = new SamplingPlan(density(text, "x"), List.of(new RunPlan(algorithm, 5, 0.1)), 3,
                InitialState.point(start), KeptSteps.last(false), 1);
            assertThatThrownBy(() -> Sampler.run(plan, (run, step, first, x, n) -> { }, Monitor.SILENT, 1))
                .isInstanceOf(InputException.class).hasMessageContaining("Particle 1 cannot start at (")
                .hasMessageContaining("Choose another start");
        }
    }

    @Test
    void unadjustedChainsThatLeaveTheNumbersCountAsDiverged() {
        final var plan = new SamplingPlan(density("sqrt(x) - x^2", "x"),
            List.of(new RunPlan(Algorithm.ULA, 5, 0.1)), 3, InitialState.point(-1), KeptSteps.last(false), 1);

        assertThat(Sampler.run(plan, (run, step, first, x, n) -> { }, Monitor.SILENT, 1))
            .allMatch(summary -> summary.status() == RunSummary.Status.DIVERGED);
    }

    @Test
    void longChainsAreComputed() {
        assertTimeoutPreemptively(LIMIT, () -> {
            assertThat(density("x" + "+sin(x)*x".repeat(10_000), "x").score(0)[0]).isEqualTo(1);
            assertThat(density("x" + "*x".repeat(20_000), "x").score(1)[0]).isEqualTo(20_001);
            assertThat(density("x" + "^1".repeat(150), "x").score(3)[0]).isEqualTo(1);
        });
    }

    @Test
    void repeatedDefinitionsDoNotExplode() {
        final var text = new StringBuilder("a0 = x + 1;");
        for (int i = 1; i <= 1000; i++) {
            text.append("a%d = sin(a%d) * a%d;".formatted(i, i - 1, i - 1));
        }
        assertTimeoutPreemptively(LIMIT, () -> density(text + "a1000", "x").score(0.5));
    }

    @Test
    void hugePowersGiveInfinityOrZero() {
        final var density = density("-x^1e300 - (1 + x^2)^-1e300", "x");

        assertThat(density.logDensity(2)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(density.logDensity(0.5)).isZero();
        assertThat(density("x^2^2^2^2", "x").logDensity(1)).isEqualTo(1);
    }

    @Test
    void vectorsCannotMakeTheWorkExplode() {
        final var parameters = List.of(new Parameter("v", 1000, Interval.LINE));
        final var text = "sum(v" + "+sin(v)".repeat(10_000) + ")";

        assertThatThrownBy(() -> assertTimeoutPreemptively(LIMIT, () -> new ExpressionModel(text, parameters, Map.of())
            .compile())).isInstanceOf(InputException.class).hasMessageContaining("needs more than");
    }

    @Test
    void aParameterWithoutInfluenceIsRefusedUnlessBoundedOnBothSides() {
        assertThat(message("-x^2", "x", "y")).contains("'y' occurs nowhere");

        final var density = new ExpressionDensity(new ExpressionModel("-x^2",
            List.of(Parameter.real("x"), new Parameter("y", 0, new Interval(0, 1))), Map.of()));

        assertThat(density.dimension()).isEqualTo(2);
    }

    @Test
    void aDataTermWithoutColumnsIsRefused() {
        assertThatThrownBy(() -> new ExpressionDensity(new ExpressionModel("-x^2", "normal(1 | x, 1)",
            List.of(Parameter.real("x")), Map.of(), List.of("y"), List.of(new double[3]))))
                .isInstanceOf(InputException.class).hasMessageContaining("reads no column");
    }

    @Test
    void wrongDeclarationsAreRefused() {
        assertThat(message("-x^2", "x", "x")).contains("declared twice");
        assertThat(message("-k^2", "k")).contains("both a parameter and a constant");
        assertThat(message("-x^2")).contains("no parameters");
        assertThatThrownBy(() -> Parameter.real("2x")).hasMessageContaining("'2x' cannot be used");
        assertThatThrownBy(() -> Parameter.real("if")).hasMessageContaining("keyword");
        assertThatThrownBy(() -> new Interval(1, 1)).hasMessageContaining("not below");
    }
}
