// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.diagnostics;

import java.util.Locale;

/**
 * What the diagnostics of a run say, in a word and in a sentence with the reason. The limits are those that Vehtari et
 * al. (2021) recommend: R-hat of at most 1.01 and an effective sample size of 100 for each chain, 400 in all.
 *
 * @param level how good the sample is
 * @param reason one or two sentences for the user
 */
public record Verdict(Level level, String reason) {

    /** The largest R-hat of chains that may be trusted. */
    public static final double R_HAT = 1.01;

    /** The R-hat from which on chains are of no use. */
    public static final double BAD_R_HAT = 1.1;

    /** The effective sample size from which on means, variances and R-hat itself are reliable. */
    public static final double SIZE = 400;

    /** The words. */
    public enum Level {
        /** Nothing speaks against the sample. */
        GOOD("good"),
        /** Usable for rough statements. */
        DOUBTFUL("doubtful"),
        /** Not to be used. */
        BAD("bad");

        private final String m_label;

        Level(final String label) {
            m_label = label;
        }

        /**
         * The word as tables show it.
         *
         * @return a word
         */
        public String label() {
            return m_label;
        }
    }

    /**
     * Judges the chains of one coordinate.
     *
     * @param name the coordinate's name
     * @param rHat R-hat, NaN for a single chain
     * @param bulk the bulk effective sample size
     * @param tail the tail effective sample size
     * @return the verdict
     */
    public static Verdict of(final String name, final double rHat, final double bulk, final double tail) {
        if (Double.isNaN(bulk)) {
            return new Verdict(Level.BAD, text("'%s' cannot be judged: a chain has fewer than 4 draws, or values that "
                + "are missing or not finite.", name));
        }
        if (rHat > BAD_R_HAT) {
            return new Verdict(Level.BAD, text("The chains of '%s' disagree: R-hat is %.3f, far above 1.01. Run them "
                + "longer, or choose another algorithm or step size.", name, rHat));
        }
        final var least = Math.min(bulk, tail);
        final var which = bulk <= tail ? "bulk" : "tail";
        if (least < SIZE / 10) {
            return new Verdict(Level.BAD, text("'%s' is worth only %.0f independent draws (%s), where 400 are needed. "
                + "Run longer, or choose another algorithm or step size.", name, least, which));
        }
        if (rHat > R_HAT) {
            return new Verdict(Level.DOUBTFUL, text("The chains of '%s' have not quite settled: R-hat is %.3f, above "
                + "1.01. Run them longer.", name, rHat));
        }
        if (least < SIZE) {
            return new Verdict(Level.DOUBTFUL, text("'%s' is worth %.0f independent draws (%s), fewer than 400. Run "
                + "longer for reliable results.", name, least, which));
        }
        if (Double.isNaN(rHat)) {
            return new Verdict(Level.GOOD, text("'%s' is worth %.0f independent draws. There is a single chain, so "
                + "whether others would agree is not known.", name, least));
        }
        return new Verdict(Level.GOOD, text("The chains of '%s' agree (R-hat %.3f) and are worth %.0f independent "
            + "draws.", name, rHat, least));
    }

    /**
     * The worse one of two verdicts.
     *
     * @param other another verdict
     * @return this one if both are of the same level
     */
    public Verdict worse(final Verdict other) {
        return other.level.compareTo(level) > 0 ? other : this;
    }

    private static String text(final String format, final Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
