// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.trainer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.GanPortObject;
import org.scorewalk.nodes.util.NeedsNatives;
import org.scorewalk.nodes.util.ViewPages;

/** The GAN Trainer node: learns to generate images or rows of numbers. */
@NeedsNatives
public final class GanTrainerNodeFactory extends DefaultNodeFactory {

    /** The port of the table, and its port group: a name that workflows hold. */
    static final String DATA_PORT = "Training data";

    /** The optional port of an earlier GAN, and its port group: a name that workflows hold. */
    static final String EARLIER_PORT = "Earlier GAN";

    static final String GAN_PORT = "GAN";

    static final String LOSSES_PORT = "Losses";

    static final String SAMPLES_PORT = "Samples";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("GAN Trainer") //
        .icon("gan-trainer.png") //
        .shortDescription("Trains a generative adversarial network on images or on columns of numbers.") //
        .fullDescription("""
                <p>Trains two networks against each other: a <b>generator</b> that turns random numbers (noise) into
                rows like those of the input table, and a <b>discriminator</b> that tells generated rows from real ones.
                What the generator has learned goes on to a <i>GAN Sampler</i>.</p>
                <p><b>Data.</b> Either a column of PNG images, all of the same size and with the same number of
                channels, whose pixels are scaled from 0..255 to -1..1; or columns of numbers, each of which is scaled
                so that its least value becomes -1 and its greatest 1. The sampler scales back. A constant column keeps
                its value.</p>
                <p><b>Networks.</b> Both are stacks of fully connected layers. The generator ends in a hyperbolic
                tangent, the discriminator in a single number u. Weights and biases begin uniform in &#177;1/&#8730;n,
                where n is the number of inputs of the layer.</p>
                <p><b>Losses</b>, as means over a batch; real rows first, then generated ones, then the generator's.
                <i>Binary cross-entropy</i>: -log &#963;(u), -log(1 - &#963;(u)), -log &#963;(u). <i>Hinge</i>: max(0, 1
                - u), max(0, 1 + u), -u. <i>Least squares</i>: (u - 1)<sup>2</sup>/2, u<sup>2</sup>/2, (u -
                1)<sup>2</sup>/2. <i>Wasserstein with gradient penalty</i>: -u, u, -u, and w (|&#8711;u| -
                1)<sup>2</sup> at random points between real and generated rows. The discriminator's loss is the sum of
                its parts. Generated rows are constants for the discriminator's step, and the generator's gradient goes
                through the discriminator.</p>
                <p><b>Optimiser.</b> Adam for each network, with an epsilon of 1e-8 that is added after the bias
                correction. Rows come in their order in batches of the chosen size; the last batch of an epoch may be
                smaller.</p>
                <p>The defaults are those of a well-known exercise: 100 noise numbers, generator 256-512 with ReLU,
                discriminator 512-256 with leaky ReLU of slope 0.2, binary cross-entropy, rate 0.0002, beta 0.5 and
                0.999, batches of 64, 30 epochs, the generator's step before the discriminator's on the same generated
                rows.</p>
                <p><b>Repeatability.</b> The same data, options and seed give the same numbers, bit by bit, with any
                number of threads, on machines with the same kind of processor. Training that goes on with an earlier
                GAN gives what it would have given without the interruption, if the options are the same and the
                optimiser's memory was kept.</p>
                <p><b>Requirements.</b> Training computes its matrix products by a native library (OpenBLAS), which is
                loaded when the node is executed for the first time. There is one for Linux x86_64, Linux aarch64,
                Windows x86_64, macOS x86_64 and macOS aarch64.</p>
                <p><b>Limits.</b> Fully connected layers suit small images, such as digits of 28 x 28 pixels: the number
                of weights grows with the number of pixels. A generator can also learn a few kinds of rows only (mode
                collapse); where the samples along the training suggest that, the node warns.</p>
                <p>Goodfellow et al. (2014), <i>Generative Adversarial Nets</i> (<a
                href="https://arxiv.org/abs/1406.2661">arXiv:1406.2661</a>); Lim and Ye (2017), <i>Geometric GAN</i> (<a
                href="https://arxiv.org/abs/1705.02894">arXiv:1705.02894</a>); Mao et al. (2017), <i>Least Squares
                Generative Adversarial Networks</i> (<a href="https://arxiv.org/abs/1611.04076">arXiv:1611.04076</a>);
                Gulrajani et al. (2017), <i>Improved Training of Wasserstein GANs</i> (<a
                href="https://arxiv.org/abs/1704.00028">arXiv:1704.00028</a>); Kingma and Ba (2015), <i>Adam</i> (<a
                href="https://arxiv.org/abs/1412.6980">arXiv:1412.6980</a>).</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(DATA_PORT, g -> g.name(DATA_PORT) //
                .description("""
                        The rows to learn from, at least two: a column of PNG images of one size, or columns of finite
                        numbers.""") //
                .fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup(EARLIER_PORT, g -> g.name(EARLIER_PORT) //
                .description("""
                        A GAN whose training goes on. It has to have learned rows of the same form. Its networks are
                        used, so the options of the networks have no effect.""") //
                .optional().supportedTypes(GanPortObject.TYPE)) //
            .addOutputPortGroup(GAN_PORT, g -> g.name(GAN_PORT) //
                .description("The trained networks.").fixed(GanPortObject.TYPE)) //
            .addOutputPortGroup(LOSSES_PORT, g -> g.name(LOSSES_PORT) //
                .description("""
                        The mean losses of both networks since the row before: one row at the end of each epoch and, if
                        chosen, one every few iterations. Columns: <tt>epoch</tt>, <tt>iteration</tt> (counted over all
                        epochs), <tt>discriminator loss</tt>, <tt>generator loss</tt> (missing where the generator made
                        no step) and <tt>seconds</tt> since training began.""") //
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(SAMPLES_PORT, g -> g.name(SAMPLES_PORT) //
                .description("""
                        Generated rows along the training, always of the same noise: <tt>epoch</tt>, <tt>sample</tt>,
                        and <tt>image</tt> or the learned columns.""") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m.parametersClass(GanTrainerParameters.class) //
            .configure(GanTrainerNode::configure) //
            .execute(GanTrainerNode::execute)) //
        .addView(v -> v.withoutParameters() //
            .description("""
                    Losses of both networks by epoch, iteration or second, with zoom and values under the pointer, and
                    what the generator makes of the same noise along the training: images to step and play through,
                    beside real ones, or histograms and scatter plots of numbers over the real ones. Dotted lines show
                    both losses where the discriminator cannot tell real from generated rows (binary cross-entropy). A
                    click on a curve goes to the samples next to it. Pictures are saved as PNG.""") //
            .page(p -> p.fromString(() -> ViewPages.page("gan-trainer")) //
                .relativePath("gan-trainer.html")) //
            .<GanTrainerSamples.InitialData> initialData(d -> d.data(GanTrainerView::initialData)) //
            .dataService(s -> s.handler(GanTrainerSamples::new))) //
        .nodeType(NodeType.Learner) //
        .keywords("generative adversarial network", "WGAN", "neural network", "deep learning", "images",
            "synthetic data",
            "DL4J");

    /** Called by KNIME. */
    public GanTrainerNodeFactory() {
        super(NODE);
    }
}
