// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.plot;

import java.util.List;
import java.util.Optional;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.Density;

/** A table of particles, read and ready to be drawn: the entry to this package. */
public final class ParticlePlot {

    /** Points outside the drawn range, as a share, that the user is told of. */
    private static final double NOTABLE = 0.05;

    private final Input m_input;

    private final Survey m_survey;

    private ParticlePlot(final Input input, final Survey survey) {
        m_input = input;
        m_survey = survey;
    }

    /**
     * A density and which of its coordinates are on the axes.
     *
     * @param density the density
     * @param first coordinate on the x axis
     * @param second coordinate on the y axis
     */
    public record Target(Density density, int first, int second) {
    }

    /** What a figure is made of. */
    record Input(PlotSettings settings, ParticleSource source, RunNames names, Optional<Target> target) {

        /** The curves that the density itself names. */
        Outline outline() {
            return target.map(t -> Outline.curves(t.density(), t.first(), t.second())).orElse(Outline.NONE);
        }

        /** The density's outline in a viewport. */
        Outline outline(final Viewport viewport, final Monitor monitor) {
            return target.map(t -> Outline.of(t.density(), t.first(), t.second(), viewport, monitor))
                .orElse(Outline.NONE);
        }
    }

    /**
     * Reads the particles. Memory is bounded by the figure's pixels and {@link PlotSettings#memory()}, whatever the
     * number of rows.
     *
     * @param settings what is drawn and how
     * @param source the particles
     * @param names what is known of the runs
     * @param target the density whose outline is drawn
     * @param monitor is told the progress and asked for cancellation
     * @return what can be drawn of them
     * @throws InputException where nothing can be drawn, with what to change
     */
    public static ParticlePlot read(final PlotSettings settings, final ParticleSource source, final RunNames names,
        final Optional<Target> target, final Monitor monitor) {
        Fonts.check();
        final CachedSource cached = new CachedSource(source, settings.memory());
        final Survey survey = Survey.of(cached, monitor);
        return new ParticlePlot(new Input(settings, cached, names, target), survey);
    }

    /**
     * Prepares the figure.
     *
     * @param monitor is told the progress and asked for cancellation
     * @return the figure; its pictures are drawn when asked for
     * @throws InputException where nothing can be drawn, with what to change
     */
    public Figure figure(final Monitor monitor) {
        return switch (m_input.settings().kind()) {
            case STRIP -> new StripFigure(m_input, m_survey, monitor);
            case TRAJECTORY -> new TrajectoryFigure(m_input, m_survey, monitor);
            case HISTOGRAM -> new HistogramFigure(m_input, m_survey, monitor);
        };
    }

    /**
     * Takes a sample for an interactive view.
     *
     * @param monitor is told the progress and asked for cancellation
     * @return the sample
     */
    public ParticleMovie movie(final Monitor monitor) {
        return ParticleMovie.of(m_input, m_survey, monitor);
    }

    /** Tells the user where many points are outside the drawn range. */
    static void noteOutside(final long outside, final long points, final List<String> notes) {
        if (outside == points) {
            notes.add("All points lie outside the drawn range. Set other axis limits.");
        } else if (outside > NOTABLE * points) {
            notes.add(outside + " of " + points + " points lie outside the drawn range.");
        }
    }
}
