// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All targets in one process, which is cheaper than one each: the first byte chooses. */
public final class EveryTarget {

    private interface Target {
        void take(byte[] data);
    }

    private static final List<Class<?>> CLASSES = FuzzTest.targets();

    private static final List<Target> TARGETS = List.of(SettingsXmlTarget::fuzzerTestOneInput,
        WorkflowXmlTarget::fuzzerTestOneInput, KnwfTarget::fuzzerTestOneInput, ZipEntriesTarget::fuzzerTestOneInput,
        ModelFileTarget::fuzzerTestOneInput, DensityTarget::fuzzerTestOneInput, PortTarget::fuzzerTestOneInput,
        SpecXmlTarget::fuzzerTestOneInput, IdxTarget::fuzzerTestOneInput, ExpressionTarget::fuzzerTestOneInput,
        PngTarget::fuzzerTestOneInput, DescriptionTarget::fuzzerTestOneInput, CsvTarget::fuzzerTestOneInput);

    private EveryTarget() {
    }

    /** The seeds of all targets. */
    static List<byte[]> seeds() {
        final List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < CLASSES.size(); i++) {
            for (final byte[] seed : Seeds.of(CLASSES.get(i))) {
                all.add(prefixed(i, seed));
            }
        }
        return all;
    }

    /** An input for one of the targets. */
    static byte[] prefixed(final int target, final byte[] input) {
        final byte[] all = new byte[1 + input.length];
        all[0] = (byte)target;
        System.arraycopy(input, 0, all, 1, input.length);
        return all;
    }

    /** @param data the number of the target, then its input */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (data.length > 0) {
            TARGETS.get((data[0] & 0xFF) % TARGETS.size()).take(Arrays.copyOfRange(data, 1, data.length));
        }
    }
}
