// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.EnumChoice;
import org.knime.node.parameters.widget.choices.EnumChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.DensityFamily;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.density.TemperedDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.linalg.NumberText;
import org.scorewalk.nodes.util.Choices;
import org.scorewalk.nodes.util.CoordinateNames;
import org.scorewalk.nodes.util.NumberColumnChoices;
import org.scorewalk.nodes.util.NumberColumns;
import org.scorewalk.nodes.util.UserErrors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Which density, and the numbers that go with it. Keys and constants are frozen: see docs/frozen-names.md. */
final class ScoreFunctionParameters implements NodeParameters {

    /** The families with numbers of their own that this node asks for. */
    private static final Set<DensityFamily> WITH_NUMBERS = EnumSet.of(DensityFamily.RING, DensityFamily.GAUSSIAN,
        DensityFamily.GAUSSIAN_MIXTURE, DensityFamily.RING_MIXTURE, DensityFamily.TWO_MOONS, DensityFamily.BANANA,
        DensityFamily.FUNNEL, DensityFamily.DOUBLE_WELL, DensityFamily.STUDENT_T, DensityFamily.EXPRESSION);

    static final class FamilyChoices implements EnumChoicesProvider<DensityFamily> {
        @Override
        public List<EnumChoice<DensityFamily>> computeState(final NodeParametersInput context) {
            return Choices.of(DensityFamily.class, DensityFamily::label).stream()
                .filter(choice -> isOffered(choice.id())).toList();
        }
    }

