// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.scorewalk.engine.StoredDocument;
import org.scorewalk.engine.density.Capability;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.DensityFamily;

/**
 * Any JSON and any numbers as a stored score function: two bytes with the length of the JSON, the JSON, the numbers.
 * What can be read can be evaluated.
 */
public final class DensityTarget {

    private static final int POINTS = 3;

    private DensityTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(DensityTarget.class).forEach(DensityTarget::fuzzerTestOneInput);
    }

    /** @param data see above */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (data.length < 2) {
            return;
        }
        final int length = Math.min(ByteBuffer.wrap(data).getShort() & 0xFFFF, data.length - 2);
        Contract.check(() -> {
            final var bytes = new ByteArrayOutputStream();
            final var digest = MessageDigest.getInstance("SHA-256");
            digest.update(data, 2, data.length - 2);
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("document.json"));
                zip.write(data, 2, length);
                zip.putNextEntry(new ZipEntry("arrays.bin"));
                zip.write(data, 2 + length, data.length - 2 - length);
                zip.putNextEntry(new ZipEntry("sha256.txt"));
                zip.write(HexFormat.of().formatHex(digest.digest()).getBytes());
            }
            final var stored = StoredDocument.read(new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray())),
                "scorewalk-score-function", 1);
            evaluate(DensityFamily.read(DensityDocument.fromJson(stored.content(), stored.arrays())));
        });
    }

    /** Log-density and score at a few points, and the own document read back. */
    static void evaluate(final Density density) {
        if (density.dimension() > 1000) {
            return; // takes memory as it should
        }
        final double[][] x = new double[density.dimension()][POINTS];
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < POINTS; k++) {
                x[i][k] = (i + 1) * (k - 1) * 0.7;
            }
        }
        density.score(x, POINTS, new double[x.length][POINTS]);
        if (density.document().capabilities().contains(Capability.LOG_DENSITY)) {
            density.logDensity(x, POINTS, new double[POINTS]);
        }
        if (!DensityFamily.read(density.document()).document().equals(density.document())) {
            throw new AssertionError("What was read is another density than what it says of itself.");
        }
    }
}
