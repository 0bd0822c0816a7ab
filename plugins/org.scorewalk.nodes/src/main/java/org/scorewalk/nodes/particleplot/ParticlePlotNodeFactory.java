// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.particleplot;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.scorewalk.nodes.port.ScoreFunctionPortObject;
import org.scorewalk.nodes.util.ViewPages;

/** The Particle Plot node. */
public final class ParticlePlotNodeFactory extends DefaultNodeFactory {

    /** The port of the particles, and its port group: a name that workflows hold. */
    static final String PARTICLES_PORT = "Particles";

    /** The optional port of the score function, and its port group: a name that workflows hold. */
    static final String SCORE_PORT = "Score function";

    /** The optional port of the runs, and its port group: a name that workflows hold. */
    static final String RUNS_PORT = "Runs";

    /** The port of the figure, and its port group: a name that workflows hold. */
    static final String FIGURE_PORT = "Figure";

    /** The port of the animation, and its port group: a name that workflows hold. */
    static final String ANIMATION_PORT = "Animation";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Particle Plot") //
        .icon("particle-plot.png") //
        .shortDescription("Draws particles over time as a strip of frames, trajectory or histogram, and animation.") //
        .fullDescription("""
                <p>Draws a table of particles, such as a <i>Langevin Sampler</i> outputs, as a picture and as an
                animated GIF; its view plays the particles over time. Any table with two columns of numbers can be
                drawn; columns named <tt>run</tt>, <tt>step</tt> and <tt>particle</tt> tell runs, frames and particles
                apart.</p>
                <p><b>Strip of frames.</b> One panel a step, with the particles as translucent points, so that dense
                regions look darker. Several runs have a row of panels each.</p>
                <p><b>Trajectory of a particle.</b> The coordinates of one particle over the steps, one panel an axis.
                Very long trajectories are reduced to the first, last, lowest and highest point of each of 4096
                sections (M4; <a href="https://doi.org/10.14778/2732951.2732953">Jugel et al. 2014</a>), which looks the
                same.</p>
                <p><b>Histogram.</b> The number of points, or their density, on a grid of bins, one panel a run.
                Connect the table of runs to have steps and step sizes in the titles, and exact draws beside the other
                runs.</p>
                <p>Connect the score function that was sampled to draw the outline of its density, in red by default:
                the ridge of a ring; the ellipses of one and two standard deviations of a Gaussian; for other
                densities of two coordinates the borders of the regions of highest density that hold 50 % and 95 % of
                the mass within the axis limits.</p>
                <p>The animation shows the frames of the strip one after the other; the trajectory as it grows; the
                histogram as it fills, row by row of each run. Frames of more than four million pixels are made
                smaller for it. All rows count, whatever their number: memory is bounded by the size of the figure and
                an option. Missing cells and numbers that are not finite are refused.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .dynamicPorts(p -> p //
            .addInputPortGroup(PARTICLES_PORT, g -> g.name(PARTICLES_PORT) //
                .description("""
                        Particles over time: at least two columns of numbers, and whole numbers in the columns
                        <tt>run</tt>, <tt>step</tt> and <tt>particle</tt> where there is more than one of them.""") //
                .fixed(BufferedDataTable.TYPE)) //
            .addInputPortGroup(SCORE_PORT, g -> g.name(SCORE_PORT) //
                .description("The score function whose density is outlined.") //
                .optional().supportedTypes(ScoreFunctionPortObject.TYPE)) //
            .addInputPortGroup(RUNS_PORT, g -> g.name(RUNS_PORT) //
                .description("""
                        One row for each run, with its number in the column <tt>run</tt>, as the <i>Langevin
                        Sampler</i> outputs. All other columns can stand in titles; runs whose column
                        <tt>algorithm</tt> says 'Exact draws' stand beside the others.""") //
                .optional().supportedTypes(BufferedDataTable.TYPE)) //
            .addOutputPortGroup(FIGURE_PORT, g -> g.name(FIGURE_PORT) //
                .description("The figure as a PNG image.") //
                .fixed(ImagePortObject.TYPE)) //
            .addOutputPortGroup(ANIMATION_PORT, g -> g.name(ANIMATION_PORT) //
                .description("""
                        One row: the animated GIF as a binary object, its number of frames and its frames per second.
                        The node <i>Binary Objects to Files</i> saves it; so does the view.""") //
                .fixed(BufferedDataTable.TYPE))) //
        .model(m -> m.parametersClass(ParticlePlotParameters.class) //
            .configure(ParticlePlotNode::configure) //
            .execute(ParticlePlotNode::execute)) //
        .addView(v -> v.withoutParameters() //
            .description("""
                    Plays the particles over time, as points or as a density map, with the outline and the score of
                    the density, trails, marginal histograms and the values under the pointer. Large tables are
                    sampled, and the view says so. The picture can be saved as PNG and the animation as GIF.""") //
            .page(p -> p.fromString(() -> ViewPages.page("particle-plot")) //
                .relativePath("particle-plot.html")) //
            .<ParticlePlotFrames.InitialData> initialData(d -> d.data(ParticlePlotView::initialData)) //
            .dataService(s -> s.handler(ParticlePlotFrames::new))) //
        .nodeType(NodeType.Visualizer) //
        .keywords("scatter plot", "animation", "GIF", "histogram", "trajectory", "Langevin", "density", "trace plot");

    /** Called by KNIME. */
    public ParticlePlotNodeFactory() {
        super(NODE);
    }
}
