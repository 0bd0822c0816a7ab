// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.langevin;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.util.ViewPages;

/** The Langevin Sampler node: moves particles by unadjusted Langevin dynamics. */
public final class LangevinSamplerNodeFactory extends DefaultNodeFactory {

    /** The input port with the density, and its port group: a name that workflows hold. */
    static final String SCORE_PORT = "Score function";

    /** The optional input port, and its port group: a name that workflows hold. */
    static final String START_PORT = "Initial particles";

    /** The first output port, and its port group: a name that workflows hold. */
    static final String PARTICLES_PORT = "Particles";

    /** The second output port, and its port group: a name that workflows hold. */
    static final String RUNS_PORT = "Runs";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Langevin Sampler") //
        .icon("langevin-sampler.png") //
        .shortDescription("Draws particles from a density by Langevin dynamics and related algorithms.") //
        .fullDescription("""
                <p>Draws particles from the density at the input by <b>unadjusted Langevin dynamics</b>, which needs
                nothing of it but the score s(x), the gradient of log p(x). In each step every particle follows the
                score a little and is moved at random:</p>
                <p>x' = x + h s(x) + &#8730;(2h) z,</p>
                <p>where z is standard normal and h is the step size, common or one for each coordinate. After many
                small steps the particles are distributed as the density says, wherever they started. Use the node to
                draw samples, to watch how they form (keep all steps), to compare step sizes (several runs), or to
                follow a single chain (one particle, many steps).</p>
                <p><b>Step size.</b> A larger step moves particles faster, but they converge to a density that is more
                and more too wide; beyond a bound they run away. For a Gaussian with covariance S, a chain with step
                size h has the covariance S (I - (h/2) S<sup>-1</sup>)<sup>-1</sup> and is stable for h below 2 / l,
                where l is the largest eigenvalue of S<sup>-1</sup>. Where the bound is known, a larger step size is
                reported before anything is computed. A run that diverges has the status <tt>diverged</tt>, its rows end
                with the last step whose values are all finite, and the other runs go on.</p>
                <p><b>Other algorithms.</b> Metropolis-adjusted Langevin, Hamiltonian Monte Carlo (Duane et al. 1987)
                and the no-U-turn sampler (Hoffman and Gelman 2014; Betancourt 2017) accept or reject each move, so that
                the step size biases nothing; during a warm-up they adapt it by dual averaging (Hoffman and Gelman 2014)
                and at the end by the recursion of Robbins and Monro (1951), so that it meets the target acceptance.
                Divergences are trajectories that left their energy level; where there are some, narrow places
                of the density are not sampled well. Underdamped Langevin dynamics (BAOAB, Leimkuhler and Matthews 2013)
                gives particles a velocity. Judge the result with the node <i>Sample Diagnostics</i>.</p>
                <p><b>Metric.</b> A warm-up also learns the shape of the density, as Stan does: a matrix M, diagonal or
                dense, from the variances or covariances of the particles over windows of growing length. Langevin
                moves are then x' = x + h M s(x) + &#8730;(2h) L z, where L L<sup>T</sup> = M; for algorithms with
                momenta, M is the inverse of the mass matrix. Without acceptance test, M is scaled so that h keeps its
                meaning.</p>
                <p><b>Stochastic-gradient Langevin</b> (Welling and Teh 2011) is for densities with a data term over N
                rows: the score is that of everything else plus N/n times the sum over n rows, drawn for each particle
                and step. With the noise variance V of this estimate, results are wider by a factor of about 1 + h V/2;
                a polynomial schedule lets that vanish.</p>
                <p><b>Annealed Langevin</b> (Song and Ermon 2019) suits score functions that were learned from data by
                the node <i>Score Learner</i>. It starts from wide noise, whatever the options of the start say, and
                follows the density smoothed by less and less noise: at each noise level &#963; it makes steps x' = x +
                h s(x, &#963;) + &#8730;(2h) z with h = r &#963;<sup>2</sup>, where noise is in standard deviations of
                each coordinate and r is the option <i>Step relative to noise</i>. In their notation r is
                &#949;/(2&#963;<sub>L</sub><sup>2</sup>). A last step x + &#963;<sup>2</sup> s(x, &#963;) takes away
                what is left of the noise. Keep only the last step, unless you want to see how the sample forms.</p>
                <p><b>Runs.</b> All runs of the list are computed in one execution, each from the start and with random
                numbers of its own. A run of exact draws, where the density offers them, is the reference to compare
                with: each of its steps draws all particles anew. It has no step size, and its row in the table
                <i>Runs</i> leaves that missing.</p>
                <p><b>Particles table.</b> <tt>run</tt> and <tt>particle</tt> count from 1, <tt>step</tt> is the number
                of the step, 0 being the start; then follows one column for each coordinate, named as the density names
                them, else as the start table does, else <tt>x1</tt>, <tt>x2</tt>, and so on. Rows are ordered by run,
                step and particle.</p>
                <p><b>Runs table.</b> <tt>run</tt>, <tt>algorithm</tt>, <tt>steps</tt>, <tt>step size</tt> (for each
                coordinate if some run has its own), <tt>particles</tt>, <tt>status</tt> (<tt>ok</tt> or
                <tt>diverged</tt>), <tt>mean</tt> and <tt>cov</tt> of all recorded particles but those of step 0
                (variances alone beyond 16 coordinates),
                <tt>seconds</tt> of computation, <tt>particle-steps/s</tt> and the number of <tt>rows</tt>, and where
                some run's algorithm has an acceptance test, the mean <tt>acceptance</tt> and the number of
                <tt>divergences</tt>, both after warm-up. Where some run has a warm-up, <tt>adapted step size</tt> of
                each coordinate says what it has found.</p>
                <p><b>Limits.</b> Only the steps that are kept need room; memory holds one step at a time. Densities
                with modes far apart need many steps.</p>
                <p>Roberts and Tweedie (1996), <i>Exponential Convergence of Langevin Distributions and Their Discrete
                Approximations</i>; Welling and Teh (2011), <i>Bayesian Learning via Stochastic Gradient Langevin
                Dynamics</i>; Song and Ermon (2019), <i>Generative Modeling by Estimating Gradients of the Data
                Distribution</i> (<a href="https://arxiv.org/abs/1907.05600">arXiv:1907.05600</a>); Song et al. (2021),
                <i>Score-Based Generative Modeling through Stochastic Differential Equations</i> (<a
                href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>).</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(SCORE_PORT, g -> g.name(SCORE_PORT) //
                .description("""
                        The density to draw from, as the nodes <i>Score Function</i> and <i>Score Learner</i> make
                        it.""") //
                .fixed(ScoreFunctionPortObject.TYPE)) //
            .addInputPortGroup(START_PORT, g -> g.name(START_PORT) //
                .description("""
                        Where particles start: each row is a particle, with one column of numbers for each coordinate.
                        Without this port, the options say where particles start and how many there are.""") //
                .optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(PARTICLES_PORT, g -> g.name(PARTICLES_PORT) //
                .description("""
                        The particles over time: run, step, particle, and one column for each coordinate, ordered by
                        run, step and particle.""") //
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(RUNS_PORT, g -> g.name(RUNS_PORT) //
                .description("""
                        One row for each run: its settings, whether it diverged, mean and covariance of the recorded
                        particles, time and speed.""") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m.parametersClass(LangevinSamplerParameters.class) //
            .configure(LangevinSamplerNode::configure) //
            .execute(LangevinSamplerNode::execute)) //
        .addView(v -> v.withoutParameters() //
            .description("""
                    Shows how the runs went: traces of the first particles or of all of them, running means,
                    autocorrelations, the acceptance of algorithms that have one, and the table of runs, which can be
                    sorted and from which a run is chosen. Long traces join neighbouring steps and say so. Up to 24
                    coordinates can be chosen. The pictures can be zoomed and saved as PNG.""") //
            .page(p -> p.fromString(() -> ViewPages.page("langevin-sampler")) //
                .relativePath("langevin-sampler.html")) //
            .<LangevinSamplerViewService.InitialData> initialData(d -> d.data(LangevinSamplerView::initialData)) //
            .dataService(s -> s.handler(LangevinSamplerViewService::new))) //
        .nodeType(NodeType.Manipulator) //
        .keywords("MCMC", "Monte Carlo", "Markov chain", "sample", "score", "ULA", "MALA", "HMC", "NUTS", "SGLD", //
            "diffusion", "particles");

    /** Called by KNIME. */
    public LangevinSamplerNodeFactory() {
        super(NODE);
    }
}
