// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Tells OpenBLAS which of its matrix products fit the processor. The version that ND4J ships, 0.3.19, goes by the
 * numbers of processors known in 2021 and takes products without AVX for AMD's later ones, which costs a factor of four
 * on Zen 5 (OpenBLAS issue 3620); its successors go by what a processor can do, as is done here.
 * <p>
 * OpenBLAS reads its choice from the environment variable {@value #VARIABLE} at the moment it is loaded. Java cannot
 * set such a variable of its own process. So the C library's {@code environ} points to a copy of the environment with
 * one entry more while OpenBLAS is loaded, and to the old one again afterwards. Where the user has set the variable,
 * or the system is not Linux on x86-64, nothing is done.
 */
final class CoreType {

    static final String VARIABLE = "OPENBLAS_CORETYPE";

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private static final Set<String> AVX2 = Set.of("avx2", "fma");

    /** What code for Intel's Skylake-X, and all later processors with AVX-512, may use. */
    private static final Set<String> AVX512 = Set.of("avx2", "fma", "avx512f", "avx512cd", "avx512bw", "avx512dq",
        "avx512vl");

    private CoreType() {
    }

    /**
     * Does work that loads OpenBLAS.
     *
     * @param load the work
     */
    static void whileLoading(final Runnable load) {
        final Optional<String> type = System.getenv(VARIABLE) == null && "linux-x86_64".equals(Loader.getPlatform())
            ? here() : Optional.empty();
        if (type.isEmpty()) {
            load.run();
        } else {
            with(VARIABLE + "=" + type.get(), load);
        }
    }

    private static Optional<String> here() {
        try {
            return best(Files.readAllLines(PROCESSORS));
        } catch (final IOException e) { // NOSONAR then OpenBLAS chooses by itself
            return Optional.empty();
        }
    }

    /**
     * The fitting products.
     *
     * @param lines the text of /proc/cpuinfo
     * @return a name that OpenBLAS knows, or empty where its own choice is as good
     */
    static Optional<String> best(final List<String> lines) {
        final Set<String> flags = Set.copyOf(lines.stream().filter(line -> line.startsWith("flags")).findFirst()
            .map(line -> Arrays.asList(line.substring(line.indexOf(':') + 1).trim().split(" +"))).orElse(List.of()));
        if (flags.containsAll(AVX512)) {
            return Optional.of("SkylakeX");
        }
        return flags.containsAll(AVX2) ? Optional.of("Haswell") : Optional.empty();
    }

    /**
     * Does work while the environment, as C sees it, has one entry more.
     *
     * @param entry the entry
     * @param work the work
     */
    static void with(final String entry, final Runnable work) {
        Loader.load(Pointer.class);
        final Pointer symbol = Loader.addressof("environ");
        if (symbol == null) {
            work.run();
            return;
        }
        final PointerPointer<Pointer> environ = new PointerPointer<>(symbol);
        final PointerPointer<Pointer> before = new PointerPointer<>(environ.get(0));
        final PointerPointer<Pointer> copy = copy(before, entry);
        environ.put(0, copy);
        try {
            work.run();
        } finally {
            if (copy.equals(environ.get(0))) { // else somebody has set a variable meanwhile, which must not be lost
                environ.put(0, before);
            }
        }
    }

    /** The copy stays for ever: another thread may be reading it when its time is over. */
    private static PointerPointer<Pointer> copy(final PointerPointer<Pointer> environment, final String entry) {
        long n = 0;
        while (!environment.isNull() && environment.get(n) != null) {
            n++;
        }
        final byte[] text = Arrays.copyOf(entry.getBytes(StandardCharsets.US_ASCII),
            entry.length() + 1);
        final BytePointer added = new BytePointer(Pointer.malloc(text.length));
        added.put(text, 0, text.length);
        final PointerPointer<Pointer> copy = new PointerPointer<>(Pointer.calloc(n + 2, Long.BYTES));
        for (long i = 0; i < n; i++) {
            copy.put(i, environment.get(i));
        }
        copy.put(n, added);
        return copy;
    }
}
