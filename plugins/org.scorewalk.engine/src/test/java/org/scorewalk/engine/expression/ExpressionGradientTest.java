// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

import org.hipparchus.complex.Complex;
import org.junit.jupiter.api.Test;

/**
 * Values and gradients of thousands of random expressions against complex-step derivatives (Squire and Trapp 1998) of
 * an independent evaluation in complex numbers.
 */
class ExpressionGradientTest {

    private static final double STEP = 1e-100;

    private static final List<String> NAMES = List.of("x", "y", "z");

    /** A random expression as text and as a complex function. */
    private record Sample(String text, Function<Complex[], Complex> value) {
        /** Gives up where an intermediate value is so large, or a divisor so small, that digits get lost. */
        Complex at(final Complex[] p) {
            final var result = value.apply(p);
            final var size = Math.abs(result.getRealPart());
            if (!(size < 1e4) || size < 1e-6) {
                throw new ArithmeticException("badly conditioned");
            }
            return result;
        }

        Sample bracketed() {
            return new Sample("(" + text + ")", value);
        }
    }

    @Test
    void gradientsOfRandomExpressionsAgreeWithComplexStepDerivatives() {
        final var random = new Random(20261121);
        int compared = 0;
        for (int i = 0; i < 6000; i++) {
            // one use of each parameter makes every declared one occur
            final var sample = sample(random, 2 + random.nextInt(5));
            final var text = sample.text() + " + 0.25*x*y - z";
            try {
                compared += compare(text, p -> sample.at(p).add(p[0].multiply(p[1]).multiply(0.25))
                    .subtract(p[2]), random) ? 1 : 0;
            } catch (ArithmeticException e) { // NOSONAR one of the cases given up, see less
                continue;
            }
        }
        // the others have no finite value or derivative at their random point
        assertThat(compared).isGreaterThan(3000);
    }

    private static boolean compare(final String text, final Function<Complex[], Complex> reference,
        final Random random) {
        final var point = new double[]{random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final var value = reference.apply(complex(point, -1)).getRealPart();
        final var gradient = new double[3];
        for (int i = 0; i < 3; i++) {
            gradient[i] = reference.apply(complex(point, i)).getImaginaryPart() / STEP;
            if (!(Math.abs(gradient[i]) < 1e8) || !(Math.abs(value) < 1e8)) {
                return false;
            }
        }
        final var density = new ExpressionDensity(new ExpressionModel(text,
            NAMES.stream().map(Parameter::real).toList(), Map.of()));
        assertThat(density.logDensity(point)).as(text).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
        final var score = density.score(point);
        for (int i = 0; i < 3; i++) {
            // cancellation inside an expression costs digits in proportion to its largest derivative
            final var scale = 1 + Math.abs(gradient[0]) + Math.abs(gradient[1]) + Math.abs(gradient[2]);
            assertThat(score[i]).as("%s by %s at %s", text, NAMES.get(i), Arrays.toString(point))
                .isCloseTo(gradient[i], within(1e-8 * scale));
        }
        return true;
    }

    private static Complex[] complex(final double[] point, final int moved) {
        final var z = new Complex[3];
        for (int i = 0; i < 3; i++) {
            z[i] = new Complex(point[i], i == moved ? STEP : 0);
        }
        return z;
    }

    private static Sample sample(final Random random, final int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            final var leaf = random.nextInt(4);
            if (leaf < 3) {
                return new Sample(NAMES.get(leaf), p -> p[leaf]);
            }
            final var k = random.nextInt(200) / 50.0;
            return new Sample(Double.toString(k), p -> new Complex(k));
        }
        final var a = sample(random, depth - 1);
        switch (random.nextInt(20)) {
            case 0, 1:
                final var b = sample(random, depth - 1);
                return new Sample("(" + a.text() + " + " + b.text() + ")",
                    p -> a.at(p).add(b.at(p)));
            case 2, 3:
                final var c = sample(random, depth - 1);
                return new Sample("(" + a.text() + " - " + c.text() + ")",
                    p -> a.at(p).subtract(c.at(p)));
            case 4, 5, 6:
                final var d = sample(random, depth - 1);
                return new Sample(a.text() + " * " + bracket(d.text()),
                    p -> a.at(p).multiply(d.at(p))).bracketed();
            case 7, 8:
                final var e = sample(random, depth - 1);
                return new Sample(bracket(a.text()) + " / " + bracket(e.text()),
                    p -> a.at(p).divide(e.at(p))).bracketed();
            case 9:
                final var n = random.nextInt(7) - 2;
                return new Sample(bracket(a.text()) + "^" + n, p -> power(a.at(p), n)).bracketed();
            case 10:
                return new Sample("-" + bracket(a.text()), p -> a.at(p).negate()).bracketed();
            case 11:
                final var f = sample(random, depth - 1);
                final var g = sample(random, depth - 1);
                return new Sample("(if %s < %s then %s else %s)".formatted(a.text(), f.text(), g.text(), a.text()),
                    p -> (less(a.at(p), f.at(p)) ? g : a).at(p));
            case 12:
                final var h = sample(random, depth - 1);
                return new Sample("max(" + a.text() + ", " + h.text() + ")",
                    p -> (less(a.at(p), h.at(p)) ? h : a).at(p));
            case 13:
                final var l = sample(random, depth - 1);
                return new Sample("logsumexp(" + a.text() + ", " + l.text() + ")",
                    p -> a.at(p).exp().add(l.at(p).exp()).log());
            default:
                return function(random, a);
        }
    }

