// SPDX-License-Identifier: Apache-2.0
package org.example.golden;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** One field of every kind. */
public final class PParams implements NodeParameters {

    public enum Mode {
        @Label("Linear mode")
        LINEAR, @Label("Quadratic mode")
        QUADRATIC, CUBIC
    }

    public static final class Group implements NodeParameters {
        @Widget(title = "Weight", description = "w")
        double m_weight = 0.5;
        @Widget(title = "Name", description = "n")
        String m_name = "g";
        @Widget(title = "Count", description = "c")
        int m_count = 1;

        public Group() {
        }

        public Group(final double w, final String n, final int c) {
            m_weight = w;
            m_name = n;
            m_count = c;
        }

        @Override
        public String toString() {
            return m_weight + "/" + m_name + "/" + m_count;
        }
    }

    /** AllColumnsProvider fails on a node without an input table. */
    static final class NoColumns implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return List.of();
        }
    }

    static final class ModeRef implements ParameterReference<Mode> {
    }

    static final class IsCubic implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeRef.class).isOneOf(Mode.CUBIC);
        }
    }

    @Widget(title = "int", description = "d")
    int m_int = 7;
    @Widget(title = "long", description = "d")
    long m_long = 123456789012L;
    @Widget(title = "double", description = "d")
    double m_double = 0.1;
    @Widget(title = "boolean", description = "d")
    boolean m_flag = true;
    @Widget(title = "text", description = "d")
    String m_text = "line1\nline2\r\n\ttab ä€中\uD83D\uDE00 <a&b> \"q\" 'p' % %% %%00010 end ";
    @Widget(title = "empty", description = "d")
    String m_empty = "";
    String m_nullText = null;
    @Widget(title = "mode", description = "d")
    @ValueReference(ModeRef.class)
    Mode m_mode = Mode.QUADRATIC;
    @Widget(title = "cubic only", description = "d")
    @Effect(predicate = IsCubic.class, type = EffectType.SHOW)
    double m_cubicOnly = 3.0;
    @Widget(title = "not cubic", description = "d")
    @Effect(predicate = IsCubic.class, type = EffectType.DISABLE)
    int m_notCubic = 4;
    double[] m_doubles = {0.0, -1.5, 1e-300, 1.0E10};
    int[] m_ints = {3, -2, 1};
    String[] m_strings = {"a", "", "x\ny"};
    double[] m_noDoubles = {};
    @Widget(title = "group", description = "d")
    Group m_group = new Group();
    @Widget(title = "none", description = "d")
    @ArrayWidget
    Group[] m_groups0 = {};
    @Widget(title = "one", description = "d")
    @ArrayWidget
    Group[] m_groups1 = {new Group(1.0, "one", 1)};
    @Widget(title = "three", description = "d")
    @ArrayWidget
    Group[] m_groups3 = {new Group(1, "a", 1), new Group(2, "b", 2), new Group(3, "c", 3)};
    @Widget(title = "optional double", description = "d")
    Optional<Double> m_optDouble = Optional.of(2.5);
    @Widget(title = "absent double", description = "d")
    Optional<Double> m_optDoubleAbsent = Optional.empty();
    @Widget(title = "optional int", description = "d")
    Optional<Integer> m_optInt = Optional.of(11);
    @Widget(title = "absent int", description = "d")
    Optional<Integer> m_optIntAbsent = Optional.empty();
    @Widget(title = "columns", description = "d")
    @ChoicesProvider(NoColumns.class)
    ColumnFilter m_columns = new ColumnFilter(new String[]{"x", "y"});
    @Widget(title = "column", description = "d")
    @ChoicesProvider(NoColumns.class)
    String m_column = "x";
    @Widget(title = "renamed", description = "d")
    @Persist(configKey = "other_key")
    int m_renamed = 21;
    @Widget(title = "added later", description = "d")
    @Migrate(loadDefaultIfAbsent = true)
    int m_added = 42;
    String m_origin = "no-arg constructor";

    public PParams() {
        Log.add("PParams()");
    }

    public PParams(final NodeParametersInput in) {
        Log.add("PParams(NodeParametersInput)");
        m_origin = "input constructor: inTypes=" + in.getInPortTypes().length + " inSpecs=" + in.getInPortSpecs().length
            + " outTypes=" + in.getOutPortTypes().length;
    }

    /** A changed variant. */
    public static PParams changed() {
        PParams p = new PParams();
        p.m_int = -2147483648;
        p.m_long = Long.MIN_VALUE;
        p.m_double = Double.MIN_VALUE;
        p.m_flag = false;
        p.m_text = "changed";
        p.m_empty = " ";
        p.m_nullText = "now set";
        p.m_mode = Mode.CUBIC;
        p.m_cubicOnly = Double.NaN;
        p.m_notCubic = 5;
        p.m_doubles = new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0,
                Double.MAX_VALUE, 100, 1e7, 123456.789};
        p.m_ints = new int[0];
        p.m_strings = new String[]{null, "b"};
        p.m_noDoubles = null;
        p.m_group = new Group(1e-3, "ü", 0);
        p.m_groups0 = new Group[]{new Group()};
        p.m_groups1 = new Group[0];
        p.m_groups3 = new Group[]{new Group(9, "z", 9)};
        p.m_optDouble = Optional.empty();
        p.m_optDoubleAbsent = Optional.of(-1.25);
        p.m_optInt = Optional.empty();
        p.m_optIntAbsent = Optional.of(0);
        p.m_columns = new ColumnFilter(new String[0]).withIncludeUnknownColumns();
        p.m_column = null;
        p.m_renamed = 22;
        p.m_added = 43;
        p.m_origin = "changed()";
        return p;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Log.add("PParams.validate");
        if (m_int == 666) {
            throw new InvalidSettingsException("int must not be 666");
        }
    }

    @Override
    public String toString() {
        return "int=" + m_int + ";long=" + m_long + ";double=" + m_double + ";flag=" + m_flag + ";text="
            + (m_text == null ? null : m_text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t"))
            + ";empty=[" + m_empty + "];nullText=" + m_nullText
            + ";mode=" + m_mode + ";cubicOnly=" + m_cubicOnly + ";notCubic=" + m_notCubic + ";doubles="
            + Arrays.toString(m_doubles) + ";ints=" + Arrays.toString(m_ints) + ";strings="
            + Arrays.toString(m_strings).replace("\n", "\\n")
            + ";noDoubles=" + Arrays.toString(m_noDoubles) + ";group=" + m_group + ";groups0="
            + Arrays.toString(m_groups0) + ";groups1=" + Arrays.toString(m_groups1) + ";groups3="
            + Arrays.toString(m_groups3)
            + ";optDouble=" + m_optDouble + ";optDoubleAbsent=" + m_optDoubleAbsent + ";optInt=" + m_optInt
            + ";optIntAbsent=" + m_optIntAbsent + ";column=" + m_column + ";renamed=" + m_renamed + ";added=" + m_added
            + ";origin=" + m_origin;
    }
}
