// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** A port object that writes entries of its own. Subclasses need a public constructor without arguments. */
public abstract class AbstractPortObject implements PortObject {

    private static final String META = "meta.xml";

    /** Made by subclasses and serializers. */
    public AbstractPortObject() {
        // subclasses hold the content
    }

    /**
     * @param out takes entries and stays open
     * @param exec for progress and cancellation
     * @throws IOException if the object cannot be written
     * @throws CanceledExecutionException if canceled
     */
    protected abstract void save(PortObjectZipOutputStream out, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /**
     * @param in gives the entries that {@link #save} wrote and stays open
     * @param spec the specification
     * @param exec for progress and cancellation
     * @throws IOException if the object cannot be read
     * @throws CanceledExecutionException if canceled
     */
    protected abstract void load(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    /**
     * Writes and reads these objects; a subclass names the class as its type argument.
     *
     * @param <T> the class
     */
    public abstract static class AbstractPortObjectSerializer<T extends AbstractPortObject>
        extends PortObjectSerializer<T> {

        /** Made by subclasses. */
        public AbstractPortObjectSerializer() {
            // no state
        }

        @Override
        public void savePortObject(final T portObject, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            ContentFile.write(META, ContentFile.create(META, portObject), out);
            portObject.save(out, exec);
        }

        @Override
        @SuppressWarnings("unchecked") // the type argument
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final Class<? extends AbstractPortObject> type = ContentFile.typeArgument(getClass(),
                AbstractPortObjectSerializer.class, AbstractPortObject.class);
            ContentFile.read(META, type, in);
            final AbstractPortObject object = ContentFile.newInstance(type);
            object.load(in, spec, exec);
            return (T)object;
        }
    }
}
