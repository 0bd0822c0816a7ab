// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.scorewalk.engine.expression.Syntax.Chain;
import org.scorewalk.engine.expression.Syntax.Link;
import org.scorewalk.engine.expression.Token.Kind;

/**
 * Reads an expression by recursive descent, one token ahead. From loosest to tightest:
 *
 * <pre>
 * program    : { name '=' expression ';' } expression [ ';' ]
 * expression : 'if' expression 'then' expression 'else' expression | or
 * or         : and { 'or' and }                  also ||
 * and        : not { 'and' not }                 also &amp;&amp;
 * not        : 'not' not | comparison            also !
 * comparison : sum [ ( '&lt;' | '&lt;=' | '&gt;' | '&gt;=' | '==' | '!=' ) sum ]
 * sum        : product { ( '+' | '-' ) product }
 * product    : sign { ( '*' | '/' ) sign }
 * sign       : ( '-' | '+' ) sign | power
 * power      : element [ '^' sign ]              also **; so -x^2 is -(x^2) and 2^3^2 is 2^(3^2)
 * element    : atom [ '[' expression ']' ]
 * atom       : number | name | name '(' [ expression { ',' expression } ] ')' | '$' column '$' | '(' expression ')'
 * </pre>
 *
 * The first comma of a call may be a bar, as in {@code normal(x | mu, sigma)}.
 * Text and nesting are limited, so that hostile text costs bounded time and memory.
 */
final class Parser {

    /** The longest text. */
    static final int MAX_LENGTH = 100_000;

    /** The deepest nesting of brackets, signs, powers and choices. */
    static final int MAX_DEPTH = 200;

    private static final Set<String> KEYWORDS = Set.of("if", "then", "else", "and", "or", "not");

    private final Source m_source;

    private final List<Token> m_tokens;

    private int m_next;

    private int m_depth;

    private Parser(final Source source) {
        m_source = source;
        m_tokens = Lexer.tokens(source);
    }

    /**
     * Parses a text.
     *
     * @param source the text
     * @return its tree
     * @throws org.scorewalk.engine.InputException if it breaks the grammar; the message points at the character
     */
    static Syntax.Program parse(final Source source) {
        check(source.text().length() <= MAX_LENGTH,
            "The %s has %,d characters, but at most %,d are allowed. Shorten it.", source.name(),
            source.text().length(), MAX_LENGTH);
        check(!source.text().isBlank(), "The %s is empty. Type the logarithm of a density, such as -(x^2 + y^2)/2.",
            source.name());
        return new Parser(source).program();
    }

    /**
     * Whether a parameter, a constant or a definition may have this name.
     *
     * @param name the name
     * @return true if it consists of letters, digits and underscores, starts with no digit and is no keyword
     */
    static boolean isName(final String name) {
        return !name.isEmpty() && !KEYWORDS.contains(name) && !Character.isDigit(name.charAt(0))
            && name.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }

    private Syntax.Program program() {
        final var definitions = new ArrayList<Syntax.Definition>();
        while (peek().kind() == Kind.NAME && m_tokens.get(m_next + 1).is("=")) {
            final var name = take();
            if (KEYWORDS.contains(name.text())) {
                throw m_source.error(name.position(), "The word '%s' is reserved and cannot name a value.",
                    name.text());
            }
            take();
            definitions.add(new Syntax.Definition(name.text(), expression(), name.position()));
            expect(";", "A definition ends with a semicolon");
        }
        final var result = expression();
        if (peek().is(";")) {
            take();
        }
        final var rest = peek();
        if (rest.kind() != Kind.END) {
            throw m_source.error(rest.position(), unexpected(rest));
        }
        return new Syntax.Program(definitions, result);
    }

    private String unexpected(final Token token) {
        final var text = token.text();
        return switch (token.kind()) {
            case END -> "Something is missing here. Complete the expression.";
            case NUMBER, NAME, COLUMN -> "An operator is missing before '" + Source.shortened(text)
                + "'. Write a product as a*b.";
            default -> switch (text) {
                case ")", "]" -> "The bracket '" + text + "' has no opening partner. Remove it or add the partner.";
                case "=" -> "A single '=' defines a name at the start of the text. Compare values with '=='.";
                case "<", "<=", ">", ">=", "==", "!=" -> "Comparisons cannot be chained. Write 0 < x and x < 1.";
                case "," -> "A comma stands only between the arguments of a function. A choice is written "
                    + "if condition then value else value.";
                default -> "The sign '" + text + "' cannot stand here.";
            };
        };
    }

    private Syntax expression() {
        final var start = peek();
        if (!start.is("if")) {
            return nested(start, this::or);
        }
        take();
        return nested(start, () -> {
            final var condition = expression();
            expect("then", "A choice is written: if condition then value else value");
            final var yes = expression();
            expect("else", "A choice is written: if condition then value else value");
            return new Syntax.Choice(condition, yes, expression(), start.position());
        });
    }

