// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/**
 * A port object whose content is a small tree. Objects of one class are equal if their trees are. Subclasses need a
 * public constructor without arguments.
 */
public abstract class AbstractSimplePortObject implements PortObject {

    private static final String ENTRY = "content.xml";

    private static final String ROOT = "model.xml";

    private static final String MODEL = "model";

    /** Made by subclasses and serializers. */
    public AbstractSimplePortObject() {
        // subclasses hold the content
    }

    /**
     * @param model takes the content
     * @param exec for progress and cancellation
     * @throws CanceledExecutionException if canceled
     */
    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    /**
     * @param model what {@link #save} wrote
     * @param spec the specification
     * @param exec for progress and cancellation
     * @throws InvalidSettingsException if the content does not fit
     * @throws CanceledExecutionException if canceled
     */
    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException;

    private ModelContent content() {
        final ModelContent content = new ModelContent(MODEL);
        try {
            save(content, new ExecutionMonitor());
        } catch (CanceledExecutionException e) {
            throw new IllegalStateException("The content of a port object cannot be compared: interrupted.", e);
        }
        return content;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object oport) {
        return this == oport || oport != null && oport.getClass() == getClass()
            && content().equals(((AbstractSimplePortObject)oport).content());
    }

    @Override
    public int hashCode() {
        return content().keySet().hashCode();
    }

    /**
     * Writes and reads these objects; a subclass names the class as its type argument.
     *
     * @param <T> the class
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
        extends PortObjectSerializer<T> {

        /** Made by subclasses. */
        public AbstractSimplePortObjectSerializer() {
            // no state
        }

        @Override
        public void savePortObject(final T portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final ModelContent content = ContentFile.create(ROOT, portObject);
            portObject.save(content.addModelContent(MODEL), exec);
            ContentFile.write(ENTRY, content, out);
        }

        @Override
        @SuppressWarnings("unchecked") // the type argument
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final Class<? extends AbstractSimplePortObject> type = ContentFile.typeArgument(getClass(),
                AbstractSimplePortObjectSerializer.class, AbstractSimplePortObject.class);
            final ModelContentRO content = ContentFile.read(ENTRY, type, in);
            final AbstractSimplePortObject object = ContentFile.newInstance(type);
            try {
                object.load(content.getModelContent(MODEL), spec, exec);
            } catch (InvalidSettingsException e) {
                throw new IOException("Unable to load content of a port object: " + e.getMessage(), e);
            }
            return (T)object;
        }
    }
}
