// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.zip.ZipEntry;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortUtil;
import org.scorewalk.nodes.port.GanPortObjectSpec;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

/** Any XML as the stored spec of a port: its content.xml, in a stream that is right otherwise. */
public final class SpecXmlTarget {

    private SpecXmlTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(SpecXmlTarget.class).forEach(SpecXmlTarget::fuzzerTestOneInput);
    }

    /** @param data the XML */
    public static void fuzzerTestOneInput(final byte[] data) {
        read(new ScoreFunctionPortObjectSpec.Serializer(), data);
        read(new GanPortObjectSpec.Serializer(), data);
    }

    private static void read(final PortObjectSpecSerializer<?> serializer, final byte[] data) {
        Contract.check(() -> {
            final var bytes = new ByteArrayOutputStream();
            try (var zip = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("content.xml"));
                zip.write(data);
                zip.closeEntry();
            }
            try (var zip = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                final PortObjectSpec spec = serializer.loadPortObjectSpec(zip);
                if (!spec.equals(spec) || spec.hashCode() != spec.hashCode()) { // both walk through all of it
                    throw new AssertionError("A spec does not equal itself.");
                }
            }
        });
    }
}
