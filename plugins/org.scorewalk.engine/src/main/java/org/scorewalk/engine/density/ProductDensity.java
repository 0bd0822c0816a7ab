// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.density;

import static org.scorewalk.engine.InputException.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Monitor;
import org.scorewalk.engine.Plural;
import org.scorewalk.engine.transform.Interval;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The product of densities of the same coordinates, up to a constant: log-densities and scores add up. Where
 * coordinates are bounded, it is the densities of what people see that are multiplied, so the log-Jacobian of the map
 * from the line counts once. Where a single factor has a data term, the product has it, too: an estimate of that
 * factor's score and the scores of all others add up to an estimate of the product's. With several there would be no
 * telling which rows belong together.
 */
public final class ProductDensity implements Density {

    private static final int MAX_FACTORS = 64;

    private static final String FACTORS = "factors";

    private final List<Density> m_factors;

    private final List<Interval> m_ranges;

    private final DensityDocument m_document;

    private ProductDensity(final List<Density> factors) {
        m_factors = List.copyOf(factors);
        m_ranges = factors.get(0).ranges();
        final var documents = factors.stream().map(Density::document).toList();
        check(factors.stream().allMatch(f -> f.ranges().equals(m_ranges)),
            "Densities whose coordinates have different bounds cannot be multiplied. Give the parameters of both the "
                + "same bounds.");
        final var arrays = new TreeMap<String, double[]>();
        for (int f = 0; f < documents.size(); f++) {
            NestedDocuments.addArrays(f + "/", documents.get(f), arrays);
        }
        m_document = document(documents, arrays);
    }

    /** Another one with the same numbers, which may be many and are not copied. */
    private ProductDensity(final ProductDensity other, final List<Density> factors) {
        m_factors = List.copyOf(factors);
        m_ranges = other.m_ranges;
        m_document = other.m_document;
    }

    /**
     * The product of densities.
     *
     * @param densities one or more densities of the same dimension; those that are products count as their factors
     * @return a density in proportion to the product; a Gaussian if all factors are
     * @throws InputException if the densities have different coordinates
     */
    public static Density of(final List<Density> densities) {
        final var factors = new ArrayList<Density>();
        for (final var density : densities) {
            if (density instanceof ProductDensity product) {
                factors.addAll(product.m_factors);
            } else {
                factors.add(density);
            }
        }
        final var coordinates = coordinates(factors.stream().map(Density::document).toList());
        if (factors.size() == 1) {
            return factors.get(0);
        }
        final boolean gaussian = factors.stream().allMatch(f -> f instanceof GaussianDensity
            || f instanceof StandardNormalDensity && f.dimension() <= GaussianDensity.MAX_DIMENSION);
        return gaussian ? GaussianDensity.product(factors.stream()
            .map(f -> f instanceof StandardNormalDensity s ? s.gaussian(1) : (GaussianDensity)f).toList(), coordinates)
            : new ProductDensity(factors);
    }

    /**
     * What can be said of a product before the numbers of all factors are known.
     *
     * @param documents what is known of the factors
     * @return a document without arrays
     * @throws InputException if the densities have different coordinates
     */
    public static DensityDocument announce(final List<DensityDocument> documents) {
        final var coordinates = coordinates(documents);
        final boolean gaussian = documents.stream().allMatch(d -> d.family().equals(DensityFamily.GAUSSIAN.name())
            || d.family().equals(DensityFamily.STANDARD_NORMAL.name())
                && d.dimension() <= GaussianDensity.MAX_DIMENSION);
        return gaussian ? GaussianDensity.announce(documents.get(0).dimension(), coordinates)
            : document(documents.stream().flatMap(ProductDensity::factors).toList(), Map.of());
    }

    /**
     * Of how many densities with a data term a density is made.
     *
     * @param document what is known of the density, which may be tempered
     * @return how many factors of a product have one, 0 or 1 of any other density
     */
    public static int dataTerms(final DensityDocument document) {
        final var untempered = TemperedDensity.original(document);
        return (int)factors(untempered).filter(d -> d.capabilities().contains(Capability.DATA_TERM)).count();
    }

    /** A product counts as its factors. */
    private static Stream<DensityDocument> factors(final DensityDocument document) {
        if (!document.family().equals(DensityFamily.PRODUCT.name())) {
            return Stream.of(document);
        }
        final var factors = new ArrayList<DensityDocument>();
        document.parameters().path(FACTORS).forEach(json -> factors.add(DensityDocument.fromJson(json, Map.of())));
        return factors.stream();
    }

    private static DensityDocument document(final List<DensityDocument> documents,
        final Map<String, double[]> arrays) {
        final var coordinates = coordinates(documents);
        final var parameters = JsonNodeFactory.instance.objectNode();
        final var list = parameters.putArray(FACTORS);
        documents.forEach(document -> list.add(document.toJson()));
        final var capabilities = EnumSet.noneOf(Capability.class);
        if (documents.stream().allMatch(d -> d.capabilities().contains(Capability.LOG_DENSITY))) {
            capabilities.add(Capability.LOG_DENSITY);
        }
        if (documents.stream().filter(d -> d.capabilities().contains(Capability.DATA_TERM)).count() == 1) {
            capabilities.add(Capability.DATA_TERM);
        }
        return new DensityDocument(DensityFamily.PRODUCT.name(), documents.get(0).dimension(), coordinates, parameters,
            arrays, capabilities);
    }

