// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.util;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipOutputStream;

/** Passes everything on to another stream, save {@link #close()}. */
public class NonClosableOutputStream extends OutputStream {

    private final OutputStream m_out;

    /** @param out the stream that takes the bytes and stays open */
    public NonClosableOutputStream(final OutputStream out) {
        m_out = out;
    }

    @Override
    public void write(final int b) throws IOException {
        m_out.write(b);
    }

    @Override
    public void write(final byte[] b) throws IOException {
        m_out.write(b);
    }

    @Override
    public void write(final byte[] b, final int off, final int len) throws IOException {
        m_out.write(b, off, len);
    }

    @Override
    public void flush() throws IOException {
        m_out.flush();
    }

    @Override
    public void close() throws IOException {
        // the wrapped stream is the caller's to close
    }

    /** Closes the current entry of a zip stream and leaves the zip stream open. */
    public static final class Zip extends NonClosableOutputStream {

        private final ZipOutputStream m_zip;

        /** @param zipOut the zip stream */
        public Zip(final ZipOutputStream zipOut) {
            super(zipOut);
            m_zip = zipOut;
        }

        @Override
        public void close() throws IOException {
            m_zip.closeEntry();
        }
    }
}
