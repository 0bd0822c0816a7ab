// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;

/**
 * What a dialog shows for given values: works out every {@link Effect}. Conditions that refer to a field that does not
 * exist, which KNIME tells only when a user opens the dialog, are found here.
 */
public final class DialogEffects {

    private final Map<String, Set<EffectType>> m_effects = new LinkedHashMap<>();

    private DialogEffects() {
    }

    /**
     * @param parameters the values of the dialog
     * @param input what is known of the ports
     * @throws IllegalStateException if a condition refers to a field that is not there
     */
    public static DialogEffects of(final NodeParameters parameters, final NodeParametersInput input) {
        final var effects = new DialogEffects();
        effects.collect("", parameters, Map.of(), input, Set.of());
        return effects;
    }

    /** Whether an option is shown, given by its path, such as {@code runs/0/steps}. */
    public boolean isShown(final String path) {
        return !effects(path).contains(EffectType.HIDE);
    }

    /** Whether an option can be changed. */
    public boolean isEnabled(final String path) {
        return isShown(path) && !effects(path).contains(EffectType.DISABLE);
    }

    private Set<EffectType> effects(final String path) {
        final var effects = m_effects.get(path);
        if (effects == null) {
            throw new IllegalArgumentException("There is no option '" + path + "' among " + m_effects.keySet() + ".");
        }
        return effects;
    }

    private void collect(final String prefix, final Object owner, final Map<Class<?>, Object> outerValues,
        final NodeParametersInput input, final Set<EffectType> outer) {
        final var values = new HashMap<>(outerValues);
        addValues(owner, values);
        final var evaluation = new EffectEvaluation(values, input);
        for (final var field : ParameterField.of(owner.getClass())) {
            final var path = prefix + field.key();
            final var effects = EnumSet.noneOf(EffectType.class);
            effects.addAll(outer);
            apply(field.field(), evaluation, effects);
            final var value = field.get(owner);
            if (value != null && ValueCodecs.isGroup(value.getClass())) {
                apply(value.getClass(), evaluation, effects);
                collect(path + "/", value, values, input, effects);
            }
            if (field.field().isAnnotationPresent(Widget.class)) {
                m_effects.put(path, effects);
            }
            final var elements = elements(value);
            for (int i = 0; i < elements.size(); i++) {
                collect(path + "/" + i + "/", elements.get(i), values, input, effects);
            }
        }
    }

    private static List<?> elements(final Object value) {
        if (value instanceof Object[] array) {
            return ValueCodecs.isGroup(array.getClass().componentType()) ? Arrays.asList(array) : List.of();
        }
        return value instanceof Collection<?> collection ? List.copyOf(collection) : List.of();
    }

    /** Adds the values of fields that have a name, those in groups, too. */
    static void addValues(final Object owner, final Map<Class<?>, Object> values) {
        for (final var field : ParameterField.of(owner.getClass())) {
            final var value = field.get(owner);
            final var reference = field.field().getAnnotation(ValueReference.class);
            if (reference != null) {
                values.put(reference.value(), value);
            }
            if (value != null && ValueCodecs.isGroup(value.getClass())) {
                addValues(value, values);
            }
        }
    }

    /** Adds the effects of the element and of the section that it is in. */
    private static void apply(final AnnotatedElement element, final EffectEvaluation evaluation,
        final Set<EffectType> effects) {
        final var effect = element.getAnnotation(Effect.class);
        if (effect != null) {
            final var holds = evaluation.evaluate(Reflection.newInstance(effect.predicate()));
            switch (effect.type()) {
                case SHOW -> add(effects, EffectType.HIDE, !holds);
                case HIDE -> add(effects, EffectType.HIDE, holds);
                case ENABLE -> add(effects, EffectType.DISABLE, !holds);
                case DISABLE -> add(effects, EffectType.DISABLE, holds);
            }
        }
        final var layout = element.getAnnotation(Layout.class);
        if (layout != null) {
            apply(layout.value(), evaluation, effects);
        }
        if (element instanceof Class<?> section && section.getEnclosingClass() != null
            && section.isAnnotationPresent(Section.class)) {
            apply(section.getEnclosingClass(), evaluation, effects);
        }
    }

    private static void add(final Set<EffectType> effects, final EffectType effect, final boolean holds) {
        if (holds) {
            effects.add(effect);
        }
    }
}
