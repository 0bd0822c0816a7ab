// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.ui;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.knime.core.node.NodeSettings;

/** Reads the files that KNIME wrote. */
final class Golden {

    private Golden() {
    }

    static byte[] bytes(final String name) throws IOException {
        try (var in = Golden.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        }
    }

    static String text(final String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static NodeSettings settings(final String name) throws IOException {
        return (NodeSettings)NodeSettings.loadFromXML(new ByteArrayInputStream(bytes(name)));
    }

    static String xml(final NodeSettings settings) throws IOException {
        final var out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