    private static Sample function(final Random random, final Sample a) {
        final Function<Complex[], Complex> value = a::at;
        return switch (random.nextInt(17)) {
            case 0 -> new Sample("exp(" + a.text() + ")", p -> value.apply(p).exp());
            case 1 -> new Sample("log(1 + " + a.text() + "^2)", p -> power(value.apply(p), 2).add(1).log());
            case 2 -> new Sample("sqrt(0.5 + " + a.text() + "^2)", p -> power(value.apply(p), 2).add(0.5).sqrt());
            case 3 -> new Sample("sin(" + a.text() + ")", p -> value.apply(p).sin());
            case 4 -> new Sample("cos(" + a.text() + ")", p -> value.apply(p).cos());
            case 5 -> new Sample("tanh(" + a.text() + ")", p -> value.apply(p).tanh());
            case 6 -> new Sample("sigmoid(" + a.text() + ")",
                p -> value.apply(p).negate().exp().add(1).reciprocal());
            case 7 -> new Sample("softplus(" + a.text() + ")", p -> value.apply(p).exp().add(1).log());
            case 8 -> new Sample("log1p(" + a.text() + "^2)", p -> power(value.apply(p), 2).add(1).log());
            case 9 -> new Sample("expm1(" + a.text() + ")", p -> value.apply(p).exp().subtract(1));
            case 10 -> new Sample("(1/(1 + " + a.text() + "^2))", p -> power(value.apply(p), 2).add(1).reciprocal());
            case 11 -> new Sample("sinh(" + a.text() + ")", p -> value.apply(p).sinh());
            case 12 -> new Sample("cosh(" + a.text() + ")", p -> value.apply(p).cosh());
            case 13 -> new Sample("tan(" + a.text() + ")", p -> value.apply(p).tan());
            case 14 -> new Sample("logit(0.1 + 0.8*sigmoid(" + a.text() + "))", p -> logit(value.apply(p).negate().exp()
                .add(1).reciprocal().multiply(0.8).add(0.1)));
            case 15 -> new Sample("abs(" + a.text() + ")",
                p -> less(value.apply(p), Complex.ZERO) ? value.apply(p).negate() : value.apply(p));
            default -> new Sample("((0.1 + " + a.text() + "^2)^1.7)",
                p -> power(value.apply(p), 2).add(0.1).log().multiply(1.7).exp());
        };
    }

    /** Complex division by 0 gives NaN where real division gives infinity, so such cases are given up. */
    private static boolean less(final Complex a, final Complex b) {
        if (!Double.isFinite(a.getRealPart()) || !Double.isFinite(b.getRealPart())) {
            throw new ArithmeticException("not finite");
        }
        return a.getRealPart() < b.getRealPart();
    }

    private static Complex logit(final Complex p) {
        return p.log().subtract(p.negate().add(1).log());
    }

    private static Complex power(final Complex base, final int n) {
        var result = Complex.ONE;
        for (int i = 0; i < Math.abs(n); i++) {
            result = result.multiply(base);
        }
        return n < 0 ? result.reciprocal() : result;
    }

    private static String bracket(final String text) {
        return "(" + text + ")";
    }
}
