// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.data.util.NonClosableInputStream;
import org.knime.core.data.util.NonClosableOutputStream;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.scorewalk.standin.core.ZipEntries;

/**
 * Port objects as files. The form is a zip of {@code content.xml} (the classes), {@code objectSpec.file} and
 * {@code object.file}; the last two are zips that begin with an empty entry. Only registered classes are loaded.
 */
public final class PortUtil {

    private static final String CONTENT = "content.xml";

    private static final String CONTENT_ROOT = "content";

    private static final String VERSION = "version";

    private static final String SPEC_CLASS = "port_spec_class";

    private static final String OBJECT_CLASS = "port_object_class";

    private static final String SPEC_FILE = "objectSpec.file";

    private static final String OBJECT_FILE = "object.file";

    private static final String FIRST_OF_SPEC = "portSpec.file";

    private static final String TRUNCATED = "The port object file is truncated.";

    private static final String FIRST_OF_OBJECT = "portObject.file";

    private PortUtil() {
    }

    /**
     * @param c a class of specifications
     * @param <T> the class
     * @return what writes and reads them
     */
    @SuppressWarnings("unchecked") // registered for this class
    public static <T extends PortObjectSpec> PortObjectSpecSerializer<T> getPortObjectSpecSerializer(
        final Class<T> c) {
        return (PortObjectSpecSerializer<T>)PortTypeRegistry.getInstance().getSpecSerializer(c)
            .orElseThrow(() -> new IllegalArgumentException("No serializer for port object specifications of class "
                + c.getName() + " is registered at the extension point org.knime.core.PortType."));
    }

    /**
     * @param cl a class of objects
     * @param <T> the class
     * @return what writes and reads them
     */
    @SuppressWarnings("unchecked") // registered for this class
    public static <T extends PortObject> PortObjectSerializer<T> getPortObjectSerializer(final Class<T> cl) {
        return (PortObjectSerializer<T>)PortTypeRegistry.getInstance().getObjectSerializer(cl)
            .orElseThrow(() -> new IllegalArgumentException("No serializer for port objects of class "
                + cl.getName() + " is registered at the extension point org.knime.core.PortType."));
    }

    /**
     * @param in takes the zip
     * @return takes the entries of a specification, after the empty first one
     * @throws IOException if it cannot be written
     */
    public static PortObjectSpecZipOutputStream getPortObjectSpecZipOutputStream(final OutputStream in)
        throws IOException {
        final PortObjectSpecZipOutputStream zip = new PortObjectSpecZipOutputStream(in);
        zip.putNextEntry(new ZipEntry(FIRST_OF_SPEC));
        zip.closeEntry();
        return zip;
    }

    /**
     * @param in takes the zip
     * @return takes the entries of an object, after the empty first one
     * @throws IOException if it cannot be written
     */
    public static PortObjectZipOutputStream getPortObjectZipOutputStream(final OutputStream in) throws IOException {
        final PortObjectZipOutputStream zip = new PortObjectZipOutputStream(in);
        zip.putNextEntry(new ZipEntry(FIRST_OF_OBJECT));
        zip.closeEntry();
        return zip;
    }

    /**
     * @param in gives the zip
     * @return gives the entries of a specification, after the empty first one
     * @throws IOException if it cannot be read
     */
    public static PortObjectSpecZipInputStream getPortObjectSpecZipInputStream(final InputStream in)
        throws IOException {
        final PortObjectSpecZipInputStream zip = new PortObjectSpecZipInputStream(in);
        expect(FIRST_OF_SPEC, zip);
        return zip;
    }

    /**
     * @param in gives the zip
     * @return gives the entries of an object, after the empty first one
     * @throws IOException if it cannot be read
     */
    public static PortObjectZipInputStream getPortObjectZipInputStream(final InputStream in) throws IOException {
        final PortObjectZipInputStream zip = new PortObjectZipInputStream(in);
        expect(FIRST_OF_OBJECT, zip);
        return zip;
    }

