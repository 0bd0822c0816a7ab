// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.diagnostics;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;

/** The Sample Diagnostics node: says whether samples can be trusted and how far they are from a reference. */
public final class SampleDiagnosticsNodeFactory extends DefaultNodeFactory {

    /** The input port with particles, and its port group: a name that workflows hold. */
    static final String PARTICLES_PORT = "Particles";

    /** The optional input port, and its port group: a name that workflows hold. */
    static final String REFERENCE_PORT = "Reference";

    /** The first output port, and its port group: a name that workflows hold. */
    static final String COORDINATES_PORT = "Coordinates";

    /** The second output port, and its port group: a name that workflows hold. */
    static final String RUNS_PORT = "Verdicts";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Sample Diagnostics") //
        .icon("sample-diagnostics.png") //
        .shortDescription("Says whether chains have converged and how far they are from a target.") //
        .fullDescription("""
                <p>Judges the particles of a <i>Langevin Sampler</i>, or any table of draws: whether the chains have
                converged to one distribution, how many independent draws they are worth, how exact means and deviations
                are, and, with a reference, how far the samples are from the target. Each particle is a chain. A table
                without the columns <tt>run</tt>, <tt>step</tt> and <tt>particle</tt> is one chain, row by row. Where
                each particle has one row only, as when the last step alone is kept, the particles count as independent
                draws, which together are one chain.</p>
                <p><b>Convergence</b> follows Vehtari, Gelman, Simpson, Carpenter and B&#252;rkner (<a
                href="https://doi.org/10.1214/20-BA1221">2021</a>), <i>Rank-Normalization, Folding, and
                Localization: An Improved R-hat</i>, with the conventions of ArviZ.
                <tt>R-hat</tt> compares the chains with each other; it needs two or more, and more than 1.01 means that
                they disagree. <tt>ESS bulk</tt> and <tt>ESS tail</tt> are the effective sample sizes for the middle and
                for the 5 % and 95 % quantiles; 400 are enough. <tt>MCSE mean</tt>, <tt>MCSE sd</tt>,
                <tt>MCSE 5 %</tt>, <tt>MCSE median</tt> and <tt>MCSE 95 %</tt> are the Monte Carlo standard errors of
                mean, standard deviation and quantiles. <tt>autocorrelation</tt> is that of neighbouring draws,
                <tt>autocorrelation time</tt> the number of draws that are worth one independent draw for the mean.</p>
                <p><b>Reference.</b> A second table with columns of the same names, or a score function that offers
                exact draws. <tt>mean error</tt> is the difference of the means in standard deviations of the reference,
                <tt>covariance error</tt> the relative difference of the covariance matrices, <tt>sliced
                Wasserstein</tt> the distance of the samples in the units of the coordinates, averaged over random
                directions. The <tt>energy distance</tt> (Sz&#233;kely and Rizzo 2013), <tt>squared MMD</tt> and
                the Kolmogorov-Smirnov distance (<tt>KS distance</tt>, coordinate by coordinate) come with p-values: the
                chance that samples of the same distribution are as far apart. <tt>squared MMD</tt> is the unbiased
                estimate of the squared maximum mean discrepancy (<a
                href="https://jmlr.org/papers/v13/gretton12a.html">Gretton et al. 2012</a>) with the Gaussian kernel
                exp(-|x - y|<sup>2</sup>/(2s<sup>2</sup>)), where s is the median distance of all points; for equal
                distributions it is about 0, and often below. Dependent draws count as many as they are worth. The tests
                of energy and MMD use no more than 1000 draws of each sample, evenly taken from all (<tt>tested
                draws</tt>, <tt>tested reference draws</tt>; with fewer than 20 there is no test), and 199
                permutations.</p>
                <p><b>Verdicts.</b> Each run is <tt>good</tt>, <tt>doubtful</tt> or <tt>bad</tt>, with the reason in
                words. <tt>rank</tt> orders the runs from the best: with a reference by the sliced Wasserstein distance,
                otherwise by the verdict and the smallest effective sample size. That two runs differ little in the
                distance can be chance.</p> """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(PARTICLES_PORT, g -> g.name(PARTICLES_PORT) //
                .description("""
                        Particles over time as the <i>Langevin Sampler</i> gives them, or any table with columns of
                        numbers.""") //
                .fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup(REFERENCE_PORT, g -> g.name(REFERENCE_PORT) //
                .description("""
                        What the particles are compared with: a table of independent draws with columns of the same
                        names, or a score function that offers exact draws.""") //
                .optional().supportedTypes(BufferedDataTable.TYPE, ScoreFunctionPortObject.TYPE)) //
            .addOutputPortGroup(COORDINATES_PORT, g -> g.name(COORDINATES_PORT) //
                .description("One row for each run and coordinate: summary, R-hat, sample sizes, errors, verdict.") //
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(RUNS_PORT, g -> g.name(RUNS_PORT) //
                .description("One row for each run: verdict with reason, distances from the reference, and rank.") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m.parametersClass(SampleDiagnosticsParameters.class) //
            .configure(SampleDiagnosticsNode::configure) //
            .execute(SampleDiagnosticsNode::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("MCMC", "convergence", "R-hat", "effective sample size", "ESS", "MCSE", "Wasserstein", //
            "energy distance", "MMD", "maximum mean discrepancy", "Kolmogorov-Smirnov", "autocorrelation", "ArviZ");

    /** Called by KNIME. */
    public SampleDiagnosticsNodeFactory() {
        super(NODE);
    }
}
