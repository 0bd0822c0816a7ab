// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.gan.sampler;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.GanPortObject;
import org.scorewalk.nodes.util.ViewPages;

/** The GAN Sampler node: generates images or rows of numbers. */
public final class GanSamplerNodeFactory extends DefaultNodeFactory {

    /** The port of the GAN, and its port group: a name that workflows hold. */
    static final String GAN_PORT = "GAN";

    /** The optional port of noise, and its port group: a name that workflows hold. */
    static final String NOISE_PORT = "Noise";

    static final String OUTPUT_PORT = "Generated rows";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("GAN Sampler") //
        .icon("gan-sampler.png") //
        .shortDescription("Generates images or rows of numbers with a trained GAN.") //
        .fullDescription("""
                <p>Generates rows like those that a GAN has learned: images as PNG, or columns of numbers in the ranges
                that the training data had. Each row comes from its own noise, standard normal numbers that the
                generator turns into the row. The same seed gives the same rows, and fewer rows are the first of
                more.</p>
                <p><b>Score.</b> The column <tt>discriminator score</tt> is what the discriminator says to a generated
                row: the probability that it is real where the GAN was trained with the binary cross-entropy, else the
                discriminator's output, greater for rows that look more real.</p>
                <p><b>Noise of your own.</b> Add the optional input port for a table with the noise of each row, as many
                columns as the GAN takes numbers. The option <i>Append the noise</i> makes such tables: generate rows
                with their noise, pick some of them, and feed their noise back.</p>
                <p><b>Interpolation.</b> With steps between noise rows, the generator walks from each noise row to the
                next in that many steps more, on a straight line or on an arc. The arc keeps the length that normal
                noise has, which a straight line through the middle does not (White 2016, <i>Sampling Generative
                Networks</i>, <a href="https://arxiv.org/abs/1609.04468">arXiv:1609.04468</a>).</p>
                <p>No native library is needed.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(GAN_PORT, g -> g.name(GAN_PORT) //
                .description("A trained GAN.").fixed(GanPortObject.TYPE)) //
            .addInputPortGroup(NOISE_PORT, g -> g.name(NOISE_PORT) //
                .description("Noise: one row for each row to generate, as many columns of numbers as the GAN takes.") //
                .optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(OUTPUT_PORT, g -> g.name(OUTPUT_PORT) //
                .description("""
                        The generated rows: <tt>image</tt> or the learned columns, <tt>discriminator score</tt> and, if
                        chosen, the noise as <tt>noise 1</tt>, <tt>noise 2</tt>, and so on.""") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m.parametersClass(GanSamplerParameters.class) //
            .configure(GanSamplerNode::configure) //
            .execute(GanSamplerNode::execute)) //
        .addView(v -> v.withoutParameters() //
            .description("""
                    The generated images as a grid, in the order of the table or of the discriminator's score; a click
                    or the Enter key enlarges one. Where noise was connected, the way from one noise row to the next
                    can be played. For numbers: histograms of the columns and a scatter plot of two of them. Of very
                    long tables the first 10,000 rows are shown. Pictures are saved as PNG.""") //
            .page(p -> p.fromString(() -> ViewPages.page("gan-sampler")) //
                .relativePath("gan-sampler.html")) //
            .<GanSamplerRows.InitialData> initialData(d -> d.data(GanSamplerView::initialData)) //
            .dataService(s -> s.handler(GanSamplerRows::new))) //
        .nodeType(NodeType.Predictor) //
        .keywords("generative adversarial network", "generate", "synthetic data", "images", "latent space",
            "interpolation");

    /** Called by KNIME. */
    public GanSamplerNodeFactory() {
        super(NODE);
    }
}
