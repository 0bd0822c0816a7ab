// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;

import org.knime.core.node.InvalidSettingsException;
import org.scorewalk.host.foreign.CsvTable;

/** Any bytes as the CSV file that fills a table. */
public final class CsvTarget {

    private CsvTarget() {
    }

    /** @param data the file */
    public static void fuzzerTestOneInput(final byte[] data) {
        Contract.check(() -> {
            final Path file = Files.createTempFile("fuzz", ".csv");
            try {
                CsvTable.read(Files.write(file, data));
            } catch (final CsvTable.UnusableException e) {
                throw new InvalidSettingsException(e.getMessage(), e);
            } finally {
                Files.delete(file);
            }
        });
    }
}
