// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.density.BlockEvaluation;
import org.scorewalk.engine.density.BlockScore;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.DataTerm;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.transform.Interval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The density of an {@link ExpressionModel}. Its document holds the texts, the declarations and the columns that the
 * data term reads; the texts are parsed anew wherever it is opened, with the parser's limits.
 */
public final class ExpressionDensity implements Density {

    /** The name of the family. */
    public static final String FAMILY = "EXPRESSION";

    private static final String COLUMN = "column:";

    private final ExpressionModel m_model;

    private final DensityDocument m_document;

    private final ExpressionProgram m_program;

    /** The program for batches, made when first needed, for all that share the model. */
    private final Batches m_batches;

    private final Monitor m_monitor;

    /**
     * @param model the model
     * @throws org.scorewalk.engine.InputException if its texts cannot be used; the message points at the character
     */
    public ExpressionDensity(final ExpressionModel model) {
        m_model = model.withoutUnreadColumns();
        m_program = m_model.compile();
        m_document = toDocument(m_model);
        m_batches = new Batches(m_model);
        m_monitor = Monitor.SILENT;
    }

    private ExpressionDensity(final ExpressionDensity other, final Monitor monitor) {
        m_model = other.m_model;
        m_program = other.m_program;
        m_document = other.m_document;
        m_batches = other.m_batches;
        m_monitor = monitor;
    }

    /**
     * Reads a document.
     *
     * @param document what {@link #document()} gave, which may come from a stranger
     * @return an equal density
     * @throws org.scorewalk.engine.InputException if something is missing or cannot be used
     */
    public static ExpressionDensity read(final DensityDocument document) {
        final var json = document.parameters();
        final var parameters = new ArrayList<Parameter>();
        for (final var p : json.path("parameters")) {
            parameters.add(new Parameter(text(p, "name"), p.path("size").asInt(0),
                new Interval(p.path("lower").asDouble(Double.NEGATIVE_INFINITY),
                    p.path("upper").asDouble(Double.POSITIVE_INFINITY))));
        }
        final var constants = new LinkedHashMap<String, Double>();
        for (final var c : json.path("constants")) {
            check(c.path("value").isNumber(), "The stored expression has a constant without a value.");
            constants.put(text(c, "name"), c.path("value").doubleValue());
        }
        final var names = new ArrayList<String>();
        final var columns = new ArrayList<double[]>();
        final var rows = json.path("rows").asInt(0);
        for (final var c : json.path("columns")) {
            names.add(c.asText());
            columns.add(document.array(COLUMN + c.asText(), rows));
        }
        final var density = new ExpressionDensity(new ExpressionModel(text(json, "expression"), text(json, "dataTerm"),
            parameters, constants, names, columns));
        check(density.dimension() == document.dimension(), "The stored expression has %d coordinates, but its document "
            + "says %d.", density.dimension(), document.dimension());
        return density;
    }

    private static String text(final JsonNode json, final String name) {
        check(json.path(name).isTextual(), "The stored expression lacks the text '%s'.", name);
        return json.path(name).textValue();
    }

    private static DensityDocument toDocument(final ExpressionModel model) {
        final var json = JsonNodeFactory.instance.objectNode();
        json.put("expression", model.expression());
        json.put("dataTerm", model.dataTerm());
        final var parameters = json.putArray("parameters");
        for (final var parameter : model.parameters()) {
            final var p = parameters.addObject().put("name", parameter.name()).put("size", parameter.size());
            if (parameter.range().hasLower()) {
                p.put("lower", parameter.range().lower());
            }
            if (parameter.range().hasUpper()) {
                p.put("upper", parameter.range().upper());
            }
        }
        final var constants = json.putArray("constants");
        model.constants().forEach((name, value) -> constants.addObject().put("name", name).put("value", value));
        final var columns = json.putArray("columns");
        final Map<String, double[]> arrays = new TreeMap<>();
        for (int c = 0; c < model.columns().size(); c++) {
            columns.add(model.columnNames().get(c));
            arrays.put(COLUMN + model.columnNames().get(c), model.columns().get(c));
        }
        json.put("rows", model.columns().isEmpty() ? 0 : model.columns().get(0).length);
        return new DensityDocument(FAMILY, model.dimension(), model.coordinateNames(), json, arrays,
            hasData(model) ? EnumSet.of(Capability.LOG_DENSITY, Capability.DATA_TERM)
                : EnumSet.of(Capability.LOG_DENSITY));
    }

    private static boolean hasData(final ExpressionModel model) {
        return !model.dataTerm().isBlank() && !model.columns().isEmpty();
    }

    /**
     * The model.
     *
     * @return texts, declarations and data
     */
    public ExpressionModel model() {
        return m_model;
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public List<Interval> ranges() {
        return m_model.parameters().stream().allMatch(p -> p.range().isLine()) ? List.of()
            : m_model.parameters().stream().flatMap(p -> Collections.nCopies(p.coordinates(), p.range()).stream())
                .toList();
    }

    @Override
    public int dimension() {
        return m_document.dimension();
    }

    @Override
    public Optional<DataTerm> dataTerm() {
        return hasData(m_model) ? Optional.of(new DataTerm() {
            @Override
            public int rows() {
                return m_model.columns().get(0).length;
            }

            @Override
            public Estimator estimator(final int capacity) {
                return m_batches.program().estimator(rows(), capacity, m_monitor);
            }
        }) : Optional.empty();
    }

    private static final class Batches {

        private final ExpressionModel m_model;

        private ExpressionProgram m_program;

        Batches(final ExpressionModel model) {
            m_model = model;
        }

        synchronized ExpressionProgram program() {
            if (m_program == null) {
                m_program = m_model.compileForBatches();
            }
            return m_program;
        }
    }

    @Override
    public ExpressionDensity watchedBy(final Monitor monitor) {
        return new ExpressionDensity(this, monitor);
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        m_program.evaluator(n, m_monitor).score(x, n, out);
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        m_program.evaluator(n, m_monitor).logDensity(x, n, out);
    }

    @Override
    public BlockScore blockScore(final int capacity) {
        return m_program.evaluator(capacity, m_monitor)::score;
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        return m_program.evaluator(capacity, m_monitor)::evaluate;
    }
}
