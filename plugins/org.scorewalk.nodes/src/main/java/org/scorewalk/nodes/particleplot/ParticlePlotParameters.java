// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.plot.ColorMap;
import org.scorewalk.engine.plot.PanelStyle;
import org.scorewalk.engine.plot.PlotSettings;
import org.scorewalk.engine.plot.StepChoice;
import org.scorewalk.engine.plot.Viewport;
import org.scorewalk.nodes.particleplot.PlotDialog.AxesSection;
import org.scorewalk.nodes.particleplot.PlotDialog.ColorChoices;
import org.scorewalk.nodes.particleplot.PlotDialog.ColumnsSection;
import org.scorewalk.nodes.particleplot.PlotDialog.FigureSection;
import org.scorewalk.nodes.particleplot.PlotDialog.HasOutline;
import org.scorewalk.nodes.particleplot.PlotDialog.HistogramSection;
import org.scorewalk.nodes.particleplot.PlotDialog.IsFixed;
import org.scorewalk.nodes.particleplot.PlotDialog.IsList;
import org.scorewalk.nodes.particleplot.PlotDialog.IsNoHistogram;
import org.scorewalk.nodes.particleplot.PlotDialog.IsNoTrajectory;
import org.scorewalk.nodes.particleplot.PlotDialog.IsStrip;
import org.scorewalk.nodes.particleplot.PlotDialog.IsTrajectory;
import org.scorewalk.nodes.particleplot.PlotDialog.KindChoices;
import org.scorewalk.nodes.particleplot.PlotDialog.KindReference;
import org.scorewalk.nodes.particleplot.PlotDialog.MaxBins;
import org.scorewalk.nodes.particleplot.PlotDialog.MaxFrames;
import org.scorewalk.nodes.particleplot.PlotDialog.MaxMemory;
import org.scorewalk.nodes.particleplot.PlotDialog.MaxOne;
import org.scorewalk.nodes.particleplot.PlotDialog.MaxPointSize;
import org.scorewalk.nodes.particleplot.PlotDialog.MaxResolution;
import org.scorewalk.nodes.particleplot.PlotDialog.MaxSide;
import org.scorewalk.nodes.particleplot.PlotDialog.MaxSpeed;
import org.scorewalk.nodes.particleplot.PlotDialog.MinSide;
import org.scorewalk.nodes.particleplot.PlotDialog.MinSpeed;
import org.scorewalk.nodes.particleplot.PlotDialog.OutlineReference;
import org.scorewalk.nodes.particleplot.PlotDialog.PointsSection;
import org.scorewalk.nodes.particleplot.PlotDialog.Range;
import org.scorewalk.nodes.particleplot.PlotDialog.RangeReference;
import org.scorewalk.nodes.particleplot.PlotDialog.SizeSection;
import org.scorewalk.nodes.particleplot.PlotDialog.Steps;
import org.scorewalk.nodes.particleplot.PlotDialog.StepsReference;
import org.scorewalk.nodes.particleplot.PlotDialog.Values;
import org.scorewalk.nodes.particleplot.PlotDialog.WholeNumberColumnChoices;
import org.scorewalk.nodes.util.NumberColumnChoices;
import org.scorewalk.nodes.util.UserErrors;

/** What the figure looks like. Keys and constants are frozen: see docs/frozen-names.md. */
final class ParticlePlotParameters implements NodeParameters {

    private static final String DEFAULT_LABEL = "{column} coord";

    @Layout(FigureSection.class)
    @Widget(title = "Figure", description = """
            What is drawn. <b>Strip of frames</b>: the particles as points in the plane, one panel a step; with
            several runs, one row of panels a run. <b>Trajectory of a particle</b>: the coordinates of one particle
            over the steps, one panel an axis. <b>Histogram</b>: the number of points on a grid, one panel a run.
            The default is the strip.""")
    @ValueReference(KindReference.class)
    @ChoicesProvider(KindChoices.class)
    PlotSettings.Kind m_figure = PlotSettings.Kind.STRIP;

    @Layout(FigureSection.class)
    @Widget(title = "Steps to draw", description = """
            Which steps are drawn, or counted in a histogram: all, which is the default, the last one of each run,
            or a list. In a strip, more steps than the maximum number of frames are thinned evenly, the first and
            the last included.""")
    @ValueReference(StepsReference.class)
    @ValueSwitchWidget
    Steps m_steps = Steps.ALL;

    @Layout(FigureSection.class)
    @Widget(title = "Steps", description = """
            Numbers of steps and ranges of them, separated by commas: <tt>0, 1, 5-10</tt>, or <tt>100-1000:100</tt>
            for every hundredth step from 100 to 1000. Steps that the table does not hold are left out with a
            warning.""")
    @Effect(predicate = IsList.class, type = EffectType.SHOW)
    String m_stepList = "0, 1, 2, 5, 10";

