// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.idx;

import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.scorewalk.engine.idx.IdxImages;
import org.scorewalk.nodes.util.UserErrors;

/** Which files, and which images of them. Keys and constants are frozen: see docs/frozen-names.md. */
final class IdxReaderParameters implements NodeParameters {

    /** Which images are taken where fewer are wanted than there are. */
    enum Selection {
        @Label(value = "First", description = "The first images of the file.")
        FIRST,
        @Label(value = "Random", description = "A random sample, in the order of the file.")
        RANDOM
    }

    @Section(title = "Files")
    interface FilesSection {
    }

    @Section(title = "Choice of images")
    @After(FilesSection.class)
    interface ChoiceSection {
    }

    @Section(title = "Output")
    @After(ChoiceSection.class)
    @Advanced
    interface OutputSection {
    }

    static final class SelectionReference implements ParameterReference<Selection> {
    }

    static final class IsRandom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SelectionReference.class).isOneOf(Selection.RANDOM);
        }
    }

    @Layout(FilesSection.class)
    @Widget(title = "Image file", description = """
            The IDX file with the images: a path, a URL, or a KNIME URL such as
            <tt>knime://knime.workflow/data/train-images-idx3-ubyte.gz</tt>, which is relative to the workflow.""")
    String m_images = "";

    @Layout(FilesSection.class)
    @Widget(title = "Label file", description = """
            The IDX file with one label for each image, given in the same way. If empty, which is the default, there is
            no column of labels.""")
    String m_labels = "";

    @Layout(ChoiceSection.class)
    @Widget(title = "Number of images", description = """
            How many images are read at most: a whole number; 0, the default, reads all.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_limit;

    @Layout(ChoiceSection.class)
    @Widget(title = "Selection", description = """
            Which images are read where the number of images is limited: the first ones, which is the default, or a
            random sample without repetition.""")
    @ValueSwitchWidget
    @ValueReference(SelectionReference.class)
    Selection m_selection = Selection.FIRST;

    @Layout(ChoiceSection.class)
    @Widget(title = "Seed", description = """
            Where the random sample comes from: any whole number, by default 42. The same seed gives the same
            images.""")
    @Effect(predicate = IsRandom.class, type = EffectType.SHOW)
    long m_seed = 42;

    @Layout(ChoiceSection.class)
    @Widget(title = "Classes", description = """
            The labels whose images are read: whole numbers from 0 to 255, separated by commas or blanks. If empty,
            which is the default, images of all labels are read.""")
    String m_classes = "";

    @Layout(OutputSection.class)
    @Widget(title = "Append pixels as vector", description = """
            Whether a column with the pixels as a vector of numbers from 0 to 255 is added, row by row, the channels of
            a pixel together. By default it is not.""")
    boolean m_vector;

    IdxImages.Choice choice() throws InvalidSettingsException {
        return new IdxImages.Choice(m_limit, m_selection == Selection.RANDOM, m_seed, classes());
    }

    private Set<Integer> classes() throws InvalidSettingsException {
        final Set<Integer> classes = new LinkedHashSet<>();
        for (final String word : m_classes == null ? new String[0] : m_classes.strip().split("[,\\s]+")) {
            if (!word.isEmpty()) {
                classes.add(label(word));
            }
        }
        return classes;
    }

    private static int label(final String word) throws InvalidSettingsException {
        try {
            final int label = Integer.parseInt(word);
            if (label >= 0 && label <= 255) {
                return label;
            }
        } catch (NumberFormatException e) {
            throw wrongLabel(word, e);
        }
        throw wrongLabel(word, null);
    }

    private static InvalidSettingsException wrongLabel(final String word, final Throwable cause) {
        return new InvalidSettingsException(
            ("The option 'Classes' contains '%s', which is no label. Give whole numbers from 0 "
            + "to 255, separated by commas.").formatted(word), cause);
    }

    boolean hasLabels() {
        return m_labels != null && !m_labels.isBlank();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        UserErrors.configuring(() -> {
            if (!choice().classes().isEmpty() && !hasLabels()) {
                throw new InvalidSettingsException("Classes can only be chosen where there are labels. Give the option "
                    + "'Label file', or clear the option 'Classes'.");
            }
        });
    }
}
