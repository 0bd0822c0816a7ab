// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.io.ByteArrayInputStream;
import java.util.Arrays;

import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortUtil;

/** Any bytes as the stored spec or content of a port. The first byte says which of the four. */
public final class PortTarget {

    private PortTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(PortTarget.class).forEach(PortTarget::fuzzerTestOneInput);
    }

    /** @param data the kind, then the stream */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (data.length == 0) {
            return;
        }
        Contract.check(() -> {
            final var in = new ByteArrayInputStream(Arrays.copyOfRange(data, 1, data.length));
            if ((data[0] & 1) == 0) {
                PortUtil.readObjectSpecFromStream(in);
            } else {
                PortUtil.readObjectFromStream(in, new ExecutionMonitor());
            }
        });
    }
}