    private static void expect(final String name, final ZipInputStream zip) throws IOException {
        final ZipEntry entry = ZipEntries.next(zip);
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("Expected zip entry \"" + name + "\", got "
                + (entry == null ? "none" : "\"" + entry.getName().replaceAll("\\p{Cntrl}+", " ") + "\""));
        }
    }

    /**
     * @param po an object
     * @param file is written
     * @param exec for progress and cancellation
     * @throws IOException if it cannot be written
     * @throws CanceledExecutionException if canceled
     */
    public static void writeObjectToFile(final PortObject po, final File file, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(file))) {
            writeObjectToStream(po, out, exec);
        }
    }

    /**
     * @param po an object
     * @param output takes the file and is closed
     * @param exec for progress and cancellation
     * @throws IOException if it cannot be written
     * @throws CanceledExecutionException if canceled
     */
    @SuppressWarnings("unchecked") // the classes of these very objects
    public static void writeObjectToStream(final PortObject po, final OutputStream output,
        final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        final PortObjectSpec spec = po.getSpec();
        final ModelContent content = new ModelContent(CONTENT_ROOT);
        content.addInt(VERSION, 1);
        content.addString(SPEC_CLASS, spec.getClass().getName());
        content.addString(OBJECT_CLASS, po.getClass().getName());
        try (ZipOutputStream zip = new ZipOutputStream(output)) {
            zip.putNextEntry(new ZipEntry(CONTENT));
            content.saveToXML(new NonClosableOutputStream.Zip(zip));
            zip.putNextEntry(new ZipEntry(SPEC_FILE));
            try (var out = getPortObjectSpecZipOutputStream(new NonClosableOutputStream.Zip(zip))) {
                getPortObjectSpecSerializer((Class<PortObjectSpec>)spec.getClass()).savePortObjectSpec(spec, out);
            }
            zip.putNextEntry(new ZipEntry(OBJECT_FILE));
            try (var out = getPortObjectZipOutputStream(new NonClosableOutputStream.Zip(zip))) {
                getPortObjectSerializer((Class<PortObject>)po.getClass()).savePortObject(po, out, exec);
            }
        }
    }

    /**
     * @param file what {@link #writeObjectToFile} wrote
     * @param exec for progress and cancellation
     * @return the object
     * @throws IOException if it cannot be read
     * @throws CanceledExecutionException if canceled
     */
    public static PortObject readObjectFromFile(final File file, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        return readObjectFromStream(new FileInputStream(file), exec);
    }

    /**
     * @param input what {@link #writeObjectToStream} wrote; is closed
     * @param exec for progress and cancellation
     * @return the object
     * @throws IOException if it cannot be read
     * @throws CanceledExecutionException if canceled
     */
    @SuppressWarnings("unchecked") // registered for this class
    public static PortObject readObjectFromStream(final InputStream input, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(input))) {
            final ModelContentRO content = readContent(zip);
            final PortObjectSpec spec = readSpec(content, zip);
            final String name = name(content, OBJECT_CLASS);
            final Class<? extends PortObject> type = PortTypeRegistry.getInstance().getObjectClass(name)
                .orElseThrow(() -> new IOException("The file holds a port object of class " + name
                    + ", which no installed extension registers."));
            expect(OBJECT_FILE, zip);
            try (var in = getPortObjectZipInputStream(new NonClosableInputStream.Zip(zip))) {
                return getPortObjectSerializer((Class<PortObject>)type).loadPortObject(in, spec, exec);
            }
        } catch (EOFException e) { // has no message
            throw new IOException(TRUNCATED, e);
        }
    }

    /**
     * @param file what {@link #writeObjectToFile} wrote
     * @return the specification
     * @throws IOException if it cannot be read
     */
    public static PortObjectSpec readObjectSpecFromFile(final File file) throws IOException {
        return readObjectSpecFromStream(new FileInputStream(file));
    }

    /**
     * @param stream what {@link #writeObjectToStream} wrote; is closed
     * @return the specification
     * @throws IOException if it cannot be read
     */
    public static PortObjectSpec readObjectSpecFromStream(final InputStream stream) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(stream))) {
            return readSpec(readContent(zip), zip);
        } catch (EOFException e) {
            throw new IOException(TRUNCATED, e);
        }
    }

    private static ModelContentRO readContent(final ZipInputStream zip) throws IOException {
        expect(CONTENT, zip);
        return ModelContent.loadFromXML(new NonClosableInputStream.Zip(zip));
    }

    @SuppressWarnings("unchecked") // registered for this class
    private static PortObjectSpec readSpec(final ModelContentRO content, final ZipInputStream zip)
        throws IOException {
        final String name = name(content, SPEC_CLASS);
        final Class<? extends PortObjectSpec> type = PortTypeRegistry.getInstance().getSpecClass(name)
            .orElseThrow(() -> new IOException("The file holds a port object specification of class " + name
                + ", which no installed extension registers."));
        expect(SPEC_FILE, zip);
        try (var in = getPortObjectSpecZipInputStream(new NonClosableInputStream.Zip(zip))) {
            return getPortObjectSpecSerializer((Class<PortObjectSpec>)type).loadPortObjectSpec(in);
        }
    }

    private static String name(final ModelContentRO content, final String key) throws IOException {
        try {
            return content.getString(key);
        } catch (InvalidSettingsException e) {
            throw new IOException("A port object file is damaged: " + e.getMessage(), e);
        }
    }
}
