// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.expression.Functions.Kind;

/**
 * Turns a syntax tree into nodes of a {@link Graph}, checking names, types (numbers and truth values) and the lengths
 * of vectors, which become one node an element.
 */
final class Lowering {

    /** The largest number of elements of all vectors of one step together. */
    private static final int MAX_ELEMENTS = 100_000;

    /**
     * A value: one node, or one an element of a vector.
     *
     * @param nodes the nodes
     * @param vector whether it is a vector
     * @param truth whether it is a truth value
     */
    record Value(int[] nodes, boolean vector, boolean truth) {

        static Value number(final int node) {
            return new Value(new int[]{node}, false, false);
        }

        int node() {
            return nodes[0];
        }
    }

    private final Source m_source;

    private final Graph m_graph;

    private final Map<String, Value> m_names;

    private final Table m_table;

    private final RowSums m_rowSums;

    private long m_elements;

    /**
     * @param source the text, for messages
     * @param graph the graph to add to
     * @param names the values of names; definitions are added
     * @param table the data table, or null where columns make no sense
     * @param rowSums what makes elements chosen by row, or null
     */
    Lowering(final Source source, final Graph graph, final Map<String, Value> names, final Table table,
        final RowSums rowSums) {
        m_source = source;
        m_graph = graph;
        m_names = names;
        m_table = table;
        m_rowSums = rowSums;
    }

    /**
     * The value of a whole text.
     *
     * @param program its tree
     * @return the node of its value
     */
    int lower(final Syntax.Program program) {
        for (final var definition : program.definitions()) {
            if (m_names.containsKey(definition.name())) {
                throw m_source.error(definition.position(), "The name '%s' has a value already. Choose another name.",
                    definition.name());
            }
            m_names.put(definition.name(), lower(definition.value()));
        }
        final var result = lower(program.result());
        if (result.vector()) {
            throw m_source.error(program.result().position(), "The result is a vector of %d elements, but must be one "
                + "number. Add its elements up with sum(...).", result.nodes().length);
        }
        return number(result, program.result().position()).node();
    }

    private Value lower(final Syntax tree) {
        if (tree instanceof Syntax.Number n) {
            return Value.number(m_graph.constant(n.value()));
        }
        if (tree instanceof Syntax.Name n) {
            return name(n);
        }
        if (tree instanceof Syntax.Column c) {
            return column(c);
        }
        if (tree instanceof Syntax.Element e) {
            return element(e);
        }
        if (tree instanceof Syntax.Unary u) {
            return unary(u);
        }
        if (tree instanceof Syntax.Chain c) {
            return chain(c);
        }
        if (tree instanceof Syntax.Choice c) {
            return choice(c);
        }
        return call((Syntax.Call)tree);
    }

    private Value name(final Syntax.Name name) {
        final var value = m_names.get(name.name());
        if (value != null) {
            return value;
        }
        if ("pi".equals(name.name())) {
            return Value.number(m_graph.constant(Math.PI));
        }
        if ("e".equals(name.name())) {
            return Value.number(m_graph.constant(Math.E));
        }
        if ("inf".equals(name.name())) {
            return Value.number(m_graph.constant(Double.POSITIVE_INFINITY));
        }
        if (Functions.find(name.name()).isPresent()) {
            throw m_source.error(name.position(), "'%s' is a function and needs its arguments in brackets.",
                name.name());
        }
        throw m_source.error(name.position(), "The name '%s' is unknown. %s", name.name(),
            Names.similar(name.name(), m_names.keySet()).map(s -> "Do you mean '" + s + "'?")
                .orElseGet(() -> "Known names are " + list(new ArrayList<>(m_names.keySet()))
                    + ". Declare it as a parameter or a constant, or define it before."));
    }

    private static String list(final List<String> names) {
        final var shown = names.stream().limit(8).map(n -> "'" + Source.shortened(n) + "'").toList();
        return shown.isEmpty() ? "'pi', 'e' and 'inf' only"
            : String.join(", ", shown) + (names.size() > shown.size() ? " and others" : "");
    }

