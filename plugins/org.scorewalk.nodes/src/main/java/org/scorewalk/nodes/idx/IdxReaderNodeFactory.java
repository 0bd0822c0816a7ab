// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.idx;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The IDX Reader node: images and labels from IDX files. */
public final class IdxReaderNodeFactory extends DefaultNodeFactory {

    /** The output port, and its port group: a name that workflows hold. */
    static final String OUTPUT_PORT = "Images";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("IDX Reader") //
        .icon("idx-reader.png") //
        .shortDescription("Reads images and their labels from IDX files, plain or compressed by gzip.") //
        .fullDescription("""
                <p>Reads images and, if there is a file of them, labels from IDX files: the format in which MNIST and
                its descendants, such as Fashion-MNIST (Xiao et al. 2017, <a
                href="https://arxiv.org/abs/1708.07747">arXiv:1708.07747</a>), are handed out. Files may be compressed
                by gzip, which is recognised by their content.</p>
                <p>Supported are files of unsigned bytes with three dimensions (images, rows, columns) or four (images,
                rows, columns, 1 or 3 channels), and label files with one dimension.</p>
                <p>A file is given by a path of the operating system, a URL, or a KNIME URL:
                <tt>knime://knime.workflow/data/x</tt> is the file <tt>x</tt> in the folder <tt>data</tt> inside of the
                workflow, and <tt>knime://knime.workflow/../x</tt> the file <tt>x</tt> beside the workflow.</p>
                <p>What a file claims about itself is checked against its length before memory is taken, and files are
                read to their end even where fewer images are wanted, so that a damaged file gives an error and never
                wrong images.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(p -> p //
            .addOutputTable(OUTPUT_PORT, """
                    One row for each image, in the order of the file: the column <tt>image</tt> with a PNG image, the
                    column <tt>label</tt> with its label as a whole number where a label file is given, and the column
                    <tt>pixels</tt> with a vector of numbers from 0 to 255 if that is chosen.""")) //
        .model(m -> m.parametersClass(IdxReaderParameters.class) //
            .configure(IdxReaderNode::configure) //
            .execute(IdxReaderNode::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("MNIST", "Fashion-MNIST", "digits", "images", "labels", "ubyte", "idx3", "gzip");

    /** Called by KNIME. */
    public IdxReaderNodeFactory() {
        super(NODE);
    }
}