    static final class MaxDimension extends MaxValidation {
        @Override
        protected double getMax() {
            return DensityDocument.MAX_DIMENSION;
        }
    }

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Density", description = """
            The kind of density. <b>Ring</b>: a ring or ellipse in the plane. <b>Gaussian</b>: a normal density of any
            dimension with a mean and a covariance matrix, typed here or read from a table at the optional input port.
            <b>Standard normal</b>: mean 0 and variance 1 in each of any number of independent coordinates.
            <b>Gaussian mixture</b>: several Gaussians with weights, typed here or read from a table. <b>Ring
            mixture</b>: several rings with weights. <b>Two moons</b>: two interlocking half rings in the plane.
            <b>Banana</b>: Rosenbrock's bent valley in the plane. <b>Funnel</b>: Neal's funnel, narrow and wide at once.
            <b>Double well</b>: two wells with a barrier between them. <b>Student t</b>: a density with heavy tails.
            <b>Expression</b>: any density whose logarithm you type, with parameters, constants and, if a table is
            connected, a term for each of its rows. The default is Ring.""")
    @ValueReference(DensityConditions.FamilyReference.class)
    @ChoicesProvider(FamilyChoices.class)
    DensityFamily m_density = DensityFamily.RING;

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Radius x", description = """
            The half axis of the ring along x, in the units of the coordinate: a positive number, by default 1.5.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = DensityConditions.IsRing.class, type = EffectType.SHOW)
    double m_radiusX = 1.5;

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Radius y", description = """
            The half axis of the ring along y, in the units of the coordinate: a positive number, by default 1.5.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = DensityConditions.IsRing.class, type = EffectType.SHOW)
    double m_radiusY = 1.5;

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Centre x", description = """
            The x coordinate of the ring's centre: any finite number, by default 0.""")
    @Effect(predicate = DensityConditions.IsRing.class, type = EffectType.SHOW)
    double m_centreX;

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Centre y", description = """
            The y coordinate of the ring's centre: any finite number, by default 0.""")
    @Effect(predicate = DensityConditions.IsRing.class, type = EffectType.SHOW)
    double m_centreY;

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Width", description = """
            The width w of the ring: the scaled radius has a standard deviation of about the square root of w / 2. It
            has no unit and is a positive number, by default 0.033, which gives about 0.13.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = DensityConditions.IsRing.class, type = EffectType.SHOW)
    double m_width = RingDensity.DEFAULT_WIDTH;

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Mean", description = """
            The mean of the Gaussian: one finite number for each coordinate, separated by commas or blanks. Its length
            is the dimension, from 1 to 400. The default is 1, 1.""")
    @TextAreaWidget(rows = 2)
    @Effect(predicate = DensityConditions.IsTypedGaussian.class, type = EffectType.SHOW)
    String m_mean = "1, 1";

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Covariance", description = """
            The covariance matrix of the Gaussian: one row for each coordinate, rows separated by semicolons or line
            breaks, numbers by commas or blanks. It must be symmetric and positive definite. The default is 1, 0.9; 0.9,
            1.""")
    @TextAreaWidget(rows = 4)
    @Effect(predicate = DensityConditions.IsTypedGaussian.class, type = EffectType.SHOW)
    String m_covariance = "1, 0.9; 0.9, 1";

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Mean column", description = """
            The column of the input table that holds the mean, one row for each coordinate. The default is the
            first column of numbers.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    @Effect(predicate = DensityConditions.IsTableGaussian.class, type = EffectType.SHOW)
    String m_meanColumn = "";

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Covariance columns", description = """
            The columns of the input table that hold the covariance matrix, as many as the table has rows and in the
            same order as these. Their names become the names of the coordinates. By default these are all columns of
            numbers but the mean column.""")
    @ChoicesProvider(NumberColumnChoices.First.class)
    @Effect(predicate = DensityConditions.IsTableGaussian.class, type = EffectType.SHOW)
    ColumnFilter m_covarianceColumns = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Dimension", description = """
            The number of coordinates: a whole number from 1 to 1000, by default 2.""")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = MaxDimension.class)
    @Effect(predicate = DensityConditions.HasDimension.class, type = EffectType.SHOW)
    int m_dimension = 2;

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Expression", description = """
            The logarithm of the density, up to a constant (by default that of a ring), in the names of the parameters
            and constants below. With a table it is the logarithm of the prior. The node's description says what can be
            typed.""")
    @TextAreaWidget(rows = 4)
    @Effect(predicate = DensityConditions.IsExpression.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    String m_expression = "-(sqrt((x/rx)^2 + (y/ry)^2) - 1)^2 / 0.033";

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Data term", description = """
            What each row of the table at the optional input port adds to the logarithm of the density, such as
            normal($y$ | a + b * $x$, sigma): the logarithm of its likelihood. Columns of numbers are written between
            dollar signs. Leave it empty, which is the default, without a table.""")
    @TextAreaWidget(rows = 3)
    @Effect(predicate = DensityConditions.IsExpression.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    String m_dataTerm = "";

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Parameters", description = """
            The parameters of the expression, which become the coordinates of the density and the columns of the
            sampler's table. By default these are x and y.""")
    @ArrayWidget(elementTitle = "Parameter", addButtonText = "Add parameter", showSortButtons = true)
    @Effect(predicate = DensityConditions.IsExpression.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    ParameterDeclaration[] m_parameters = {new ParameterDeclaration("x"), new ParameterDeclaration("y")};

    @Layout(ScoreFunctionSections.DensitySection.class)
    @Widget(title = "Constants", description = """
            Names with fixed values, which flow variables can overwrite. By default these are rx and ry, both 1.5.""")
    @ArrayWidget(elementTitle = "Constant", addButtonText = "Add constant", showSortButtons = true)
    @Effect(predicate = DensityConditions.IsExpression.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    ConstantDeclaration[] m_constants = {new ConstantDeclaration("rx", 1.5), new ConstantDeclaration("ry", 1.5)};

    @Layout(ScoreFunctionSections.GaussianMixtureSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    GaussianMixtureParameters m_gaussianMixture = new GaussianMixtureParameters();

    @Layout(ScoreFunctionSections.RingMixtureSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    RingMixtureParameters m_ringMixture = new RingMixtureParameters();

    @Layout(ScoreFunctionSections.TwoMoonsSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    TwoMoonsParameters m_twoMoons = new TwoMoonsParameters();

    @Layout(ScoreFunctionSections.BananaSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    BananaParameters m_banana = new BananaParameters();

    @Layout(ScoreFunctionSections.FunnelSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    FunnelParameters m_funnel = new FunnelParameters();

    @Layout(ScoreFunctionSections.DoubleWellSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    DoubleWellParameters m_doubleWell = new DoubleWellParameters();

    @Layout(ScoreFunctionSections.StudentTSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    StudentTParameters m_studentT = new StudentTParameters();

    @Layout(ScoreFunctionSections.TemperatureSection.class)
    @Widget(title = "Temperature", description = """
            The density is raised to the power 1 / T, where T is the temperature: above 1 it becomes flatter, so that
            samplers cross valleys more easily, below 1 it becomes sharper. A positive number, by default 1, which
            changes nothing. A density that is connected as a factor keeps its own temperature.""")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Migrate(loadDefaultIfAbsent = true)
    double m_temperature = 1;

    @Layout(ScoreFunctionSections.CoordinatesSection.class)
    @Widget(title = "Coordinate names", description = """
            Names for the coordinates, separated by commas, one for each. They become the names of the columns with
            particles. If empty, which is the default, a density from a table has the names of its columns, a density
            with a factor has the names of the factor, those in the plane have x and y, a funnel has v and x, and others
            have none, so that their columns are called x1, x2, and so on.""")
    String m_coordinateNames = "";

    ScoreFunctionParameters() {
        // the defaults
    }

    /** Chooses the columns that it would take anyway, so that the dialog shows them. */
    ScoreFunctionParameters(final NodeParametersInput input) {
        final var columns = NumberColumns.choices(input, 0);
        if (!columns.isEmpty()) {
            m_meanColumn = columns.get(0).getName();
            m_density = DensityFamily.GAUSSIAN;
        }
    }

    /** The density as typed in the dialog. */
    Density typedDensity() {
        return typedDensity(CoordinateNames.read(m_coordinateNames));
    }

    /** The density as typed in the dialog, with other names for its coordinates. */
    Density typedDensity(final List<String> names) {
        return TemperedDensity.of(switch (m_density) {
            case RING -> new RingDensity(m_radiusX, m_radiusY, m_centreX, m_centreY, m_width, inThePlane(names));
            case GAUSSIAN -> new GaussianDensity(NumberText.vector("The option 'Mean'", m_mean),
                NumberText.matrix("The option 'Covariance'", m_covariance), names);
            case STANDARD_NORMAL -> new StandardNormalDensity(m_dimension, names);
            case GAUSSIAN_MIXTURE -> m_gaussianMixture.density(names);
            case RING_MIXTURE -> m_ringMixture.density(inThePlane(names));
            case TWO_MOONS -> m_twoMoons.density(inThePlane(names));
            case BANANA -> m_banana.density(inThePlane(names));
            case FUNNEL -> m_funnel.density(m_dimension, names);
            case DOUBLE_WELL -> m_doubleWell.density(m_dimension, names);
            case STUDENT_T -> m_studentT.density(names);
            case EXPRESSION -> {
                check(m_dataTerm == null || m_dataTerm.isBlank(), "The data term needs a table. Add the input port "
                    + "'Table' and connect the data, or empty the option 'Data term'.");
                yield new ExpressionDensity(expression(List.of(), List.of()));
            }
            default -> plain(m_density, m_dimension, names).orElseThrow(() -> new InputException(
                "The option 'Density' is '%s', which this node does not offer. Choose another density."
                    .formatted(m_density.label())));
        }, m_temperature);
    }

    private static List<String> inThePlane(final List<String> names) {
        return names.isEmpty() ? RingDensity.COORDINATES : names;
    }

    /** A density of a family without numbers of its own; empty for a family that needs more than this node asks for. */
    private static Optional<Density> plain(final DensityFamily family, final int dimension, final List<String> names) {
        final var document = new DensityDocument(family.name(), dimension, names,
            JsonNodeFactory.instance.objectNode(), Map.of(), Set.of());
        try {
            return Optional.of(DensityFamily.read(document));
        } catch (InputException e) { // NOSONAR it says what the document lacks, which is the question here
            return Optional.empty();
        }
    }

    private static boolean isOffered(final DensityFamily family) {
        return WITH_NUMBERS.contains(family) || plain(family, 2, List.of()).isPresent();
    }

    /** The model of an expression with data, which may be columns without rows to check the texts. */
    ExpressionModel expression(final List<String> columnNames, final List<double[]> columns) {
        final var parameters = new ArrayList<Parameter>();
        for (final var declaration : m_parameters) {
            parameters.add(declaration.parameter());
        }
        final var constants = new LinkedHashMap<String, Double>();
        for (final var declaration : m_constants) {
            check(constants.put(declaration.name(), declaration.m_value) == null,
                "The constant '%s' is declared twice. Remove one of them.", declaration.name());
        }
        return new ExpressionModel(m_expression == null ? "" : m_expression, m_dataTerm == null ? "" : m_dataTerm,
            parameters, constants, columnNames, columns);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        // the texts of a Gaussian or a mixture do not count if a table takes their place, which only the node knows:
        // see ScoreFunctionNode; and a data term needs the table's columns
        if (m_density != DensityFamily.GAUSSIAN && m_density != DensityFamily.GAUSSIAN_MIXTURE
            && (m_density != DensityFamily.EXPRESSION || m_dataTerm == null || m_dataTerm.isBlank())) {
            UserErrors.configuring(this::typedDensity);
        }
    }
}