    @Layout(FigureSection.class)
    @Widget(title = "Maximum number of frames", description = """
            The largest number of frames of the strip and of the animation, from 1 to 1000, by default 20. Of
            more steps as many are drawn, evenly spaced, the first and the last included. The animation of a histogram
            has at most 24 frames, that of a trajectory 60.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MaxFrames.class)
    int m_maxFrames = 20;

    @Layout(FigureSection.class)
    @Widget(title = "Particle", description = """
            The number of the particle whose trajectory is drawn, as it stands in the particle column. The default
            is 1, the first one.""")
    @Effect(predicate = IsTrajectory.class, type = EffectType.SHOW)
    int m_particle = 1;

    @Layout(FigureSection.class)
    @Widget(title = "One panel per run", description = """
            If switched on, which is the default, each run has panels of its own: a row in a strip or a trajectory,
            a panel in a histogram, where exact draws stand beside the others if the table of runs is connected. If
            switched off, all runs are drawn together.""")
    boolean m_facets = true;

    @Layout(FigureSection.class)
    @Widget(title = "Panels per row", description = """
            The number of panels in a row: a whole number, or 0, the default, for a choice by the kind of figure:
            all frames of a strip in one row, runs in a nearly square grid. It does not apply to a strip of several
            runs nor to trajectories.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsNoTrajectory.class, type = EffectType.SHOW)
    @Advanced
    int m_columns;

