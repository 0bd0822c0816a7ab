// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.blob;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** Bytes of any kind. */
public interface BinaryObjectDataValue extends DataValue {

    /** Facts about this kind of value. */
    UtilityFactory UTILITY = new BinaryObjectUtilityFactory();

    /** @return the number of bytes */
    long length();

    /**
     * @return the bytes; the caller closes the stream
     * @throws IOException if they cannot be read
     */
    InputStream openInputStream() throws IOException;

    /**
     * @param v1 bytes
     * @param v2 bytes
     * @return whether they are the same
     * @throws IOException if they cannot be read
     */
    static boolean equalContent(final BinaryObjectDataValue v1, final BinaryObjectDataValue v2) throws IOException {
        if (v1.length() != v2.length()) {
            return false;
        }
        try (InputStream in1 = v1.openInputStream(); InputStream in2 = v2.openInputStream()) {
            final byte[] b1 = new byte[8192];
            while (true) {
                final int n = in1.readNBytes(b1, 0, b1.length);
                final byte[] b2 = in2.readNBytes(n);
                if (!java.util.Arrays.equals(b1, 0, n, b2, 0, b2.length)) {
                    return false;
                }
                if (n < b1.length) {
                    return true;
                }
            }
        }
    }

    /** Facts about this kind of value. */
    final class BinaryObjectUtilityFactory extends ExtensibleUtilityFactory {

        private BinaryObjectUtilityFactory() {
            super(BinaryObjectDataValue.class);
        }

        @Override
        public String getName() {
            return "Binary Object";
        }
    }
}
