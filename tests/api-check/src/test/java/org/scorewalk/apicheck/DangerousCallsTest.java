// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a file from a stranger could misuse, such as parsers of XML, zips, Java's serialisation, classes found by name
 * or processes, is used by the classes of one list, each with the reason why that is safe: no more, no less.
 */
class DangerousCallsTest {

    private static final Path LIST = Path.of("src/test/resources/dangerous-calls.txt");

    private static final List<String> FOLDERS = List.of("../../plugins/org.scorewalk.engine/target/classes",
        "../../plugins/org.scorewalk.nodes/target/classes", "../../target-platform/org.knime.core/target/classes",
        "../../target-platform/org.knime.core.ui/target/classes",
        "../../target-platform/org.scorewalk.host/target/classes");

    private static final Pattern DANGEROUS = Pattern.compile(String.join("|", //
        "javax/xml/(parsers|stream|transform|validation|xpath)/\\w*Factory\\.new\\w+", //
        "org/xml/sax/helpers/XMLReaderFactory\\..*", "java/beans/XMLDecoder\\.<init>", //
        "java/io/ObjectInputStream\\.<init>", //
        "java/lang/Class\\.(forName|newInstance)", "java/lang/reflect/(Constructor\\.newInstance|Method\\.invoke)",
        "java/lang/ClassLoader\\.(loadClass|defineClass)", "org/osgi/framework/Bundle\\.loadClass",
        "java/util/ServiceLoader\\.load\\w*", "java/lang/invoke/MethodHandles\\$Lookup\\.(find|define|unreflect)\\w*",
        "javax/script/.*", //
        "java/util/zip/(ZipFile|ZipInputStream|GZIPInputStream|InflaterInputStream|Inflater)\\.<init>",
        "java/util/jar/Jar\\w*\\.<init>", "java/nio/file/FileSystems\\.newFileSystem", //
        "com/fasterxml/jackson/databind/ObjectMapper\\."
            + "(readValue|convertValue|treeToValue|readerFor\\w*|\\w*Typing\\w*)",
        "com/fasterxml/jackson/databind/ObjectReader\\.readValue",
        "com/fasterxml/jackson/annotation/JsonTypeInfo\\.annotation", //
        "javax/imageio/ImageIO\\.(read|createImageInputStream)", //
        "java/lang/ProcessBuilder\\.<init>", "java/lang/(Runtime|System)\\.(exec|load|loadLibrary)", //
        "java/net/URL\\.(openStream|openConnection)", "java/net/(Server|Datagram)?Socket\\.<init>",
        "java/net/http/.*"));

    @Test
    void areMadeByTheListedClassesOnly() throws IOException {
        final var classes = ClassFiles.read(ClassFiles.places("scorewalk.scanned", FOLDERS.toArray(String[]::new)));
        assertThat(classes).as("classes, compiled before").hasSizeGreaterThan(500);
        final var made = new TreeSet<String>();
        classes.values().forEach(file -> made.addAll(dangerous(file)));

        final Map<String, String> listed = listed();
        assertThat(made).as("uses; a new one needs a line with its reason in %s", LIST)
            .containsExactlyElementsOf(listed.keySet());
        assertThat(listed.values()).as("reasons").noneMatch(String::isBlank);
    }

    @Test
    void aCallIsSeenWhereverItStands() throws IOException {
        try (var file = Calls.class.getResourceAsStream("DangerousCallsTest$Calls.class")) {
            assertThat(dangerous(file.readAllBytes())).containsExactly(
                "org.scorewalk.apicheck.DangerousCallsTest$Calls java.io.ObjectInputStream.<init>",
                "org.scorewalk.apicheck.DangerousCallsTest$Calls java.lang.Class.forName");
        }
    }

    /** Two calls, one of them as a method reference. */
    static final class Calls {

        /** Finds a class. */
        interface Finder {
            Class<?> find(String name) throws ClassNotFoundException;
        }

        private Calls() {
        }

        static Finder finder() {
            return Class::forName;
        }

        static Object read(final java.io.InputStream in) throws IOException, ClassNotFoundException {
            return new java.io.ObjectInputStream(in).readObject();
        }
    }

    /** "Class call" to the reason; comments and empty lines are left out. */
    private static Map<String, String> listed() throws IOException {
        final var listed = new TreeMap<String, String>();
        for (final String line : Files.readAllLines(LIST)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                final String[] parts = line.split(":", 2);
                listed.put(parts[0].strip(), parts.length < 2 ? "" : parts[1].strip());
            }
        }
        return listed;
    }

    private static TreeSet<String> dangerous(final byte[] file) {
        final var found = new TreeSet<String>();
        final var reader = new ClassReader(file);
        final var name = reader.getClassName().replace('/', '.');
        reader.accept(new ClassVisitor(Opcodes.ASM9) {
            private void note(final String owner, final String member) {
                final String call = owner + "." + member;
                if (DANGEROUS.matcher(call).matches()) {
                    found.add(name + " " + call.replace('/', '.'));
                }
            }

            private AnnotationVisitor annotation(final String descriptor) {
                note(descriptor.substring(1, descriptor.length() - 1), "annotation");
                return null;
            }

            @Override
            public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
                return annotation(descriptor);
            }

            @Override
            public FieldVisitor visitField(final int access, final String field, final String descriptor,
                final String signature, final Object value) {
                return new FieldVisitor(Opcodes.ASM9) {
                    @Override
                    public AnnotationVisitor visitAnnotation(final String type, final boolean visible) {
                        return annotation(type);
                    }
                };
            }

            @Override
            public MethodVisitor visitMethod(final int access, final String method, final String descriptor,
                final String signature, final String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public AnnotationVisitor visitAnnotation(final String type, final boolean visible) {
                        return annotation(type);
                    }

                    @Override
                    public void visitMethodInsn(final int opcode, final String owner, final String called,
                        final String type, final boolean isInterface) {
                        note(owner, called);
                    }

                    @Override
                    public void visitInvokeDynamicInsn(final String called, final String type, final Handle maker,
                        final Object... arguments) {
                        for (final Object argument : arguments) {
                            if (argument instanceof Handle handle) {
                                note(handle.getOwner(), handle.getName());
                            }
                        }
                    }
                };
            }
        }, 0);
        return found;
    }
}
