// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.util.ViewPages;

/** The Score Function node: makes a density and its score from parameters. */
public final class ScoreFunctionNodeFactory extends DefaultNodeFactory {

    /** The optional input port, and its port group: a name that workflows hold. */
    static final String TABLE_PORT = "Table";

    /** The other optional input port, and its port group: a name that workflows hold. */
    static final String FACTOR_PORT = "Factor";

    /** The output port, and its port group: a name that workflows hold. */
    static final String OUTPUT_PORT = "Score function";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Score Function") //
        .icon("score-function.png") //
        .shortDescription("Makes a probability density and its score, the gradient of its logarithm.") //
        .fullDescription("""
                <p>Makes a score function: a probability density p together with its score s(x), the gradient of log
                p(x), which is all that Langevin dynamics needs to know of it. Connect it to a <i>Langevin Sampler</i>
                to draw particles from the density, and to a <i>Particle Plot</i> to outline the density in the
                picture.</p>
                <p><b>Ring.</b> log p(x, y) = -(r - 1)<sup>2</sup> / w, up to a constant, where r is the length of
                ((x - cx) / rx, (y - cy) / ry). The density is greatest on the ellipse with the half axes rx and ry
                about the centre (cx, cy). Its score is -(2 / w) (1 - 1 / r) ((x - cx) / rx<sup>2</sup>, (y - cy) /
                ry<sup>2</sup>). The scaled radius of exact draws has the mean 1 + w / 2. Unadjusted Langevin dynamics
                needs step sizes below w rx<sup>2</sup> along x and w ry<sup>2</sup> along y.</p>
                <p><b>Gaussian.</b> log p(x) = -(x - m)<sup>T</sup> S<sup>-1</sup> (x - m) / 2, up to a constant, with
                the mean m and the covariance matrix S; the score is -S<sup>-1</sup> (x - m). Type both in the dialog,
                or add the input port <i>Table</i> and connect a table with <b>one row for each coordinate: its mean,
                then its covariances with all coordinates</b>, so that the covariance columns form the matrix. The names
                of these columns become the names of the coordinates. The matrix must be symmetric and positive
                definite; a singular one has no density. There can be up to 400 coordinates.</p>
                <p><b>Standard normal.</b> Independent coordinates with mean 0 and variance 1; the score is -x.</p>
                <p><b>Gaussian mixture.</b> p(x) = w<sub>1</sub> N(x; m<sub>1</sub>, S<sub>1</sub>) + w<sub>2</sub> N(x;
                m<sub>2</sub>, S<sub>2</sub>) + ..., with weights that are divided by their sum. Type weights, means,
                and standard deviations or covariance matrices in the dialog, or connect a table with <b>one row for
                each component: its weight, its mean, and its standard deviations or its covariances row by row</b>.</p>
                <p><b>Ring mixture.</b> Several rings as above, each with a weight. Weights are the shares of the
                particles, whatever the sizes of the rings.</p>
                <p><b>Two moons.</b> The upper half of the circle of radius R about (0, 0) and the lower half of the one
                about (R, R / 2), as scikit-learn's <tt>make_moons</tt> lays them, both with the noise s. Each moon is
                2 exp(-(r - R)<sup>2</sup> / (2 s<sup>2</sup>)) sigmoid(1.702 v / s) / Z, where r is the distance from
                the centre of its circle and v the height above it (for the lower moon the depth below it). Such a
                product of a symmetric density and a sigmoid has a known constant and exact draws (Azzalini and
                Capitanio 2003, <a href="https://arxiv.org/abs/0911.2342">arXiv:0911.2342</a>).</p>
                <p><b>Banana.</b> x is normal with mean m and standard deviation s, and y, given x, is normal with mean
                c x<sup>2</sup> and standard deviation w. With c = 1 this is the density exp(-a (x - m)<sup>2</sup> - b
                (y - x<sup>2</sup>)<sup>2</sup>) of Rosenbrock's function, a = 1 / (2 s<sup>2</sup>), b = 1 /
                (2 w<sup>2</sup>) (Pagani, Wiegand and Nadarajah 2022,
                <a href="https://arxiv.org/abs/1903.09556">arXiv:1903.09556</a>); with m = 0, w = 1 and c below 0 it is
                the twisted Gaussian of Haario, Saksman and Tamminen (1999), shifted along y.</p>
                <p><b>Funnel.</b> Neal's funnel: v is normal with mean 0 and standard deviation s, and all other
                coordinates, given v, are independent normals with mean 0 and variance exp(v)
                (<a href="https://doi.org/10.1214/aos/1056562461">Neal 2003</a>, section 8, with s = 3 and ten
                coordinates). No step size fits both its neck and its mouth: most samplers miss the neck, as
                comparing them with exact draws shows.</p>
                <p><b>Double well.</b> log p(x) = -b ((x<sub>1</sub> / c)<sup>2</sup> - 1)<sup>2</sup> -
                (x<sub>2</sub><sup>2</sup> + ...) / 2, up to a constant: wells at c and -c in the first coordinate with
                a barrier of height b between them; the other coordinates are standard normal.</p>
                <p><b>Student t.</b> log p(x) = -(n + d) / 2 log(1 + q / n), up to a constant, where n is the number of
                degrees of freedom, d the dimension and q = (x - m)<sup>T</sup> S<sup>-1</sup> (x - m) with the location
                m and the scale matrix S. Its covariance matrix is S n / (n - 2), if n is above 2.</p>
                <p><b>Expression.</b> Any density whose logarithm you can type, in parameters and constants that you
                name. Its score is derived exactly. An expression consists of numbers, names, the operators + - * / ^,
                comparisons (&lt; &lt;= &gt; &gt;= == !=) joined by <tt>and</tt>, <tt>or</tt>, <tt>not</tt>, and choices
                <tt>if condition then value else value</tt>. Definitions may come first: <tt>r = sqrt(x^2 + y^2);
                -(r - 1)^2 / 0.033</tt>. After # follows a comment. Names that are always known: pi, e, inf.</p>
                <p>Functions: exp, log, log1p, expm1, log2, log10, sqrt, square, pow, abs, min, max, sin, cos, tan,
                asin, acos, atan, sinh, cosh, tanh, sigmoid, logit, log_sigmoid, softplus, logsumexp, lgamma, erf, erfc,
                normal_cdf, log_normal_cdf; sum and mean of vectors. Log densities, with all constants and vectors added
                up: normal(x | mu, sigma), std_normal(x), student_t(x | nu, mu, sigma), cauchy(x | mu, sigma),
                laplace(x | mu, sigma), logistic_lpdf(x | mu, sigma), uniform(x | lower, upper), beta(x | a, b),
                exponential(x | rate), gamma(x | shape, rate), inv_gamma(x | shape, scale), chi_square(x | nu),
                lognormal(x | mu, sigma), weibull(x | shape, scale), half_normal(x | sigma), half_cauchy(x | sigma),
                bernoulli(y | p), bernoulli_logit(y | eta), binomial(k | n, p), binomial_logit(k | n, eta),
                poisson(k | rate), poisson_log(k | eta), neg_binomial_2(k | mu, phi), geometric(k | p).</p>
                <p>With a <b>table</b> at the input port <i>Table</i>, the expression is the logarithm of a prior, and
                each row adds the <b>data term</b>, which reads columns of numbers as <tt>$height$</tt>;
                <tt>eta[$school$]</tt> is the element of the vector eta that the row's column names, counted from 1. So
                <tt>theta = mu + tau * eta; normal(mu | 0, 5) + half_cauchy(tau | 5) + std_normal(eta)</tt> with the
                data term <tt>normal($effect$ | theta[$school$], $error$)</tt> is the model of the eight schools.
                Parameters can be bounded; samplers move on the whole line, tables show the parameters themselves.</p>
                <p><b>Temperature and products.</b> At the temperature T the density becomes p<sup>1/T</sup>, up to a
                constant. With a density at the optional port <i>Factor</i> the result is the product of both, up to a
                constant: a likelihood times a prior, or one more factor of a product. Densities that are multiplied
                have the same coordinates. Where parameters of an expression are bounded, it is their own density, not
                that on the line, which is tempered or multiplied.</p>
                <p>All of these know their log-density. All but expressions offer exact draws, which a sampler can be
                compared with; so do rings, Gaussians and Student t at any temperature and products of Gaussians, but no
                other products or densities with a temperature. The names of the coordinates become the names of the
                columns with particles.</p>
                <p>Scores in place of densities are the subject of Hyvärinen (2005), <i>Estimation of Non-Normalized
                Statistical Models by Score Matching</i>, and of Song and Ermon (2019), <i>Generative Modeling by
                Estimating Gradients of the Data Distribution</i>.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(TABLE_PORT, g -> g.name(TABLE_PORT) //
                .description("""
                        The data of an expression's data term, one row for each observation; or mean and covariance of a
                        Gaussian: one row for each coordinate, with its mean in one column and its covariances with all
                        coordinates in as many columns as there are rows; or the components of a Gaussian mixture: one
                        row for each, with its weight, its mean, and its standard deviations or covariances.""") //
                .optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addInputPortGroup(FACTOR_PORT, g -> g.name(FACTOR_PORT) //
                .description("""
                        Another density of the same coordinates, by which the density of this node is multiplied, such
                        as a prior by which a likelihood is. Stochastic-gradient Langevin dynamics draws rows of a
                        product's data term where one of its densities has one; several belong into one
                        expression.""") //
                .optional().supportedTypes(ScoreFunctionPortObject.TYPE)) //
            .addOutputPortGroup(OUTPUT_PORT, g -> g.name(OUTPUT_PORT) //
                .description("""
                        The density and its score. Its description, which following nodes check their settings against,
                        holds the dimension, the kind, the parameters and the names of the coordinates.""") //
                .fixed(ScoreFunctionPortObject.TYPE))) //
        .model(m -> m.parametersClass(ScoreFunctionParameters.class) //
            .configure(ScoreFunctionNode::configure) //
            .execute(ScoreFunctionNode::execute)) //
        .addView(v -> v.withoutParameters() //
            .description("""
                    Shows the density and its score. Two coordinates: a map of the density with arrows along the score
                    and the outline that holds 50 % and 95 % of the mass, or the curves that the density has of its
                    own. One coordinate: the profiles of density and score. More coordinates: the profile along each
                    and the map over any two of them, the others fixed at a point that can be chosen. A score without
                    a density shows its arrows. Bounded coordinates are shown in their bounds. The picture can be
                    moved, zoomed and saved as PNG.""") //
            .page(p -> p.fromString(() -> ViewPages.page("score-function")) //
                .relativePath("score-function.html")) //
            .<ScoreFunctionViewService.InitialData> initialData(d -> d.data(ScoreFunctionView::initialData)) //
            .dataService(s -> s.handler(ScoreFunctionViewService::new))) //
        .nodeType(NodeType.Source) //
        .keywords("density", "probability", "expression", "Bayes", "posterior", "likelihood", "prior", //
            "distribution", "gradient", "Gaussian", "normal", "ring", "mixture", "two moons", "banana", "Rosenbrock", //
            "funnel", "double well", "Student t", "temperature", "Langevin");

    /** Called by KNIME. */
    public ScoreFunctionNodeFactory() {
        super(NODE);
    }
}
