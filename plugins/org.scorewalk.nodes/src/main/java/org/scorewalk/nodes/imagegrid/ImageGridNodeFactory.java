// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.imagegrid;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The Image Grid node. */
public final class ImageGridNodeFactory extends DefaultNodeFactory {

    /** The input port: a name that workflows hold. */
    static final String IMAGES_PORT = "Images";

    /** The output port: a name that workflows hold. */
    static final String GRID_PORT = "Grid";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Grid") //
        .icon("image-grid.png") //
        .shortDescription("Puts the images of a column side by side in one picture.") //
        .fullDescription("""
                <p>Draws the PNG images of a column in rows and columns, with captions from another column, for instance
                the digits that a <i>GAN Sampler</i> made or the samples that a <i>GAN Trainer</i> took along the
                training: with as many columns as samples, each row of the grid is an epoch.</p>
                <p>All places are as large as the largest image; smaller images are centred. Enlarged pixels stay sharp
                squares. Images are at most 32768 pixels a side, and the picture holds at most 100 million pixels.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addInputTable(IMAGES_PORT, "A table with a column of PNG images.") //
            .addOutputPort(GRID_PORT, "The grid as a PNG image.", ImagePortObject.TYPE)) //
        .model(m -> m.parametersClass(ImageGridParameters.class) //
            .configure(ImageGridNode::configure) //
            .execute(ImageGridNode::execute)) //
        .nodeType(NodeType.Visualizer) //
        .keywords("picture", "montage", "gallery", "tile", "digits", "GAN", "MNIST", "samples");

    /** Called by KNIME. */
    public ImageGridNodeFactory() {
        super(NODE);
    }
}
