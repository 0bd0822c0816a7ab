// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.Arrays;

import org.scorewalk.engine.gan.GanDocument;
import org.scorewalk.engine.model.ModelFile;

/** Any bytes as a stored GAN: as they are, and with the check sum that fits them. */
public final class ModelFileTarget {

    private ModelFileTarget() {
    }

    /** Loads what it needs, so that the time of an input is its own. */
    public static void fuzzerInitialize() {
        Seeds.of(ModelFileTarget.class).forEach(ModelFileTarget::fuzzerTestOneInput);
    }

    /** @param data the file, without its check sum */
    public static void fuzzerTestOneInput(final byte[] data) {
        Contract.check(() -> ModelFile.read(new ByteArrayInputStream(data)));
        Contract.check(() -> {
            final byte[] digest = MessageDigest.getInstance("SHA-256").digest(data);
            final byte[] signed = Arrays.copyOf(data, data.length + digest.length);
            System.arraycopy(digest, 0, signed, data.length, digest.length);
            GanDocument.read(ModelFile.read(new ByteArrayInputStream(signed)));
        });
    }
}