    private Syntax or() {
        return chain(this::and, Set.of("or", "||"));
    }

    private Syntax and() {
        return chain(this::not, Set.of("and", "&&"));
    }

    private Syntax not() {
        final var token = peek();
        if (token.is("not") || token.is("!")) {
            take();
            return nested(token, () -> new Syntax.Unary("not", not(), token.position()));
        }
        return comparison();
    }

    private Syntax comparison() {
        final var left = sum();
        final var operator = peek();
        if (operator.kind() == Kind.SIGN && Set.of("<", "<=", ">", ">=", "==", "!=").contains(operator.text())) {
            take();
            return new Chain(left, List.of(new Link(operator.text(), sum(), operator.position())),
                operator.position());
        }
        return left;
    }

    private Syntax sum() {
        return chain(() -> chain(this::sign, Set.of("*", "/")), Set.of("+", "-"));
    }

    private Syntax sign() {
        final var token = peek();
        if (token.is("-") || token.is("+")) {
            take();
            return nested(token, () -> token.is("-") ? new Syntax.Unary("-", sign(), token.position()) : sign());
        }
        final var base = element();
        final var power = peek();
        if (power.is("^") || power.is("**")) {
            take();
            return nested(power, () -> new Chain(base, List.of(new Link("^", sign(), power.position())),
                power.position()));
        }
        return base;
    }

    private Syntax element() {
        final var value = atom();
        if (!peek().is("[")) {
            return value;
        }
        final var bracket = take();
        final var index = nested(bracket, this::expression);
        expect("]", "This bracket is not closed", bracket);
        if (peek().is("[")) {
            throw m_source.error(peek().position(), "An element of a vector is a number and has no elements.");
        }
        return new Syntax.Element(value, index, bracket.position());
    }

    private Syntax atom() {
        final var token = take();
        switch (token.kind()) {
            case NUMBER:
                return new Syntax.Number(token.value(), token.position());
            case COLUMN:
                return new Syntax.Column(token.text(), token.position());
            case NAME:
                if (KEYWORDS.contains(token.text())) {
                    throw m_source.error(token.position(), "The word '%s' cannot stand here. %s", token.text(),
                        "A choice is written: if condition then value else value.");
                }
                return peek().is("(") ? call(token) : new Syntax.Name(token.text(), token.position());
            default:
                if (token.is("(")) {
                    final var value = expression();
                    expect(")", "This bracket is not closed", token);
                    return value;
                }
                throw m_source.error(token.position(), token.kind() == Kind.END ? unexpected(token)
                    : "A number, a name or an opening bracket is expected here instead of '" + token.text() + "'.");
        }
    }

    private Syntax call(final Token name) {
        final var bracket = take();
        final var arguments = new ArrayList<Syntax>();
        if (!peek().is(")")) {
            arguments.add(expression());
            while (peek().is(",") || arguments.size() == 1 && peek().is("|")) {
                take();
                arguments.add(expression());
            }
        }
        expect(")", "This bracket is not closed", bracket);
        return new Syntax.Call(name.text(), arguments, name.position());
    }

    private Syntax chain(final Supplier<Syntax> operand, final Set<String> operators) {
        final var first = operand.get();
        if (!operators.contains(peek().text()) || peek().kind() == Kind.COLUMN) {
            return first;
        }
        final var links = new ArrayList<Link>();
        final var position = peek().position();
        while (operators.contains(peek().text()) && peek().kind() != Kind.COLUMN) {
            final var operator = take();
            links.add(new Link(operator.text(), operand.get(), operator.position()));
        }
        return new Chain(first, links, position);
    }

    private Syntax nested(final Token at, final Supplier<Syntax> inner) {
        if (++m_depth > MAX_DEPTH) {
            throw m_source.error(at.position(), "The expression is nested more than %d levels deep here. "
                + "Give parts of it a name, as in a = x + y; a^2.", MAX_DEPTH);
        }
        final var value = inner.get();
        m_depth--;
        return value;
    }

    private void expect(final String wanted, final String why) {
        final var token = peek();
        if (!token.is(wanted)) {
            throw m_source.error(token.position(), "'%s' is expected here instead of %s. %s.", wanted, name(token),
                why);
        }
        take();
    }

    /** Expects a closing bracket; where the text ends without it, the error points at the opening one. */
    private void expect(final String wanted, final String why, final Token opening) {
        final var token = peek();
        if (token.is(wanted)) {
            take();
        } else if (token.kind() == Kind.END) {
            throw m_source.error(opening.position(), "%s. Add a '%s'.", why, wanted);
        } else {
            throw m_source.error(token.position(), unexpected(token));
        }
    }

    private static String name(final Token token) {
        return token.kind() == Kind.END ? "the end" : "'" + token.text() + "'";
    }

    private Token peek() {
        return m_tokens.get(m_next);
    }

    private Token take() {
        final var token = m_tokens.get(m_next);
        if (token.kind() != Kind.END) {
            m_next++;
        }
        return token;
    }
}