    private Value column(final Syntax.Column column) {
        if (m_table == null) {
            throw m_source.error(column.position(), "The column '%s' cannot be read here, because this text is not "
                + "computed for each row. Columns belong into the data term.", column.name());
        }
        final var index = m_table.indexOf(column.name());
        if (index < 0) {
            throw m_source.error(column.position(), "The data table has no numeric column '%s'. %s", column.name(),
                Names.similar(column.name(), m_table.names()).map(s -> "Do you mean '" + s + "'?")
                    .orElseGet(() -> "Its columns are " + list(m_table.names()) + "."));
        }
        return Value.number(m_graph.column(index));
    }

    private Value element(final Syntax.Element element) {
        final var vector = lower(element.vector());
        if (!vector.vector()) {
            throw m_source.error(element.position(), "Only a vector has elements, and what stands before this bracket "
                + "is a single number. Declare the parameter with a size.");
        }
        final var index = number(lower(element.index()), element.index().position());
        if (index.vector()) {
            throw m_source.error(element.index().position(), "An index must be one number, not a vector.");
        }
        final var length = vector.nodes().length;
        if (m_graph.isConst(index.node())) {
            final var i = m_graph.number(index.node());
            if (!(i >= 1 && i <= length && i == Math.rint(i))) {
                throw m_source.error(element.index().position(), "The index must be a whole number from 1 to %d here.",
                    length);
            }
            return Value.number(vector.nodes()[(int)i - 1]);
        }
        if (m_graph.active(index.node()) || !m_graph.byRow(index.node())) {
            throw m_source.error(element.index().position(), "An index must be a whole number or come from columns of "
                + "the data table; it cannot depend on parameters.");
        }
        for (final var node : vector.nodes()) {
            if (m_graph.byRow(node)) {
                throw m_source.error(element.position(), "The elements of this vector depend on the row already. "
                    + "Index the parameter itself.");
            }
        }
        final var name = element.vector() instanceof Syntax.Name n ? n.name() : "this vector";
        return Value.number(m_rowSums.gather(vector.nodes(), index.node(), name));
    }

    private Value unary(final Syntax.Unary unary) {
        final var value = lower(unary.value());
        if ("not".equals(unary.operator())) {
            truth(value, unary.value().position());
            return map(value, true, n -> m_graph.addConst(m_graph.mulConst(n, -1), 1));
        }
        return map(number(value, unary.value().position()), false, n -> m_graph.mulConst(n, -1));
    }

    private Value chain(final Syntax.Chain chain) {
        var value = lower(chain.first());
        var position = chain.first().position();
        for (final var link : chain.links()) {
            final var right = lower(link.value());
            final var logical = link.operator().matches("and|or|&&|\\|\\|");
            if (logical) {
                truth(value, position);
                truth(right, link.value().position());
            } else {
                number(value, position);
                number(right, link.value().position());
            }
            value = zip(link, value, right, logical);
            position = link.position();
        }
        return value;
    }

    private Value zip(final Syntax.Link link, final Value a, final Value b, final boolean logical) {
        final var g = m_graph;
        final var operator = link.operator();
        final var truth = logical || operator.matches("[<>]=?|[=!]=");
        return combine(link.position(), truth, n -> switch (operator) {
            case "+" -> g.add(n[0], n[1]);
            case "-" -> g.sub(n[0], n[1]);
            case "*" -> g.mul(n[0], n[1]);
            case "/" -> g.div(n[0], n[1]);
            case "^" -> g.pow(n[0], n[1]);
            case "<" -> g.binary(Op.LESS, n[0], n[1]);
            case ">" -> g.binary(Op.LESS, n[1], n[0]);
            case "<=" -> g.binary(Op.LESS_EQUAL, n[0], n[1]);
            case ">=" -> g.binary(Op.LESS_EQUAL, n[1], n[0]);
            case "==" -> g.binary(Op.EQUAL, n[0], n[1]);
            case "!=" -> g.addConst(g.mulConst(g.binary(Op.EQUAL, n[0], n[1]), -1), 1);
            case "and", "&&" -> g.binary(Op.MIN, n[0], n[1]);
            default -> g.binary(Op.MAX, n[0], n[1]);
        }, a, b);
    }

