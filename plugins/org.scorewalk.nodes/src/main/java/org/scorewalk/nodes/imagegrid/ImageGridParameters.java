// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.imagegrid;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ColumnChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.image.ImageGrid;
import org.scorewalk.nodes.util.UserErrors;

/** What the grid looks like. Keys are frozen: see docs/frozen-names.md. */
final class ImageGridParameters implements NodeParameters {

    @Section(title = "Images")
    interface ImagesSection {
    }

    @Section(title = "Grid")
    @After(ImagesSection.class)
    interface GridSection {
    }

    static final class ImageColumnChoices implements ColumnChoicesProvider {
        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput context) {
            return table(context).stream().flatMap(DataTableSpec::stream).filter(ImageGridParameters::isImage).toList();
        }
    }

    static final class CaptionChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput context) {
            final List<StringChoice> choices = new ArrayList<>();
            choices.add(new StringChoice("", "No captions"));
            table(context).stream().flatMap(DataTableSpec::stream).filter(c -> !isImage(c))
                .forEach(c -> choices.add(new StringChoice(c.getName(), c.getName())));
            return choices;
        }
    }

    static final class MaxSide extends MaxValidation {
        @Override
        protected double getMax() {
            return ImageGrid.Style.MAX_SIDE;
        }
    }

    static final class MinScale extends MinValidation {
        @Override
        protected double getMin() {
            return ImageGrid.Style.MIN_SCALE;
        }
    }

    static final class MaxScale extends MaxValidation {
        @Override
        protected double getMax() {
            return ImageGrid.Style.MAX_SCALE;
        }
    }

    @Layout(ImagesSection.class)
    @Widget(title = "Image column", description = """
            The column of PNG images. If none is chosen, it is the first one. Images are taken in the table's order, row
            by row of the grid; a missing image leaves its place empty.""")
    @ChoicesProvider(ImageColumnChoices.class)
    String m_imageColumn = "";

    @Layout(ImagesSection.class)
    @Widget(title = "Caption column", description = """
            The column whose values stand below the images, for instance a label or an epoch. By default there are no
            captions.""")
    @ChoicesProvider(CaptionChoices.class)
    String m_captionColumn = "";

    @Layout(GridSection.class)
    @Widget(title = "Rows", description = """
            The number of rows, up to 1000, by default 1. With 0 there are as many rows as the images need.""")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MaxSide.class)
    int m_rows = 1;

    @Layout(GridSection.class)
    @Widget(title = "Columns", description = "The number of images in a row, from 1 to 1000, by default 10.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MaxSide.class)
    int m_columns = 10;

    @Layout(GridSection.class)
    @Widget(title = "Scale factor", description = """
            By how much each image is enlarged, or reduced below 1: from 0.01 to 100, by default 3. Enlarged pixels stay
            sharp squares.""")
    @NumberInputWidget(minValidation = MinScale.class, maxValidation = MaxScale.class)
    double m_scale = 3;

    @Layout(GridSection.class)
    @Widget(title = "Gap", description = "Pixels between the images and around them, up to 1000, by default 4.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MaxSide.class)
    int m_gap = 4;

    @Layout(GridSection.class)
    @Widget(title = "Title", description = "A line of text above the grid, by default none.")
    String m_title = "";

    ImageGridParameters() {
        // the defaults
    }

    /** Chooses the column that it would take anyway, so that the dialog shows it. */
    ImageGridParameters(final NodeParametersInput input) {
        m_imageColumn = table(input).stream().flatMap(DataTableSpec::stream).filter(ImageGridParameters::isImage)
            .map(DataColumnSpec::getName).findFirst().orElse("");
    }

    private static List<DataTableSpec> table(final NodeParametersInput input) {
        final var specs = input.getInPortSpecs();
        return specs.length > 0 && specs[0] instanceof DataTableSpec table ? List.of(table) : List.of();
    }

    static boolean isImage(final DataColumnSpec column) {
        return column.getType().isCompatible(PNGImageValue.class);
    }

    /** The grid of that many images. */
    ImageGrid.Style style(final long images) {
        final long rows = m_rows > 0 ? m_rows : Math.max(1, (images + m_columns - 1) / m_columns);
        InputException.check(rows <= ImageGrid.Style.MAX_SIDE,
            "%d images in rows of %d need %d rows. Set 'Rows' or a larger number of 'Columns'.", images, m_columns,
            rows);
        return new ImageGrid.Style((int)rows, m_columns, m_scale, m_gap, m_title == null ? "" : m_title,
            m_captionColumn != null && !m_captionColumn.isEmpty());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        UserErrors.configuring(() -> {
            InputException.check(m_rows >= 0, "The option 'Rows' is %d. Set 0 or a positive number.", m_rows);
            InputException.check(m_columns >= 1, "The option 'Columns' is %d. Set a positive number.", m_columns);
            style(1);
        });
    }
}
