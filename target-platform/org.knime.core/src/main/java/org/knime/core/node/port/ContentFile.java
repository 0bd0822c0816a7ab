// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.data.util.NonClosableInputStream;
import org.knime.core.data.util.NonClosableOutputStream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.scorewalk.standin.core.ZipEntries;

/** The entry with which the abstract port classes begin: version, class name, and for the simple ones the model. */
final class ContentFile {

    private static final String VERSION = "version";

    private static final String CLASS_NAME = "class_name";

    private static final int VERSION_1 = 1;

    private ContentFile() {
    }

    static ModelContent create(final String root, final Object object) {
        final ModelContent content = new ModelContent(root);
        content.addInt(VERSION, VERSION_1);
        content.addString(CLASS_NAME, object.getClass().getName());
        return content;
    }

    static void write(final String entryName, final ModelContent content, final ZipOutputStream out)
        throws IOException {
        out.putNextEntry(new ZipEntry(entryName));
        content.saveToXML(new NonClosableOutputStream.Zip(out));
    }

    /** Reads the next entry, which must have this name and be about this class. */
    static ModelContentRO read(final String entryName, final Class<?> expected, final ZipInputStream in)
        throws IOException {
        final ZipEntry entry = ZipEntries.next(in);
        if (entry == null || !entry.getName().equals(entryName)) {
            throw new IOException("Expected zip entry \"" + entryName + "\", got "
                + (entry == null ? "none" : "\"" + entry.getName() + "\""));
        }
        final ModelContentRO content = ModelContent.loadFromXML(new NonClosableInputStream.Zip(in));
        try {
            final int version = content.getInt(VERSION);
            if (version != VERSION_1) {
                throw new IOException("Version " + version + " of a port file cannot be read here.");
            }
            final String name = content.getString(CLASS_NAME);
            if (!expected.getName().equals(name)) {
                throw new IOException("Expected an object of class " + expected.getName() + ", got " + name);
            }
        } catch (InvalidSettingsException e) {
            throw new IOException("A port file is damaged: " + e.getMessage(), e);
        }
        return content;
    }

    /** @return the class that a serializer names as the argument of this super class */
    static <T> Class<? extends T> typeArgument(final Class<?> serializer, final Class<?> superClass,
        final Class<T> bound) {
        for (Class<?> c = serializer; c != null; c = c.getSuperclass()) {
            final Type generic = c.getGenericSuperclass();
            if (c.getSuperclass() == superClass && generic instanceof ParameterizedType p
                && p.getActualTypeArguments()[0] instanceof Class<?> argument) {
                return argument.asSubclass(bound);
            }
        }
        throw new IllegalStateException("The serializer " + serializer.getName()
            + " does not name the class of its objects as the type argument of " + superClass.getSimpleName() + ".");
    }

    static <T> T newInstance(final Class<T> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("No " + type.getName() + " can be created: " + e.getCause(),
                e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                "No " + type.getName() + " can be created; it needs a public constructor without arguments.", e);
        }
    }
}
