// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.LongValue;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.scorewalk.engine.plot.ColorMap;
import org.scorewalk.engine.plot.PanelStyle;
import org.scorewalk.engine.plot.PlotSettings;
import org.scorewalk.nodes.util.Choices;
import org.scorewalk.nodes.util.NumberColumns;

/** The sections, values, conditions and ranges of the Particle Plot's dialog. */
final class PlotDialog {

    static final int MAX_SIDE = 4000;

    static final int MAX_RESOLUTION = 4;

    static final double MIN_SPEED = 0.1;

    static final double MAX_SPEED = 50;

    static final int MAX_MEMORY = 65_536;

    private PlotDialog() {
    }

    @Section(title = "Figure")
    interface FigureSection {
    }

    @Section(title = "Columns")
    @After(FigureSection.class)
    interface ColumnsSection {
    }

    @Section(title = "Axes and titles")
    @After(ColumnsSection.class)
    interface AxesSection {
    }

    @Section(title = "Points and outline")
    @After(AxesSection.class)
    interface PointsSection {
    }

    @Section(title = "Bins and colours")
    @After(PointsSection.class)
    @Effect(predicate = IsHistogram.class, type = EffectType.SHOW)
    interface HistogramSection {
    }

    @Section(title = "Size and animation")
    @After(HistogramSection.class)
    @Advanced
    interface SizeSection {
    }

    /** Which steps are drawn. */
    enum Steps {
        @Label(value = "All", description = "All steps of the table, evenly thinned to the maximum number of frames.")
        ALL, //
        @Label(value = "Last", description = "The last step of each run.")
        LAST, //
        @Label(value = "List", description = "The steps that are listed.")
        LIST
    }

    /** How the ranges of the axes are found. */
    enum Range {
        @Label(value = "Automatic", description = "Round numbers around the central 99 % of the points.")
        AUTOMATIC, //
        @Label(value = "Fixed", description = "The numbers that are typed.")
        FIXED
    }

    /** What the colours of a histogram mean. */
    enum Values {
        @Label(value = "Counts", description = "The number of points in a bin.")
        COUNT, //
        @Label(value = "Densities", description = "The share of the points in a bin, divided by the bin's area.")
        DENSITY
    }

    static final class KindReference implements ParameterReference<PlotSettings.Kind> {
    }

    static final class StepsReference implements ParameterReference<Steps> {
    }

    static final class RangeReference implements ParameterReference<Range> {
    }

    static final class OutlineReference implements ParameterReference<Boolean> {
    }

    static final class KindChoices implements EnumChoicesProvider<PlotSettings.Kind> {
        @Override
        public List<EnumChoice<PlotSettings.Kind>> computeState(final NodeParametersInput context) {
            return Choices.of(PlotSettings.Kind.class, PlotSettings.Kind::label);
        }
    }

    static final class ColorChoices implements EnumChoicesProvider<ColorMap> {
        @Override
        public List<EnumChoice<ColorMap>> computeState(final NodeParametersInput context) {
            return Choices.of(ColorMap.class, ColorMap::label);
        }
    }

    static final class IsStrip implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindReference.class).isOneOf(PlotSettings.Kind.STRIP);
        }
    }

    static final class IsTrajectory implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindReference.class).isOneOf(PlotSettings.Kind.TRAJECTORY);
        }
    }

    static final class IsHistogram implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindReference.class).isOneOf(PlotSettings.Kind.HISTOGRAM);
        }
    }

    static final class IsNoTrajectory implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getPredicate(IsTrajectory.class));
        }
    }

    static final class IsNoHistogram implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return not(i.getPredicate(IsHistogram.class));
        }
    }

    static final class IsList implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StepsReference.class).isOneOf(Steps.LIST);
        }
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RangeReference.class).isOneOf(Range.FIXED);
        }
    }

    static final class HasOutline implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return and(i.getPredicate(IsNoTrajectory.class), i.getBoolean(OutlineReference.class).isTrue());
        }
    }

    static final class WholeNumberColumnChoices implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return NumberColumns.choices(context, 0).stream().filter(c -> c.getType().isCompatible(LongValue.class))
                .toList();
        }
    }

    static final class MaxFrames extends MaxValidation {
        @Override
        protected double getMax() {
            return PlotSettings.MAX_FRAMES;
        }
    }

    static final class MaxBins extends MaxValidation {
        @Override
        protected double getMax() {
            return PlotSettings.Histogram.MAX_BINS;
        }
    }

    static final class MaxPointSize extends MaxValidation {
        @Override
        protected double getMax() {
            return PlotSettings.Points.MAX_SIZE;
        }
    }

    static final class MaxOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    static final class MinSide extends MinValidation {
        @Override
        protected double getMin() {
            return PanelStyle.MIN_SIDE;
        }
    }

    static final class MaxSide extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_SIDE;
        }
    }

    static final class MaxResolution extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_RESOLUTION;
        }
    }

    static final class MaxSpeed extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_SPEED;
        }
    }

    static final class MinSpeed extends MinValidation {
        @Override
        protected double getMin() {
            return MIN_SPEED;
        }
    }

    static final class MaxMemory extends MaxValidation {
        @Override
        protected double getMax() {
            return MAX_MEMORY;
        }
    }
}
