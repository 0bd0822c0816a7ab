// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/** Skeleton. */
public final class PortUtil {
    public static <T extends PortObjectSpec> PortObjectSpecSerializer<T> getPortObjectSpecSerializer(Class<T> c) { throw new UnsupportedOperationException(); }
    public static <T extends PortObject> PortObjectSerializer<T> getPortObjectSerializer(Class<T> cl) { throw new UnsupportedOperationException(); }
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(OutputStream in) throws IOException { throw new UnsupportedOperationException(); }
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(OutputStream in) throws IOException { throw new UnsupportedOperationException(); }
    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(InputStream in) throws IOException { throw new UnsupportedOperationException(); }
    public static PortObjectZipInputStream getPortObjectZipInputStream(InputStream in) throws IOException { throw new UnsupportedOperationException(); }
    public static void writeObjectToFile(PortObject po, File file, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static void writeObjectToStream(PortObject po, OutputStream output, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static PortObject readObjectFromFile(File file, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static PortObject readObjectFromStream(InputStream input, ExecutionMonitor exec) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static PortObject readObjectFromFileViaContext(File file, ExecutionContext context) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static PortObject readObjectFromStreamViaContext(InputStream input, ExecutionContext context) throws IOException, CanceledExecutionException { throw new UnsupportedOperationException(); }
    public static PortObjectSpec readObjectSpecFromFile(File file) throws IOException { throw new UnsupportedOperationException(); }
    public static PortObjectSpec readObjectSpecFromStream(InputStream stream) throws IOException { throw new UnsupportedOperationException(); }
}
