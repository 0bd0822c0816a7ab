// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.scoreapply;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;

/** The Score Function Apply node: appends log-density and score to the rows of a table. */
public final class ScoreFunctionApplyNodeFactory extends DefaultNodeFactory {

    /** The input port with the density, and its port group: a name that workflows hold. */
    static final String SCORE_PORT = "Score function";

    /** The input port with the points, and its port group: a name that workflows hold. */
    static final String POINTS_PORT = "Points";

    /** The output port, and its port group: a name that workflows hold. */
    static final String OUTPUT_PORT = "Scored points";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Score Function Apply") //
        .icon("score-function-apply.png") //
        .shortDescription("Appends the log-density and the score of a density to each row of a table.") //
        .fullDescription("""
                <p>Evaluates a score function at the points of a table: each row is a point, with one column of numbers
                for each coordinate. Appended are <tt>log density</tt>, the logarithm of the density up to a constant
                that is the same for all rows, and <tt>score(x)</tt> for each coordinate x, the derivative of that
                logarithm, as it is called in score matching (<a
                href="https://jmlr.org/papers/v6/hyvarinen05a.html">Hyv&#228;rinen 2005</a>).</p>
                <p>Use it to draw the density or its field of arrows, to weight rows by their density, or to find rows
                that are unlikely. Where parameters of an expression are bounded, both values are those of the density
                of the parameters themselves, not of the sampler's own coordinates; points outside the bounds have the
                log-density minus infinity and no score. Rows with a missing coordinate get missing values, and so
                does what is no finite number, with a warning.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(SCORE_PORT, g -> g.name(SCORE_PORT) //
                .description("The density, as the node <i>Score Function</i> makes it.") //
                .fixed(ScoreFunctionPortObject.TYPE)) //
            .addInputPortGroup(POINTS_PORT, g -> g.name(POINTS_PORT) //
                .description("The points: one row each, with one column of numbers for each coordinate.") //
                .fixed(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(OUTPUT_PORT, g -> g.name(OUTPUT_PORT) //
                .description("The rows of the input with log-density and score appended.") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m.parametersClass(ScoreFunctionApplyParameters.class) //
            .configure(ScoreFunctionApplyNode::configure) //
            .execute(ScoreFunctionApplyNode::execute)) //
        .nodeType(NodeType.Predictor) //
        .keywords("density", "log-likelihood", "gradient", "evaluate", "posterior");

    /** Called by KNIME. */
    public ScoreFunctionApplyNodeFactory() {
        super(NODE);
    }
}
