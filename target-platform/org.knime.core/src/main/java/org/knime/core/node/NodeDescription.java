// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.util.List;
import java.util.Optional;

import javax.xml.parsers.DocumentBuilderFactory;

import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.w3c.dom.Element;

/** The texts about a node: name, ports, options, views. */
public abstract class NodeDescription {

    private boolean m_deprecated;

    /** @return the path of the icon, relative to the factory's package or absolute in its bundle; may be null */
    public abstract String getIconPath();

    /**
     * @param index of the input port
     * @return the description or null
     */
    public abstract String getInportDescription(int index);

    /**
     * @param index of the input port
     * @return the name or null
     */
    public abstract String getInportName(int index);

    /** @return the name of the interactive view, or null */
    public abstract String getInteractiveViewName();

    /** @return the name of the node */
    public abstract String getNodeName();

    /**
     * @param index of the output port
     * @return the description or null
     */
    public abstract String getOutportDescription(int index);

    /**
     * @param index of the output port
     * @return the name or null
     */
    public abstract String getOutportName(int index);

    /** @return the kind of node */
    public abstract NodeType getType();

    /** @return the number of classic views */
    public abstract int getViewCount();

    /**
     * @param index of the classic view
     * @return the description or null
     */
    public abstract String getViewDescription(int index);

    /**
     * @param index of the classic view
     * @return the name or null
     */
    public abstract String getViewName(int index);

    /** @return the description as XML */
    public abstract Element getXMLDescription();

    /** @return whether the node should not be used any more */
    public boolean isDeprecated() {
        return m_deprecated;
    }

    /** @param b whether the node should not be used any more */
    protected void setIsDeprecated(final boolean b) {
        m_deprecated = b;
    }

    /** @return the options, by tab */
    public List<DialogOptionGroup> getDialogOptionGroups() {
        return List.of();
    }

    /** @return the groups of inputs that a user may add */
    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return List.of();
    }

    /** @return the groups of outputs that a user may add */
    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return List.of();
    }

    /** @return what the interactive view shows */
    public Optional<String> getInteractiveViewDescription() {
        return Optional.empty();
    }

    /** @return the full description */
    public Optional<String> getIntro() {
        return Optional.empty();
    }

    /** @return words for the search */
    public String[] getKeywords() {
        return new String[0];
    }

    /** @return further reading */
    public List<DescriptionLink> getLinks() {
        return List.of();
    }

    /** @return one sentence */
    public Optional<String> getShortDescription() {
        return Optional.empty();
    }

    /** @return the version that brought the node */
    public Optional<Version> getSinceVersion() {
        return Optional.empty();
    }

    /** @return a factory of namespace-aware parsers that neither load external documents nor expand entities */
    public static DocumentBuilderFactory getDocumentBuilderFactory() {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        try {
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException("The XML parser cannot be told to refuse document types.", e);
        }
        return factory;
    }

    /** A link with its text. */
    public static final class DescriptionLink {

        private final String m_target;

        private final String m_text;

        /**
         * @param target the address
         * @param text the text
         */
        public DescriptionLink(final String target, final String text) {
            m_target = target;
            m_text = text;
        }

        /** @return the address */
        public String getTarget() {
            return m_target;
        }

        /** @return the text */
        public String getText() {
            return m_text;
        }
    }

    /** One option of the dialog. */
    public static final class DialogOption {

        private final String m_name;

        private final String m_description;

        private final boolean m_optional;

        /**
         * @param name its title
         * @param description what it does
         * @param optional whether it may be left out
         */
        public DialogOption(final String name, final String description, final boolean optional) {
            m_name = name;
            m_description = description;
            m_optional = optional;
        }

        /** @return its title */
        public String getName() {
            return m_name;
        }

        /** @return what it does */
        public String getDescription() {
            return m_description;
        }

        /** @return whether it may be left out */
        public boolean isOptional() {
            return m_optional;
        }
    }

    /** The options of one section or tab. */
    public static final class DialogOptionGroup {

        private final String m_name;

        private final String m_description;

        private final List<DialogOption> m_options;

        /**
         * @param name may be null
         * @param description may be null
         * @param options in the order of the dialog
         */
        public DialogOptionGroup(final String name, final String description, final List<DialogOption> options) {
            m_name = name;
            m_description = description;
            m_options = List.copyOf(options);
        }

        /** @return the name, if there is one */
        public Optional<String> getName() {
            return Optional.ofNullable(m_name);
        }

        /** @return the description, if there is one */
        public Optional<String> getDescription() {
            return Optional.ofNullable(m_description);
        }

        /** @return the options in the order of the dialog */
        public List<DialogOption> getOptions() {
            return m_options;
        }
    }

    /** A group of ports that a user may add. */
    public static final class DynamicPortGroupDescription {

        private final String m_name;

        private final String m_identifier;

        private final String m_description;

        /**
         * @param groupName its title
         * @param groupIdentifier its id
         * @param groupDescription what it takes
         */
        public DynamicPortGroupDescription(final String groupName, final String groupIdentifier,
            final String groupDescription) {
            m_name = groupName;
            m_identifier = groupIdentifier;
            m_description = groupDescription;
        }

        /** @return its title */
        public String getGroupName() {
            return m_name;
        }

        /** @return its id */
        public String getGroupIdentifier() {
            return m_identifier;
        }

        /** @return what it takes */
        public String getGroupDescription() {
            return m_description;
        }
    }
}
