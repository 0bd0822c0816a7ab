// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** The way to the bundles of a running OSGi framework; the only class that needs OSGi's. */
final class OsgiBundles {

    private OsgiBundles() {
    }

    /** @return the files of that name at the root of resolved bundles; empty if no framework runs */
    static List<PluginXml> read(final String file) {
        final List<PluginXml> result = new ArrayList<>();
        final BundleContext context = context();
        if (context == null) {
            return result;
        }
        for (final Bundle bundle : context.getBundles()) {
            final URL url = bundle.getEntry(file);
            final boolean resolved = (bundle.getState() & (Bundle.UNINSTALLED | Bundle.INSTALLED)) == 0;
            if (url != null && resolved) {
                try {
                    result.add(new PluginXml(url.openStream(), info(bundle), bundle::loadClass));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return result;
    }

    /** @return this bundle's, or the framework's where this bundle is not started; null outside a framework */
    private static BundleContext context() {
        final Bundle own = FrameworkUtil.getBundle(OsgiBundles.class);
        if (own == null) {
            return null;
        }
        return own.getBundleContext() != null ? own.getBundleContext()
            : FrameworkUtil.getBundle(Bundle.class).getBundleContext();
    }

    private static BundleInfo info(final Bundle bundle) {
        return new BundleInfo(header(bundle, Constants.BUNDLE_NAME), bundle.getSymbolicName(),
            header(bundle, Constants.BUNDLE_VENDOR), bundle.getVersion().toString());
    }

    private static String header(final Bundle bundle, final String name) {
        final String value = bundle.getHeaders().get(name);
        return value == null ? "" : value;
    }
}
