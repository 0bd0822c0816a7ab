// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.standin.core;

import java.util.function.Function;

import org.knime.core.node.NodeFactory;

/** A node that a {@code plugin.xml} registers. */
public final class NodeExtension {

    private final String m_factoryClass;

    private final boolean m_deprecated;

    private final boolean m_hidden;

    private final BundleInfo m_bundle;

    private final Function<String, Class<?>> m_loader;

    NodeExtension(final PluginXml.Element element, final PluginXml plugin) {
        m_factoryClass = element.required("factory-class");
        m_deprecated = Boolean.parseBoolean(element.attribute("deprecated", "false"));
        m_hidden = Boolean.parseBoolean(element.attribute("hidden", "false"));
        m_bundle = plugin.bundle();
        m_loader = plugin::loadClass;
    }

    /** @return the class name, which is what workflows store */
    public String factoryClass() {
        return m_factoryClass;
    }

    /** @return whether the node should not be used any more */
    public boolean isDeprecated() {
        return m_deprecated;
    }

    /** @return whether the node is not listed */
    public boolean isHidden() {
        return m_hidden;
    }

    /** @return the bundle that holds the factory */
    public BundleInfo bundle() {
        return m_bundle;
    }

    /**
     * @return a new factory, initialised
     * @throws IllegalStateException if the factory cannot be made; the message names the class, the cause says why
     */
    public NodeFactory<?> createFactory() {
        try {
            final NodeFactory<?> factory =
                (NodeFactory<?>)m_loader.apply(m_factoryClass).getDeclaredConstructor().newInstance();
            factory.init();
            return factory;
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            final Throwable cause =
                e instanceof java.lang.reflect.InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            throw new IllegalStateException(
                "The node factory " + m_factoryClass + " cannot be created: " + cause, cause);
        }
    }

    @Override
    public String toString() {
        return m_factoryClass;
    }
}
