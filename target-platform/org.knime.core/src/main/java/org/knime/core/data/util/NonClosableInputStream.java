// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.util;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** Reads from another stream and leaves it open on {@link #close()}. */
public class NonClosableInputStream extends InputStream {

    private final InputStream m_in;

    /** @param in the stream that is read and stays open */
    public NonClosableInputStream(final InputStream in) {
        m_in = in;
    }

    /** @return the stream that is read */
    public final InputStream getUnderlyingStream() {
        return m_in;
    }

    @Override
    public int available() throws IOException {
        return m_in.available();
    }

    @Override
    public int read() throws IOException {
        return m_in.read();
    }

    @Override
    public int read(final byte[] b) throws IOException {
        return m_in.read(b);
    }

    @Override
    public int read(final byte[] b, final int off, final int len) throws IOException {
        return m_in.read(b, off, len);
    }

    @Override
    public long skip(final long n) throws IOException {
        return m_in.skip(n);
    }

    @Override
    public void mark(final int readlimit) {
        m_in.mark(readlimit);
    }

    @Override
    public boolean markSupported() {
        return m_in.markSupported();
    }

    @Override
    public void reset() throws IOException {
        m_in.reset();
    }

    @Override
    public void close() throws IOException {
        // the wrapped stream is the caller's to close
    }

    @Override
    public String toString() {
        return m_in.toString();
    }

    /** Skips to the end of the current entry of a zip stream and leaves the zip stream open. */
    public static final class Zip extends NonClosableInputStream {

        private final ZipInputStream m_zip;

        /** @param zipIn the zip stream */
        public Zip(final ZipInputStream zipIn) {
            super(zipIn);
            m_zip = zipIn;
        }

        @Override
        public void close() throws IOException {
            m_zip.closeEntry();
        }
    }
}
