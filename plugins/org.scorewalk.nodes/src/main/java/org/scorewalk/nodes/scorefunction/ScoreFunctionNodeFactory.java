// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scorefunction;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;

/** The Score Function node: makes a density and its score from parameters. */
public final class ScoreFunctionNodeFactory extends DefaultNodeFactory {

    /** The optional input port, and its port group: a name that workflows hold. */
    static final String TABLE_PORT = "Gaussian table";

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
                or add the optional input port and connect a table with <b>one row for each coordinate: its mean, then
                its covariances with all coordinates</b>, so that the covariance columns form the matrix. The names of
                these columns become the names of the coordinates. The matrix must be symmetric and positive definite; a
                singular one has no density. There can be up to 400 coordinates.</p>
                <p><b>Standard normal.</b> Independent coordinates with mean 0 and variance 1; the score is -x.</p>
                <p>All of these know their log-density and offer exact draws, which a sampler can be compared with.
                The names of the coordinates become the names of the columns with particles.</p>
                <p>Scores in place of densities are the subject of Hyvärinen (2005), <i>Estimation of Non-Normalized
                Statistical Models by Score Matching</i>, and of Song and Ermon (2019), <i>Generative Modeling by
                Estimating Gradients of the Data Distribution</i>.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(TABLE_PORT, g -> g.name(TABLE_PORT) //
                .description("""
                        Mean and covariance of a Gaussian: one row for each coordinate, with its mean in one column and
                        its covariances with all coordinates in as many columns as there are rows.""") //
                .optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(OUTPUT_PORT, g -> g.name(OUTPUT_PORT) //
                .description("""
                        The density and its score. Its description, which following nodes check their settings against,
                        holds the dimension, the kind, the parameters and the names of the coordinates.""") //
                .fixed(ScoreFunctionPortObject.TYPE))) //
        .model(m -> m.parametersClass(ScoreFunctionParameters.class) //
            .configure(ScoreFunctionNode::configure) //
            .execute(ScoreFunctionNode::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("density", "probability", "distribution", "gradient", "Gaussian", "normal", "ring", "Langevin");

    /** Called by KNIME. */
    public ScoreFunctionNodeFactory() {
        super(NODE);
    }
}