    private Value choice(final Syntax.Choice choice) {
        final var condition = lower(choice.condition());
        truth(condition, choice.condition().position());
        final var yes = number(lower(choice.yes()), choice.yes().position());
        final var no = number(lower(choice.no()), choice.no().position());
        return combine(choice.position(), false, n -> m_graph.select(n[0], n[1], n[2]), condition, yes, no);
    }

    private Value call(final Syntax.Call call) {
        final var function = Functions.find(call.function()).orElseThrow(() -> m_source.error(call.position(),
            "There is no function '%s'. %s", call.function(), m_names.containsKey(call.function())
                ? "It is the name of a value; write a product with '*'."
                : Functions.similar(call.function()).map(s -> "Do you mean '" + s + "'?")
                    .orElse("The node's description lists all functions.")));
        final var count = call.arguments().size();
        if (count == 0 || function.arguments() >= 0 && count != function.arguments()) {
            throw m_source.error(call.position(), "'%s' takes %s, but is given %d. It is written %s.",
                call.function(), function.arguments() < 0 ? "at least one argument"
                    : function.arguments() == 1 ? "one argument" : function.arguments() + " arguments",
                count, function.signature());
        }
        final var arguments = new Value[count];
        for (int i = 0; i < count; i++) {
            arguments[i] = number(lower(call.arguments().get(i)), call.arguments().get(i).position());
        }
        if (function.kind() == Kind.REDUCTION && count == 1) {
            return Value.number(function.rule().apply(m_graph, arguments[0].nodes()));
        }
        final var value = combine(call.position(), false, n -> function.rule().apply(m_graph, n), arguments);
        if (function.kind() != Kind.LOG_DENSITY || !value.vector()) {
            return value;
        }
        var sum = m_graph.constant(0);
        for (final var node : value.nodes()) {
            sum = m_graph.add(sum, node);
        }
        return Value.number(sum);
    }

    private interface Elementwise {
        int apply(int[] arguments);
    }

    /** Applies a rule element by element; numbers serve all elements of the vectors beside them. */
    private Value combine(final int position, final boolean truth, final Elementwise rule, final Value... values) {
        var length = -1;
        for (final var value : values) {
            if (value.vector()) {
                if (length >= 0 && length != value.nodes().length) {
                    throw m_source.error(position, "Vectors with %d and %d elements cannot be combined.", length,
                        value.nodes().length);
                }
                length = value.nodes().length;
            }
        }
        final var nodes = new int[Math.max(1, length)];
        count(nodes.length);
        final var arguments = new int[values.length];
        for (int i = 0; i < nodes.length; i++) {
            for (int j = 0; j < values.length; j++) {
                arguments[j] = values[j].nodes()[values[j].vector() ? i : 0];
            }
            nodes[i] = rule.apply(arguments);
        }
        return new Value(nodes, length >= 0, truth);
    }

    private Value map(final Value value, final boolean truth, final IntUnaryOperator rule) {
        count(value.nodes().length);
        return new Value(Arrays.stream(value.nodes()).map(rule).toArray(), value.vector(), truth);
    }

    private void count(final int elements) {
        m_elements += elements;
        if (m_elements > MAX_ELEMENTS) {
            throw new InputException(("The %s needs more than %,d operations, counting those of each element of a "
                + "vector. Use shorter vectors, or move what is repeated into the data term.")
                    .formatted(m_source.name(), MAX_ELEMENTS));
        }
    }

    private Value number(final Value value, final int position) {
        if (value.truth()) {
            throw m_source.error(position, "A number is needed here, but this is a condition. "
                + "Write: if condition then 1 else 0.");
        }
        return value;
    }

    private void truth(final Value value, final int position) {
        if (!value.truth()) {
            throw m_source.error(position, "A condition such as x > 0 is needed here, but this is a number.");
        }
    }
}
