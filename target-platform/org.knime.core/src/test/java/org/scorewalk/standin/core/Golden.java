// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files that KNIME wrote, in the folder {@code golden} of the test resources. */
public final class Golden {

    public static final String P_DEFAULT = "p/default/workflow/Golden P (#1)/settings.xml";

    public static final String P_VARIABLE = "p/flow-variable/workflow/Golden P (#1)/settings.xml";

    public static final String Q_BOTH = "q/both/workflow-configured/Golden Q (#3)/settings.xml";

    public static final String Q_ABSENT = "q/absent/workflow-configured/Golden Q (#3)/settings.xml";

    private Golden() {
    }

    public static byte[] bytes(final String path) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + path)) {
            return in.readAllBytes();
        } catch (IOException | NullPointerException e) {
            throw new IllegalStateException("No golden file " + path, e);
        }
    }

    public static InputStream open(final String path) {
        return new ByteArrayInputStream(bytes(path));
    }

    /** @return the entries of a zip in their order */
    public static Map<String, byte[]> unzip(final byte[] zip) {
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                entries.put(e.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return entries;
    }
}