    @Layout(ColumnsSection.class)
    @Widget(title = "X column", description = """
            The column of numbers for the horizontal axis. If none is chosen, it is the first coordinate: that of
            the score function if one is connected and the table has its columns, else the first column of numbers
            that is not the run, step or particle column.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    String m_xColumn = "";

    @Layout(ColumnsSection.class)
    @Widget(title = "Y column", description = """
            The column of numbers for the vertical axis. If none is chosen, it is the second coordinate, found like
            the first.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    String m_yColumn = "";

    @Layout(ColumnsSection.class)
    @Widget(title = "Run column", description = """
            The column of whole numbers that tells the runs apart. If none is chosen, it is the column 'run';
            without such a column all rows belong to one run.""")
    @ChoicesProvider(WholeNumberColumnChoices.class)
    @Advanced
    String m_runColumn = "";

    @Layout(ColumnsSection.class)
    @Widget(title = "Step column", description = """
            The column of whole numbers that tells the steps apart. If none is chosen, it is the column 'step';
            without such a column all rows of a run belong to one step.""")
    @ChoicesProvider(WholeNumberColumnChoices.class)
    @Advanced
    String m_stepColumn = "";

    @Layout(ColumnsSection.class)
    @Widget(title = "Particle column", description = """
            The column of whole numbers that tells the particles of a step apart. If none is chosen, it is the
            column 'particle'; without such a column the rows of a step are numbered from 1.""")
    @ChoicesProvider(WholeNumberColumnChoices.class)
    @Advanced
    String m_particleColumn = "";

    @Layout(AxesSection.class)
    @Widget(title = "Axis limits", description = """
            The ranges of the axes. <b>Automatic</b>, the default: round numbers around the central 99 % of the
            points of each frame (each run for a histogram) and, in a strip, around the outline. <b>Fixed</b>: the
            numbers below. Points outside are not drawn, and a warning tells when they are many.""")
    @ValueReference(RangeReference.class)
    @ValueSwitchWidget
    Range m_limits = Range.AUTOMATIC;

    @Layout(AxesSection.class)
    @Widget(title = "Minimum of x", description = "The left end of the horizontal axis, by default -3.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    double m_xMin = -3;

    @Layout(AxesSection.class)
    @Widget(title = "Maximum of x", description = "The right end of the horizontal axis, by default 3.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    double m_xMax = 3;

    @Layout(AxesSection.class)
    @Widget(title = "Minimum of y", description = "The lower end of the vertical axis, by default -3.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    double m_yMin = -3;

    @Layout(AxesSection.class)
    @Widget(title = "Maximum of y", description = "The upper end of the vertical axis, by default 3.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    double m_yMax = 3;

    @Layout(AxesSection.class)
    @Widget(title = "Equal aspect", description = """
            If switched on, which is the default, a unit has the same length on both axes, so that circles are
            round. It does not apply to trajectories.""")
    @Effect(predicate = IsNoTrajectory.class, type = EffectType.SHOW)
    boolean m_equalAspect = true;

    @Layout(AxesSection.class)
    @Widget(title = "Label of x", description = """
            The label of the horizontal axis (of the first panel's vertical axis for a trajectory).
            <tt>{column}</tt> stands for the column's name. The default is <tt>{column} coord</tt>.""")
    String m_xLabel = DEFAULT_LABEL;

    @Layout(AxesSection.class)
    @Widget(title = "Label of y", description = """
            The label of the vertical axis. <tt>{column}</tt> stands for the column's name. The default is
            <tt>{column} coord</tt>.""")
    String m_yLabel = DEFAULT_LABEL;

    @Layout(AxesSection.class)
    @Widget(title = "Title", description = """
            The title of each panel. <tt>{step}</tt>, <tt>{run}</tt>, <tt>{particle}</tt> and <tt>{rows}</tt> stand
            for the numbers of the step, run, particle and points; if the table of runs is connected, each of its
            column names in braces stands for the run's entry, for example <tt>{step size}</tt>. If empty, which is
            the default, a strip has 'Langevin Sampler at t={step}', a histogram 'Iterations: {steps}, Step size:
            {step size}' or, for want of the table of runs, the run's number, a trajectory 'Particle {particle}'.""")
    String m_title = "";

    @Layout(PointsSection.class)
    @Widget(title = "Point size", description = """
            The size of the points of a strip, as the scatter plots of matplotlib have it: the area in square
            typographic points, to which an edge of 1.5 points is added. At the default of 1 a point is 3.5 pixels
            across. It must be above 0 and at most 10000.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = MaxPointSize.class)
    @Effect(predicate = IsStrip.class, type = EffectType.SHOW)
    double m_pointSize = 1;

    @Layout(PointsSection.class)
    @Widget(title = "Point opacity", description = """
            How much a point covers what is below it: above 0 (invisible) and up to 1 (opaque), by default 0.1, so
            that dense regions look darker.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = MaxOne.class)
    @Effect(predicate = IsStrip.class, type = EffectType.SHOW)
    double m_pointOpacity = 0.1;

    @Layout(PointsSection.class)
    @Widget(title = "Point colour", description = """
            The colour of points and trajectories: six hexadecimal digits such as <tt>#0000FF</tt>, which is the
            default, or a name such as <tt>blue</tt>.""")
    @Effect(predicate = IsNoHistogram.class, type = EffectType.SHOW)
    String m_pointColor = "#0000FF";

    @Layout(PointsSection.class)
    @Widget(title = "Draw outline", description = """
            If switched on, which is the default, and a score function is connected, lines show where its density
            has its mass: the ridge of a ring; the ellipses of one and two standard deviations of a Gaussian; for
            other densities of two coordinates the borders of the regions of highest density that hold 50 % and 95 %
            of the mass within the axis limits.""")
    @ValueReference(OutlineReference.class)
    @Effect(predicate = IsNoTrajectory.class, type = EffectType.SHOW)
    boolean m_outline = true;

    @Layout(PointsSection.class)
    @Widget(title = "Outline colour", description = """
            The colour of the outline: six hexadecimal digits such as <tt>#FF0000</tt>, which is the default, or a
            name such as <tt>red</tt>.""")
    @Effect(predicate = HasOutline.class, type = EffectType.SHOW)
    String m_outlineColor = "#FF0000";

    @Layout(HistogramSection.class)
    @Widget(title = "Bins of the x axis", description = """
            The number of bins of the horizontal axis, from 1 to 1000, by default 50. A value on the border of two
            bins belongs to the upper one; the upper end of the axis belongs to the last bin.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MaxBins.class)
    int m_binsX = 50;

    @Layout(HistogramSection.class)
    @Widget(title = "Bins of the y axis", description = """
            The number of bins of the vertical axis, from 1 to 1000, by default 50.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MaxBins.class)
    int m_binsY = 50;

    @Layout(HistogramSection.class)
    @Widget(title = "Values", description = """
            What the colours mean: counts, which is the default, or densities: the share of the points within the
            axis limits that lie in a bin, divided by the bin's area.""")
    @ValueSwitchWidget
    Values m_values = Values.COUNT;

    @Layout(HistogramSection.class)
    @Widget(title = "Colours", description = """
            The scale of colours. Viridis, which is the default, Magma, Cividis and Greys run evenly from dark to
            light (Greys from light to dark), so that they can be read with any colour vision and in print.""")
    @ChoicesProvider(ColorChoices.class)
    ColorMap m_colorMap = ColorMap.VIRIDIS;

    @Layout(HistogramSection.class)
    @Widget(title = "Common colour scale", description = """
            If switched on, all panels share one scale of colours, so that they can be compared. If switched off,
            which is the default, each panel has its own, from 0 to its largest value.""")
    boolean m_commonScale;

    @Layout(SizeSection.class)
    @Widget(title = "Panel width", description = """
            The width of a panel in pixels, from 120 to 4000, by default 400. The colour bar of a histogram adds 78
            pixels.""")
    @NumberInputWidget(minValidation = MinSide.class, maxValidation = MaxSide.class)
    int m_panelWidth = 400;

    @Layout(SizeSection.class)
    @Widget(title = "Panel height", description = "The height of a panel in pixels, from 120 to 4000, by default 400.")
    @NumberInputWidget(minValidation = MinSide.class, maxValidation = MaxSide.class)
    int m_panelHeight = 400;

    @Layout(SizeSection.class)
    @Widget(title = "Resolution factor", description = """
            Pixels of the figure for each pixel of the panel's width and height, from 1 to 4: with 3 the same figure
            has three times as many pixels a side, as journals ask for. The default is 1.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MaxResolution.class)
    int m_resolution = 1;

    @Layout(SizeSection.class)
    @Widget(title = "Frames per second", description = """
            The speed of the animation, from 0.1 to 50, by default 5. Animated GIF files count time in hundredths of
            a second, to which the time of a frame is rounded.""")
    @NumberInputWidget(minValidation = MinSpeed.class, maxValidation = MaxSpeed.class)
    double m_framesPerSecond = 5;

    @Layout(SizeSection.class)
    @Widget(title = "Memory for points (MB)", description = """
            How many megabytes of points are kept in memory at most, by default 256, enough for 13 million rows. A
            larger table is read two or three times instead, which gives the same figure and takes longer.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MaxMemory.class)
    int m_memory = 256;

    ParticlePlotParameters() {
        // the defaults
    }

    /** Chooses the columns that it would take anyway, so that the dialog shows them. */
    ParticlePlotParameters(final NodeParametersInput input) {
        final var specs = input.getInPortSpecs();
        if (specs.length > 0 && specs[0] instanceof DataTableSpec table) {
            final var columns = PlotColumns.guess(table, PlotInputs.score(specs));
            m_xColumn = columns.x();
            m_yColumn = columns.y();
        }
    }

    /** The engine's settings. */
    PlotSettings toSettings(final String xColumn, final String yColumn) {
        final Optional<Viewport> limits = m_limits == Range.FIXED
            ? Optional.of(new Viewport(m_xMin, m_xMax, m_yMin, m_yMax)) : Optional.empty();
        final var panel = new PanelStyle(m_panelWidth, m_panelHeight, m_resolution, label(m_xLabel, xColumn),
            label(m_yLabel, yColumn), m_equalAspect);
        final var points =
            new PlotSettings.Points(m_pointSize, m_pointOpacity, Rgb.read("Point colour", m_pointColor));
        final var histogram = new PlotSettings.Histogram(m_binsX, m_binsY, m_values == Values.DENSITY, m_colorMap,
            m_commonScale);
        final var steps = switch (m_steps) {
            case ALL -> StepChoice.ALL;
            case LAST -> StepChoice.LAST;
            case LIST -> StepChoice.parse(m_stepList == null ? "" : m_stepList);
        };
        final Optional<String> title = m_title == null || m_title.isBlank() ? Optional.empty() : Optional.of(m_title);
        return new PlotSettings(m_figure, steps, m_maxFrames, m_facets, limits, panel, points,
            Rgb.read("Outline colour", m_outlineColor), histogram, m_particle, title, m_columns, (long)m_memory << 20);
    }

    static String label(final String template, final String column) {
        return template == null ? "" : template.replace("{column}", column);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        UserErrors.configuring(() -> {
            InputException.check(m_panelWidth <= PlotDialog.MAX_SIDE && m_panelHeight <= PlotDialog.MAX_SIDE,
                "The panels have %d x %d pixels. Set 'Panel width' and 'Panel height' to at most %d.", m_panelWidth,
                m_panelHeight, PlotDialog.MAX_SIDE);
            InputException.check(m_resolution >= 1 && m_resolution <= PlotDialog.MAX_RESOLUTION,
                "The option 'Resolution factor' is %d. Set it between 1 and %d.", m_resolution,
                PlotDialog.MAX_RESOLUTION);
            InputException.check(m_framesPerSecond >= PlotDialog.MIN_SPEED && m_framesPerSecond <= PlotDialog.MAX_SPEED,
                "The option 'Frames per second' is %s. Set it between %s and %s.", m_framesPerSecond,
                PlotDialog.MIN_SPEED, PlotDialog.MAX_SPEED);
            InputException.check(m_memory >= 0 && m_memory <= PlotDialog.MAX_MEMORY,
                "The option 'Memory for points (MB)' is %d. Set it between 0 and %d.", m_memory, PlotDialog.MAX_MEMORY);
            toSettings("x", "y");
        });
    }
}
