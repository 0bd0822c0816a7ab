// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.deeplearning4j.config.DL4JClassLoading;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.scorewalk.engine.InputException;

/**
 * The one place that loads native libraries, at the first work that needs them and never before.
 * <p>
 * Training needs OpenBLAS only, as ND4J ships it (some 35 MB to extract). DL4J, which is what networks are converted to
 * and compared with, needs ND4J's own library besides (some 330 MB). Both are set to one thread: training brings its
 * own threads, and idle threads of a second pool would spin and take their cores.
 */
public final class Natives {

    /** The platforms that have native libraries, as users know them, by JavaCPP's name. */
    private static final Map<String, String> PLATFORMS = Map.of("linux-x86_64", "Linux x86_64", "linux-arm64",
        "Linux aarch64", "windows-x86_64", "Windows x86_64", "macosx-x86_64", "macOS x86_64", "macosx-arm64",
        "macOS aarch64");

    private static final String CACHE_PROPERTY = "org.bytedeco.javacpp.cachedir";

    private static final String MEMORY_PROPERTY = "org.bytedeco.javacpp.maxbytes";

    private static boolean blasLoaded;

    private static boolean nd4jLoaded;

    private Natives() {
    }

    /**
     * Loads OpenBLAS.
     *
     * @throws InputException if this platform has no native library, or it cannot be loaded
     */
    public static synchronized void load() {
        if (!blasLoaded) {
            translate(() -> {
                chooseCache(); // first of all: JavaCPP's Loader fixes its folder when it is first touched
                checkPlatform();
                CoreType.whileLoading(() -> openblas_nolapack.blas_set_num_threads(1));
                return null;
            });
            blasLoaded = true;
        }
    }

    /**
     * Loads ND4J for DL4J.
     *
     * @throws InputException if this platform has no native library, or it cannot be loaded
     */
    static synchronized void loadNd4j() {
        load();
        if (!nd4jLoaded) {
            translate(() -> {
                // Both look for their back end through the context class loader of whichever thread comes first, which
                // in a workbench knows nothing of our libraries; the loader of their own classes does.
                final ClassLoader loader = ND4JClassLoading.class.getClassLoader();
                ND4JClassLoading.setNd4jClassloader(loader);
                DL4JClassLoading.setDl4jClassloader(loader);
                Nd4j.getBackend();
                NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
                openblas_nolapack.blas_set_num_threads(1);
                return null;
            });
            nd4jLoaded = true;
        }
    }

    /**
     * The platforms that have native libraries.
     *
     * @return a text for the user
     */
    public static String platforms() {
        return "Linux x86_64, Linux aarch64, Windows x86_64, macOS x86_64 and macOS aarch64";
    }

    /** @return the bytes of native memory that networks hold at the moment */
    public static long bytes() {
        return Pointer.totalBytes();
    }

    /**
     * Runs work that uses native code and turns what the JVM throws about libraries and memory into messages for users.
     *
     * @param <T> what the work gives
     * @param work the work
     * @return its result
     */
    public static <T> T translate(final Supplier<T> work) {
        try {
            return work.get();
        } catch (final InputException | CancellationException e) {
            throw e;
        } catch (final OutOfMemoryError e) {
            throw new InputException(memoryMessage(e), e);
        } catch (final LinkageError e) {
            throw new InputException("The native library for neural networks could not be loaded on this machine ("
                + system() + "): " + e.getMessage() + ". Installations for " + platforms() + " have one; please"
                + " check that the extension is installed completely and that the folder for extracted libraries canbe "
                + "written (" + cacheText() + ").", e);
        }
    }

    private static String memoryMessage(final OutOfMemoryError e) {
        final String text = String.valueOf(e.getMessage());
        if (text.contains("hysical") || text.contains("Cannot allocate") || text.contains("maxbytes")) {
            final String limit = System.getProperty(MEMORY_PROPERTY);
            return "There is not enough memory outside of the Java heap for this network and batch size (" + text + ")."
                + " Choose smaller layers or a smaller batch"
                + (limit == null ? "." : ", or raise the limit that the system property '" + MEMORY_PROPERTY
                    + "' sets (now " + limit + ").");
        }
        return "There is not enough memory in the Java heap (" + text + "). Choose smaller layers, a smaller batch or"
            + " fewer rows, or give Java more memory (-Xmx).";
    }

    private static String system() {
        return System.getProperty("os.name") + ", " + System.getProperty("os.arch");
    }

    private static void checkPlatform() {
        final String platform = Loader.getPlatform();
        final boolean here = PLATFORMS.containsKey(platform) && openblas_nolapack.class.getClassLoader()
            .getResource("org/bytedeco/openblas/" + platform + "/" + libraryName(platform)) != null;
        if (!here) {
            throw new InputException("There is no native library for neural networks on this machine (" + system()
                + "), so networks cannot be trained here. The platforms that have one are " + platforms()
                + (PLATFORMS.containsKey(platform) ? "; please check that the extension is installed completely for "
                    + PLATFORMS.get(platform) + "." : "."));
        }
    }

    private static String libraryName(final String platform) {
        if (platform.startsWith("windows")) {
            return "jniopenblas_nolapack.dll";
        }
        return "libjniopenblas_nolapack" + (platform.startsWith("macosx") ? ".dylib" : ".so");
    }

    /**
     * Makes JavaCPP extract into a folder of our own: its default bears no version, so another extension with another
     * version of the same library would share file names with ours. A folder that the user has chosen stays. The
     * property is read once; it is taken back so that it binds nobody else.
     */
    private static void chooseCache() {
        if (System.getProperty(CACHE_PROPERTY) != null || System.getProperty(CACHE_PROPERTY + ".path") != null) {
            return;
        }
        System.setProperty(CACHE_PROPERTY, cacheFolder().toString());
        try {
            Loader.getCacheDir();
        } catch (final IOException e) {
            throw new InputException("The folder for extracted native libraries cannot be written (" + cacheText()
                + "). Set the system property '" + CACHE_PROPERTY + "' to a folder that can.", e);
        } finally {
            System.clearProperty(CACHE_PROPERTY);
        }
    }

    private static String cacheText() {
        final String chosen = System.getProperty(CACHE_PROPERTY);
        return "'" + (chosen == null ? cacheFolder() : new File(chosen).toPath()) + "'";
    }

    private static Path cacheFolder() {
        final String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        final Path home = Path.of(System.getProperty("user.home", System.getProperty("java.io.tmpdir")));
        final Path base;
        if (os.startsWith("windows")) {
            final String local = System.getenv("LOCALAPPDATA");
            base = local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
        } else if (os.startsWith("mac")) {
            base = home.resolve("Library").resolve("Caches");
        } else {
            final String xdg = System.getenv("XDG_CACHE_HOME");
            base = xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg);
        }
        final Path folder = base.resolve("scorewalk").resolve("natives-0.3.19-1.5.7");
        try {
            Files.createDirectories(folder);
            if (Files.isWritable(folder)) {
                return folder;
            }
        } catch (final IOException | SecurityException e) { // NOSONAR a home that cannot be written: see below
            return temporary();
        }
        return temporary();
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir"), "scorewalk-" + System.getProperty("user.name", "user"),
            "natives-0.3.19-1.5.7");
    }
}
