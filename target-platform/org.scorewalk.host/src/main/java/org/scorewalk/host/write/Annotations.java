// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.write;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;

/** Texts on the canvas and below nodes. */
final class Annotations {

    private static final int VERSION = 20230412;

    private static final int WHITE = 0xFFFFFF;

    private static final int BORDER = 10;

    private static final int LABEL_FONT = 9;

    private Annotations() {
    }

    static void save(final Description.Annotation annotation, final NodeSettingsWO config) {
        final int[] at = annotation.at();
        save(config, annotation.text(), at, "LEFT", annotation.color(), BORDER, annotation.border(), annotation.size());
    }

    /** The text below a node; KNIME finds its place by itself. */
    static NodeSettings ofNode(final String text) {
        final var config = new NodeSettings("nodeAnnotation");
        save(config, text, new int[4], "CENTER", WHITE, 0, WHITE, LABEL_FONT);
        return config;
    }

    private static void save(final NodeSettingsWO config, final String text, final int[] at, final String alignment,
        final int color,
        final int borderSize, final int borderColor, final int fontSize) {
        config.addString("text", text);
        config.addString("contentType", "text/plain");
        config.addInt("bgcolor", color);
        config.addInt("x-coordinate", at[0]);
        config.addInt("y-coordinate", at[1]);
        config.addInt("width", at[2]);
        config.addInt("height", at[3]);
        config.addString("alignment", alignment);
        config.addInt("borderSize", borderSize);
        config.addInt("borderColor", borderColor);
        config.addInt("defFontSize", fontSize);
        config.addInt("annotation-version", VERSION);
        config.addNodeSettings("styles");
    }
}
