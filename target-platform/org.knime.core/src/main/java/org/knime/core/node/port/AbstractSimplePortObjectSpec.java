// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/**
 * A specification whose content is a small tree. Specifications of one class are equal if their trees are. Subclasses
 * need a public constructor without arguments.
 */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    private static final String ENTRY = "content.xml";

    private static final String ROOT = "model.xml";

    private static final String MODEL = "model";

    /** Made by subclasses and serializers. */
    public AbstractSimplePortObjectSpec() {
        // subclasses hold the content
    }

    /** @param model takes the content */
    protected abstract void save(ModelContentWO model);

    /**
     * @param model what {@link #save} wrote
     * @throws InvalidSettingsException if the content does not fit
     */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    private ModelContent content() {
        final ModelContent content = new ModelContent(MODEL);
        save(content);
        return content;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object ospec) {
        return this == ospec || ospec != null && ospec.getClass() == getClass()
            && content().equals(((AbstractSimplePortObjectSpec)ospec).content());
    }

    @Override
    public int hashCode() {
        return content().keySet().hashCode();
    }

    /**
     * Writes and reads these specifications; a subclass names the class as its type argument.
     *
     * @param <T> the class
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        /** Made by subclasses. */
        public AbstractSimplePortObjectSpecSerializer() {
            // no state
        }

        @Override
        public void savePortObjectSpec(final T portObject, final PortObjectSpecZipOutputStream out)
            throws IOException {
            final ModelContent content = ContentFile.create(ROOT, portObject);
            portObject.save(content.addModelContent(MODEL));
            ContentFile.write(ENTRY, content, out);
        }

        @Override
        @SuppressWarnings("unchecked") // the type argument
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final Class<? extends AbstractSimplePortObjectSpec> type = ContentFile.typeArgument(getClass(),
                AbstractSimplePortObjectSpecSerializer.class, AbstractSimplePortObjectSpec.class);
            final ModelContentRO content = ContentFile.read(ENTRY, type, in);
            final AbstractSimplePortObjectSpec spec = ContentFile.newInstance(type);
            try {
                spec.load(content.getModelContent(MODEL));
            } catch (InvalidSettingsException e) {
                throw new IOException("Unable to load content of a port object specification: " + e.getMessage(), e);
            }
            return (T)spec;
        }
    }
}
