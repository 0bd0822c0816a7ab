// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.example.golden.PParams;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;

/** What a dialog shows for its values. */
class DialogEffectsTest {

    private static final NodeParametersInput NO_INPUTS =
        new PortsInput(new PortType[0], new PortObjectSpec[0], new PortType[0]);

    enum Kind {
        RING, NORMAL, OTHER
    }

    interface KindRef extends ParameterReference<Kind> {
    }

    static final class FlagRef implements BooleanReference {
    }

    interface Nowhere extends ParameterReference<String> {
    }

    static final class IsRing implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindRef.class).isOneOf(Kind.RING);
        }
    }

    static final class IsOtherOrFlag implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindRef.class).isOneOf(Kind.OTHER).or(i.getPredicate(FlagRef.class)).and(i.always());
        }
    }

    static final class AsksForNothing implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getString(Nowhere.class).isEqualTo("");
        }
    }

    @Section(title = "Ring")
    @Effect(predicate = IsRing.class, type = EffectType.SHOW)
    interface RingSection {
    }

    static final class Element implements NodeParameters {

        @Widget(title = "t", description = "d")
        @Effect(predicate = IsRing.class, type = EffectType.ENABLE)
        int m_inner = 1;
    }

    static final class Parameters implements NodeParameters {

        @Widget(title = "t", description = "d")
        @ValueReference(KindRef.class)
        Kind m_kind = Kind.RING;

        @Widget(title = "t", description = "d")
        @ValueReference(FlagRef.class)
        boolean m_flag;

        @Widget(title = "t", description = "d")
        @Layout(RingSection.class)
        double m_radius = 1;

        @Widget(title = "t", description = "d")
        @Effect(predicate = IsOtherOrFlag.class, type = EffectType.DISABLE)
        double m_other = 1;

        @Widget(title = "t", description = "d")
        Element[] m_elements = {new Element()};
    }

    private static DialogEffects effects(final Kind kind, final boolean flag) {
        final var parameters = new Parameters();
        parameters.m_kind = kind;
        parameters.m_flag = flag;
        return DialogEffects.of(parameters, NO_INPUTS);
    }

    @Test
    void showsTheOptionsOfAHiddenSectionOnlyWhenItIsShown() {
        assertThat(effects(Kind.RING, false).isShown("radius")).isTrue();
        assertThat(effects(Kind.NORMAL, false).isShown("radius")).isFalse();
        assertThat(effects(Kind.NORMAL, false).isEnabled("radius")).isFalse();
        assertThat(effects(Kind.NORMAL, false).isShown("kind")).isTrue();
    }

    @Test
    void combinesConditions() {
        assertThat(effects(Kind.RING, false).isEnabled("other")).isTrue();
        assertThat(effects(Kind.RING, true).isEnabled("other")).isFalse();
        assertThat(effects(Kind.OTHER, false).isEnabled("other")).isFalse();
    }

    @Test
    void letsElementsOfAnArrayDependOnOuterValues() {
        assertThat(effects(Kind.RING, false).isEnabled("elements/0/inner")).isTrue();
        assertThat(effects(Kind.NORMAL, false).isEnabled("elements/0/inner")).isFalse();
        assertThat(effects(Kind.NORMAL, false).isShown("elements/0/inner")).isTrue();
    }

    @Test
    void understandsTheNodeThatWasRunInKnime() {
        final var linear = DialogEffects.of(new PParams(), NO_INPUTS);
        assertThat(linear.isShown("cubicOnly")).isFalse();
        assertThat(linear.isEnabled("notCubic")).isTrue();
        final var cubic = DialogEffects.of(PParams.changed(), NO_INPUTS);
        assertThat(cubic.isShown("cubicOnly")).isTrue();
        assertThat(cubic.isEnabled("notCubic")).isFalse();
    }

    static final class Broken implements NodeParameters {

        @Widget(title = "t", description = "d")
        @Effect(predicate = AsksForNothing.class, type = EffectType.SHOW)
        int m_x = 1;
    }

    @Test
    void tellsOfAConditionOnAFieldThatDoesNotExist() {
        assertThatThrownBy(() -> DialogEffects.of(new Broken(), NO_INPUTS)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("Nowhere");
        assertThatThrownBy(() -> effects(Kind.RING, false).isShown("nope")).hasMessageContaining("'nope'");
    }
}
