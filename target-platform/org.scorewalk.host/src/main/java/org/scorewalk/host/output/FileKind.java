// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.host.output;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds the right file ending for binary content by its first bytes, as the magic numbers of the formats'
 * specifications say.
 */
final class FileKind {

    /** Bytes that are enough to tell. */
    static final int HEAD = 512;

    private static final String UNKNOWN = "bin";

    private record Magic(int offset, byte[] bytes, String ending) {
        static Magic text(final int offset, final String text, final String ending) {
            return new Magic(offset, text.getBytes(StandardCharsets.ISO_8859_1), ending);
        }

        boolean matches(final byte[] head, final int length) {
            if (offset + bytes.length > length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (head[offset + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Magic> MAGICS = List.of(Magic.text(0, "\u0089PNG\r\n\u001a\n", "png"),
        Magic.text(0, "GIF87a", "gif"),
        Magic.text(0, "GIF89a", "gif"), Magic.text(0, "\u00ff\u00d8\u00ff", "jpg"), Magic.text(8, "WEBP", "webp"),
        Magic.text(8, "WAVE", "wav"), Magic.text(0, "BM", "bmp"), Magic.text(0, "II*\0", "tif"),
        Magic.text(0, "MM\0*", "tif"),
        Magic.text(0, "%PDF-", "pdf"), Magic.text(0, "PK\u0003\u0004", "zip"), Magic.text(0, "\u001f\u008b", "gz"),
        Magic.text(4, "ftyp", "mp4"), Magic.text(0, "\u0093NUMPY", "npy"));

    private FileKind() {
    }

    /**
     * @param head the first bytes
     * @param length how many of them count
     * @return a file ending without dot, "bin" if the format is not known
     */
    static String ending(final byte[] head, final int length) {
        for (final Magic magic : MAGICS) {
            if (magic.matches(head, length)) {
                return magic.ending();
            }
        }
        final String start = new String(head, 0, Math.min(length, HEAD), StandardCharsets.UTF_8).stripLeading();
        if (start.startsWith("<svg") || start.startsWith("<?xml") && start.contains("<svg")) {
            return "svg";
        }
        return start.startsWith("<?xml") ? "xml" : UNKNOWN;
    }
}
