// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorelearner;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.util.NeedsNatives;
import org.scorewalk.nodes.util.ViewPages;

/** The Score Learner node: learns the score of the density that rows were drawn from. */
@NeedsNatives
public final class ScoreLearnerNodeFactory extends DefaultNodeFactory {

    /** The port of the table, and its port group: a name that workflows hold. */
    static final String DATA_PORT = "Training data";

    /** The first output port, and its port group: a name that workflows hold. */
    static final String SCORE_PORT = "Score function";

    /** The second output port, and its port group: a name that workflows hold. */
    static final String LOSSES_PORT = "Losses";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Score Learner") //
        .icon("score-learner.png") //
        .shortDescription("Learns a score function from the rows of a table, to generate rows like them.") //
        .fullDescription("""
                <p>Learns the <b>score</b> s(x), the gradient of log p(x), of the unknown density p that the rows of a
                table were drawn from. With the algorithm <i>Annealed Langevin</i> of the node <i>Langevin Sampler</i>
                the learned score function generates new rows: synthetic data for any table of numbers.</p>
                <p><b>What is learned.</b> A small network learns the score at all noise levels &#963; between the
                largest and the smallest (Song and Ermon 2019), in standard deviations of the columns. Each row z of a
                batch, standardised, gets a noise level, spread evenly over log &#963;, and noise e, and <b>denoising
                score matching</b> (Vincent 2011) minimises</p>
                <p>|&#963; s(z + &#963;e, &#963;) + e|<sup>2</sup> / d,</p>
                <p>where d is the number of columns. <b>Sliced score matching</b> (Song et al. 2019) does not use the
                noise that it knows, but derivatives along random signs v: 1 + &#963;<sup>2</sup> (2
                v<sup>T</sup>(&#8706;s/&#8706;x)v + |s|<sup>2</sup>) / d. Both have the same expectation, so their
                losses can be compared. 1 is the loss of a score that is 0; no score reaches 0, since noise cannot be
                told from structure.</p>
                <p><b>Network.</b> s(z, &#963;) = -z/(1 + &#963;<sup>2</sup>) + F(z/q, log &#963;)/(&#963;q) with q =
                &#8730;(1 + &#963;<sup>2</sup>): the network F, a stack of fully connected layers with the activation
                SiLU, learns how the density differs from a Gaussian, and its inputs and outputs are of order 1 at all
                noise levels (Karras et al. 2022). It is trained by Adam, whose learning rate falls along half a cosine,
                and what comes out is a running mean of its weights.</p>
                <p><b>The score function</b> that comes out is used like any other. Without a noise level, as in
                Langevin dynamics, in <i>Score Function Apply</i> or in views, it is the score at the smallest noise,
                which is good where there are data, and only there. It has no log-density: nodes and algorithms that
                need one say so.</p>
                <p><b>Judging the result.</b> The validation loss should fall and stay near the loss; where it rises
                while the loss falls, there are too many steps or too few rows. Compare a sample with rows of the table
                by the node <i>Sample Diagnostics</i>.</p>
                <p><b>Limits.</b> All chosen columns must be numbers and vary; missing cells, NaN and infinite numbers
                are refused. Columns of few different whole numbers are learned as if they were continuous. There can be
                up to 1000 columns, but what a small network learns well are some ten.</p>
                <p><b>Repeatability.</b> The same data, options and seed give the same numbers, bit by bit, with any
                number of threads, on machines with the same kind of processor.</p>
                <p><b>Requirements.</b> Training computes its matrix products by a native library (OpenBLAS), which is
                loaded when the node is executed for the first time. There is one for Linux x86_64, Linux aarch64,
                Windows x86_64, macOS x86_64 and macOS aarch64. The learned score function needs none.</p>
                <p>Vincent (2011), <i>A Connection Between Score Matching and Denoising Autoencoders</i> (<a
                href="https://doi.org/10.1162/NECO_a_00142">doi:10.1162/NECO_a_00142</a>); Song and Ermon (2019),
                <i>Generative Modeling by Estimating Gradients of the Data Distribution</i> (<a
                href="https://arxiv.org/abs/1907.05600">arXiv:1907.05600</a>); Song et al. (2019), <i>Sliced Score
                Matching</i> (<a href="https://arxiv.org/abs/1905.07088">arXiv:1905.07088</a>); Karras et al. (2022),
                <i>Elucidating the Design Space of Diffusion-Based Generative Models</i> (<a
                href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>).</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(DATA_PORT, g -> g.name(DATA_PORT) //
                .description("""
                        The rows to learn from: columns of finite numbers, at least two rows, better some
                        thousand.""") //
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(SCORE_PORT, g -> g.name(SCORE_PORT) //
                .description("""
                        The learned score function, whose coordinates bear the names of the columns.""") //
                .fixed(ScoreFunctionPortObject.TYPE)) //
            .addOutputPortGroup(LOSSES_PORT, g -> g.name(LOSSES_PORT) //
                .description("""
                        The course of the training: <tt>step</tt>, the mean <tt>loss</tt> since the row before,
                        <tt>validation loss</tt> of the running mean of the weights on rows that are not learned from
                        (missing where there are none), and <tt>seconds</tt> since training began.""") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m.parametersClass(ScoreLearnerParameters.class) //
            .configure(ScoreLearnerNode::configure) //
            .execute(ScoreLearnerNode::execute)) //
        .addView(v -> v.withoutParameters() //
            .description("""
                    The losses by step or second, with zoom and values under the pointer, and what the score does at
                    noise levels from the largest to the smallest, to step and play through. Two columns: the learned
                    score as arrows, over the density of the rows with noise of this level, whose score it should be, so
                    arrows should point uphill. Two columns or more: some rows with noise, and where the score leads
                    from them, which should be near the rows. One column: density and score as curves. What is drawn is
                    the score at the chosen noise; the density is that of a sample of the rows, not learned. Pictures
                    are saved as PNG.""") //
            .page(p -> p.fromString(() -> ViewPages.page("score-learner")) //
                .relativePath("score-learner.html")) //
            .<ScoreLearnerViewService.InitialData> initialData(d -> d.data(ScoreLearnerView::initialData)) //
            .dataService(s -> s.handler(ScoreLearnerViewService::new))) //
        .nodeType(NodeType.Learner) //
        .keywords("score matching", "denoising", "diffusion model", "generative model", "neural network",
            "synthetic data", "NCSN", "density");

    /** Called by KNIME. */
    public ScoreLearnerNodeFactory() {
        super(NODE);
    }
}
