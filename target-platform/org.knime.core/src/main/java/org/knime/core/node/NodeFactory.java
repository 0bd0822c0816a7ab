// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Makes the parts of one kind of node. The factory's class name is the kind's lasting id in workflows.
 *
 * @param <T> the model that does the node's work
 */
public abstract class NodeFactory<T extends NodeModel> {

    /** What a node is for; decides the colour. */
    public enum NodeType {
        /** Brings data in. */
        Source,
        /** Takes data out. */
        Sink,
        /** Learns a model. */
        Learner,
        /** Applies a model. */
        Predictor,
        /** Changes data. */
        Manipulator,
        /** Shows data. */
        Visualizer,
        /** Is a part of a page. */
        Widget,
        /** A metanode. */
        Meta,
        /** Starts a loop. */
        LoopStart,
        /** Ends a loop. */
        LoopEnd,
        /** Starts a scope. */
        ScopeStart,
        /** Ends a scope. */
        ScopeEnd,
        /** An old page element. */
        QuickForm,
        /** Configures a component. */
        Configuration,
        /** Anything else. */
        Other,
        /** Stands for a node that is not installed. */
        Missing,
        /** Not known. */
        Unknown,
        /** A component. */
        Subnode,
        /** Input of a component. */
        VirtualIn,
        /** Output of a component. */
        VirtualOut,
        /** Calls or is called by other workflows. */
        Container;
    }

    private final boolean m_lazy;

    private NodeDescription m_description;

    /** A factory that is ready at once. */
    protected NodeFactory() {
        this(false);
    }

    /** @param lazyInitialization whether {@link #init()} has to be called before the factory is used */
    protected NodeFactory(final boolean lazyInitialization) {
        m_lazy = lazyInitialization;
    }

    /** @return whether {@link #init()} has to be called before the factory is used */
    public final boolean isLazilyInitialized() {
        return m_lazy;
    }

    /** @return the lasting id of the kind of node: the class name, unless one factory makes several kinds */
    public final String getFactoryId() {
        return getClass().getName();
    }

    /** Makes the description; it is made on demand otherwise. */
    public void init() {
        description();
    }

    /**
     * @return the texts about the node
     * @throws SAXException if a description is malformed
     * @throws IOException if it cannot be read
     */
    protected NodeDescription createNodeDescription() throws SAXException, IOException {
        throw new IOException("The factory " + getClass().getName() + " gives no description; "
            + "descriptions in XML files are not read by this stand-in.");
    }

    private synchronized NodeDescription description() {
        if (m_description == null) {
            try {
                m_description = createNodeDescription();
            } catch (SAXException | IOException e) {
                throw new IllegalStateException(
                    "The description of " + getClass().getName() + " cannot be made: " + e.getMessage(), e);
            }
        }
        return m_description;
    }

    /** Gives the texts to the host, which stands in another package. */
    final NodeDescription nodeDescription() {
        return description();
    }

    /** @return the description as XML */
    public Element getXMLDescription() {
        return description().getXMLDescription();
    }

    /**
     * @param config what {@link #saveAdditionalFactorySettings(ConfigWO)} wrote
     * @throws InvalidSettingsException if it does not fit
     */
    public void loadAdditionalFactorySettings(final ConfigRO config) throws InvalidSettingsException {
        // a factory of one kind of node has none
    }

    /** @param config takes what tells apart the kinds of nodes that this factory makes */
    public void saveAdditionalFactorySettings(final ConfigWO config) {
        // a factory of one kind of node has none
    }

    /** @return the name of the node */
    public final String getNodeName() {
        return description().getNodeName();
    }

    /** @return words for the search */
    public final String[] getKeywords() {
        return description().getKeywords();
    }

    /**
     * @param index of an input port
     * @return its name or null
     */
    public String getInportName(final int index) {
        return description().getInportName(index);
    }

    /**
     * @param index of an output port
     * @return its name or null
     */
    public String getOutportName(final int index) {
        return description().getOutportName(index);
    }

    /**
     * @param index of an input port
     * @return its description or null
     */
    public final String getInportDescription(final int index) {
        return description().getInportDescription(index);
    }

    /**
     * @param index of an output port
     * @return its description or null
     */
    public final String getOutportDescription(final int index) {
        return description().getOutportDescription(index);
    }

    /**
     * @param index of a classic view
     * @return its description or null
     */
    protected final String getViewDescription(final int index) {
        return description().getViewDescription(index);
    }

    /** @return a new model */
    public abstract T createNodeModel();

    /**
     * @param context the file that the node is made for
     * @return a new model
     */
    protected T createNodeModel(final NodeCreationContext context) {
        return createNodeModel();
    }

    /**
     * @param creationConfig the node's ports and file
     * @return a new model
     */
    protected T createNodeModel(final NodeCreationConfiguration creationConfig) {
        return createNodeModel();
    }

    /** @return the number of classic views */
    protected abstract int getNrNodeViews();

    /**
     * @param viewIndex index of a classic view
     * @param nodeModel what it shows
     * @return the view
     */
    public abstract NodeView<T> createNodeView(int viewIndex, T nodeModel);

    /**
     * @param viewIndex index of a classic view
     * @param nodeModel what it shows
     * @return the view
     */
    public AbstractNodeView<T> createAbstractNodeView(final int viewIndex, final T nodeModel) {
        return createNodeView(viewIndex, nodeModel);
    }

    /** @return whether there is a classic dialog */
    protected abstract boolean hasDialog();

    /** @return the classic dialog */
    protected abstract NodeDialogPane createNodeDialogPane();

    /**
     * @param creationConfig the node's ports and file
     * @return the classic dialog
     */
    protected NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return createNodeDialogPane();
    }

    /** @return null: there is no old description file */
    protected InputStream getPropertiesInputStream() {
        return null;
    }

    /** @return where the icon is, null if there is none */
    public URL getIcon() {
        final String path = description().getIconPath();
        return path == null ? null : getClass().getResource(path);
    }

    /** @return the kind of node */
    public NodeType getType() {
        return description().getType();
    }

    /** @return the name of the interactive view, null if there is none */
    public String getInteractiveViewName() {
        return description().getInteractiveViewName();
    }

    /** @return whether the node should not be used any more */
    public final boolean isDeprecated() {
        return description().isDeprecated();
    }
}
