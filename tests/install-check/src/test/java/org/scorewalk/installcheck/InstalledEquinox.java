// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.installcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/**
 * A bare Equinox over the {@code plugins} folder that p2 has written. Bundles see the JDK through their imports only
 * (strict boot delegation, the boot loader as parent), as in an Eclipse product.
 */
final class InstalledEquinox implements AutoCloseable {

    private final Framework m_framework;

    private final List<Bundle> m_bundles = new ArrayList<>();

    InstalledEquinox(final Path plugins, final Path storage, final String os, final String ws, final String arch)
        throws BundleException, IOException {
        m_framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of( //
            Constants.FRAMEWORK_STORAGE, storage.toString(), //
            Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT, //
            Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_BOOT, //
            "osgi.compatibility.bootdelegation", "false", //
            "osgi.os", os, "osgi.ws", ws, "osgi.arch", arch));
        m_framework.init();
        final BundleContext context = m_framework.getBundleContext();
        try (Stream<Path> files = Files.list(plugins)) {
            for (final Path file : files.sorted().toList()) {
                if (!file.getFileName().toString().startsWith("org.eclipse.osgi_")) {
                    m_bundles.add(context.installBundle("reference:" + file.toUri()));
                }
            }
        }
        m_framework.start();
        for (final Bundle bundle : m_bundles) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    List<Bundle> bundles() {
        return m_bundles;
    }

    Bundle bundle(final String symbolicName) {
        return m_bundles.stream().filter(b -> b.getSymbolicName().equals(symbolicName)).findFirst()
            .orElseThrow(() -> new AssertionError("Bundle " + symbolicName + " is not installed."));
    }

    /** @return the exit code of the host's command line */
    int runHost(final String... arguments) throws ReflectiveOperationException {
        return (Integer)bundle("org.scorewalk.host").loadClass("org.scorewalk.host.Main")
            .getMethod("run", String[].class).invoke(null, (Object)arguments);
    }

    @Override
    public void close() throws BundleException, InterruptedException {
        m_framework.stop();
        m_framework.waitForStop(TimeUnit.SECONDS.toMillis(20));
    }
}
