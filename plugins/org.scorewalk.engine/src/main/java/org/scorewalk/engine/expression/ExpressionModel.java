// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.scorewalk.engine.InputException.check;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.scorewalk.engine.density.DensityDocument;

/**
 * A density as the user types it: log p in named parameters and, with data, a term that is added once for each row.
 *
 * @param expression the logarithm of the density, or of the prior where there is a data term
 * @param dataTerm what each row of the data adds, such as {@code normal($y$ | a + b * $x$, sigma)}; blank for none
 * @param parameters the parameters in the order of the coordinates
 * @param constants values of names that are no parameters
 * @param columnNames the names of the data's numeric columns
 * @param columns the data, one array of equal length a column; arrays of length 0 check a model before there are data
 */
public record ExpressionModel(String expression, String dataTerm, List<Parameter> parameters,
    Map<String, Double> constants, List<String> columnNames, List<double[]> columns) {

    /** How the user knows the expression in messages. */
    private static final String EXPRESSION = "expression";

    private static final String DATA_TERM = "data term";

    /**
     * @param expression the logarithm of the density or of the prior
     * @param dataTerm what each row adds, or blank
     * @param parameters the parameters, with different names
     * @param constants the constants
     * @param columnNames the columns' names
     * @param columns the columns' values
     */
    public ExpressionModel {
        parameters = List.copyOf(parameters);
        constants = new LinkedHashMap<>(constants);
        columnNames = List.copyOf(columnNames);
        columns = List.copyOf(columns);
        check(columnNames.size() == columns.size(), "There are %d column names for %d columns.", columnNames.size(),
            columns.size());
        check(!parameters.isEmpty(), "The %s has no parameters. Declare at least one.", EXPRESSION);
        final var seen = new HashSet<String>();
        for (final var parameter : parameters) {
            check(seen.add(parameter.name()), "The parameter '%s' is declared twice. Parameter names must differ.",
                parameter.name());
        }
        for (final var constant : constants.entrySet()) {
            check(Parser.isName(constant.getKey()), "The constant name '%s' cannot be used. A name consists of "
                + "letters, digits and underscores, starts with no digit and is no keyword.", constant.getKey());
            check(seen.add(constant.getKey()), "The name '%s' is both a parameter and a constant. Rename one of them.",
                constant.getKey());
            check(!constant.getValue().isNaN(), "The constant '%s' has no value. Enter a number.", constant.getKey());
        }
        final var dimension = parameters.stream().mapToLong(Parameter::coordinates).sum();
        check(dimension <= DensityDocument.MAX_DIMENSION, "The parameters have %d coordinates together, but at most %d "
            + "are allowed.", dimension, DensityDocument.MAX_DIMENSION);
        final var rows = columns.isEmpty() ? 0 : columns.get(0).length;
        check(columns.stream().allMatch(c -> c.length == rows), "The data's columns differ in length.");
    }

    /**
     * A model without data.
     *
     * @param expression the logarithm of the density
     * @param parameters the parameters
     * @param constants the constants
     */
    public ExpressionModel(final String expression, final List<Parameter> parameters,
        final Map<String, Double> constants) {
        this(expression, "", parameters, constants, List.of(), List.of());
    }

    /**
     * The sum of the parameters' coordinates.
     *
     * @return at least 1
     */
    public int dimension() {
        return parameters.stream().mapToInt(Parameter::coordinates).sum();
    }

    /**
     * The coordinates' names.
     *
     * @return one a coordinate
     */
    public List<String> coordinateNames() {
        return parameters.stream().flatMap(p -> p.coordinateNames().stream()).toList();
    }

    /**
     * The columns that the data term reads.
     *
     * @return their names in the order in which they first occur, whether or not the data has them
     */
    public Set<String> columnsRead() {
        return dataTerm.isBlank() ? Set.of() : tokens(dataTerm, DATA_TERM, Token.Kind.COLUMN);
    }

    /**
     * The same model with only the columns that it reads.
     *
     * @return a model that stores no more data than it needs
     */
    public ExpressionModel withoutUnreadColumns() {
        final var read = columnsRead();
        final var kept = columnNames.stream().filter(read::contains).toList();
        return new ExpressionModel(expression, dataTerm, parameters, constants, kept,
            kept.stream().map(name -> columns.get(columnNames.indexOf(name))).toList());
    }

    /**
     * Checks everything that can be checked, and compiles.
     *
     * @return the program
     * @throws org.scorewalk.engine.InputException if the text cannot be used; the message points at the character
     */
    ExpressionProgram compile() {
        return compile(false);
    }

    /**
     * Compiles so that sums can be over some of the rows.
     *
     * @return a program for {@link ExpressionProgram#estimator}
     */
    ExpressionProgram compileForBatches() {
        return compile(true);
    }

    private ExpressionProgram compile(final boolean batched) {
        final var prior = Parser.parse(new Source(EXPRESSION, expression));
        final var data = dataTerm.isBlank() ? null : Parser.parse(new Source(DATA_TERM, dataTerm));
        check(data == null || !columnsRead().isEmpty(), "The %s reads no column, so that all rows would add the same. "
            + "Name columns between dollar signs, as in $height$, or move it into the %s.", DATA_TERM, EXPRESSION);
        final var program = ExpressionProgram.compile(this, new Source(EXPRESSION, expression), prior,
            new Source(DATA_TERM, dataTerm), data, batched);
        final var used = tokens(expression, EXPRESSION, Token.Kind.NAME);
        if (data != null) {
            used.addAll(tokens(dataTerm, DATA_TERM, Token.Kind.NAME));
        }
        for (final var parameter : parameters) {
            check(used.contains(parameter.name()) || parameter.range().hasLower() && parameter.range().hasUpper(),
                "The parameter '%s' occurs nowhere, so that all of its values would be equally probable. Use it, "
                    + "remove it, or give it both bounds.", parameter.name());
        }
        return program;
    }

    private static Set<String> tokens(final String text, final String name, final Token.Kind kind) {
        return text.length() > Parser.MAX_LENGTH ? new HashSet<>()
            : Lexer.tokens(new Source(name, text)).stream().filter(t -> t.kind() == kind).map(Token::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
