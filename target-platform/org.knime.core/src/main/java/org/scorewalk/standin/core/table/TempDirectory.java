// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core.table;

import java.io.IOException;
import java.nio.file.Path;

/** Says where temporary files go; asked when the first one is needed. */
@FunctionalInterface
public interface TempDirectory {

    /** The one of the system. */
    TempDirectory SYSTEM = () -> Path.of(System.getProperty("java.io.tmpdir"));

    /**
     * @return an existing directory
     * @throws IOException if there is none
     */
    Path path() throws IOException;
}
