// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Entries of zip streams that may be damaged. */
public final class ZipEntries {

    private ZipEntries() {
    }

    /**
     * The next entry. Java tells a name that is no UTF-8 by a RuntimeException, and a cut by an exception without
     * message.
     *
     * @param zip the stream
     * @return its next entry, or null at the end
     * @throws IOException with a message, if it is damaged
     */
    public static ZipEntry next(final ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            final var damaged = new ZipException("the name of an entry cannot be read");
            damaged.initCause(e);
            throw damaged;
        } catch (EOFException e) {
            throw new IOException("The zip stream is truncated.", e);
        }
    }
}