    /** The names of the coordinates, if any factor has them. */
    private static List<String> coordinates(final List<DensityDocument> documents) {
        check(!documents.isEmpty() && documents.size() <= MAX_FACTORS,
            "A product has %d factors, but it must have between 1 and %d.", documents.size(), MAX_FACTORS);
        final int dimension = documents.get(0).dimension();
        List<String> names = List.of();
        for (final var document : documents) {
            check(document.dimension() == dimension, "Densities with %s and with %s cannot be multiplied. "
                + "Connect a density of the same coordinates.", Plural.of(dimension, "coordinate"),
                Plural.of(document.dimension(), "coordinate"));
            if (names.isEmpty()) {
                names = document.coordinates();
            }
            check(document.coordinates().isEmpty() || document.coordinates().equals(names),
                "Densities with the coordinates %s and %s cannot be multiplied. Give both the same names in the "
                    + "option 'Coordinate names'.", names, document.coordinates());
        }
        return names;
    }

    static Density read(final DensityDocument document) {
        final var arrays = document.arrays();
        final var factors = new ArrayList<Density>();
        final var list = document.parameters().path(FACTORS);
        check(list.size() >= 2 && list.size() <= MAX_FACTORS, "The stored product has %s.",
            Plural.of(list.size(), "factor"));
        for (int f = 0; f < list.size(); f++) {
            factors.add(NestedDocuments.read(list.get(f), NestedDocuments.arrays(f + "/", arrays),
                DensityFamily.PRODUCT));
        }
        final var product = new ProductDensity(factors);
        check(product.dimension() == document.dimension(), "The stored product has another dimension than its "
            + "factors.");
        return product;
    }

    List<Density> factors() {
        return m_factors;
    }

    @Override
    public DensityDocument document() {
        return m_document;
    }

    @Override
    public int dimension() {
        return m_document.dimension();
    }

    @Override
    public void score(final double[][] x, final int n, final double[][] out) {
        blockScore(n).score(x, n, out);
    }

    @Override
    public BlockScore blockScore(final int capacity) {
        final var first = m_factors.get(0).blockScore(capacity);
        final var others = sum(m_factors.subList(1, m_factors.size()), capacity);
        return (x, n, out) -> {
            first.score(x, n, out);
            others.score(x, n, out);
            correct(x, n, out);
        };
    }

    /** Adds the scores of factors to what there is. */
    private BlockScore sum(final List<Density> factors, final int capacity) {
        final var scores = factors.stream().map(f -> f.blockScore(capacity)).toArray(BlockScore[]::new);
        final var scratch = new double[dimension()][capacity];
        return (x, n, out) -> {
            for (final var score : scores) {
                score.score(x, n, scratch);
                Blocks.add(scratch, n, out);
            }
        };
    }

    @Override
    public Optional<DataTerm> dataTerm() {
        final var withData = m_factors.stream().filter(f -> f.dataTerm().isPresent()).toList();
        return withData.size() != 1 ? Optional.empty() : withData.get(0).dataTerm().map(data -> data.with(capacity -> {
            final var estimator = data.estimator(capacity);
            final var others = sum(m_factors.stream().filter(f -> f != withData.get(0)).toList(), capacity);
            return (x, n, batch, choice, out) -> {
                estimator.estimate(x, n, batch, choice, out);
                others.score(x, n, out);
                correct(x, n, out);
            };
        }));
    }

    @Override
    public void logDensity(final double[][] x, final int n, final double[] out) {
        final var scratch = new double[n];
        m_factors.get(0).logDensity(x, n, out);
        for (int f = 1; f < m_factors.size(); f++) {
            m_factors.get(f).logDensity(x, n, scratch);
            Blocks.add(scratch, n, out);
        }
        correct(x, n, out);
    }

    @Override
    public BlockEvaluation blockEvaluation(final int capacity) {
        final var inner = m_factors.stream().map(f -> f.blockEvaluation(capacity)).toArray(BlockEvaluation[]::new);
        final var scratch = new double[dimension()][capacity];
        final var log = new double[capacity];
        return (x, n, logDensity, score) -> {
            inner[0].evaluate(x, n, logDensity, score);
            for (int f = 1; f < inner.length; f++) {
                inner[f].evaluate(x, n, log, scratch);
                Blocks.add(log, n, logDensity);
                Blocks.add(scratch, n, score);
            }
            correct(x, n, logDensity);
            correct(x, n, score);
        };
    }

    /** Takes away the log-Jacobians of all factors but one. */
    private void correct(final double[][] x, final int n, final double[] log) {
        for (int i = 0; i < m_ranges.size(); i++) {
            final var range = m_ranges.get(i);
            for (int k = 0; k < n && !range.isLine(); k++) {
                log[k] -= (m_factors.size() - 1) * range.logJacobian(x[i][k]);
            }
        }
    }

    private void correct(final double[][] x, final int n, final double[][] score) {
        for (int i = 0; i < m_ranges.size(); i++) {
            final var range = m_ranges.get(i);
            for (int k = 0; k < n && !range.isLine(); k++) {
                score[i][k] -= (m_factors.size() - 1) * range.logJacobianSlope(x[i][k]);
            }
        }
    }

    @Override
    public Density watchedBy(final Monitor monitor) {
        return new ProductDensity(this, m_factors.stream().map(factor -> factor.watchedBy(monitor)).toList());
    }

    @Override
    public List<Interval> ranges() {
        return m_ranges;
    }

    @Override
    public double extent() {
        return m_factors.stream().mapToDouble(Density::extent).max().orElseThrow();
    }

    @Override
    public String toString() {
        return m_document.toString();
    }
}
