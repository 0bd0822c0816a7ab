// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources in memory. */
final class Compiler {

    private Compiler() {
    }

    /**
     * @param sources texts, one a class, with their package and one public type each
     * @return the class files by internal name
     */
    static Map<String, byte[]> compile(final String... sources) {
        final var classes = new TreeMap<String, byte[]>();
        final var javac = ToolProvider.getSystemJavaCompiler();
        final var files = new ForwardingJavaFileManager<>(javac.getStandardFileManager(null, null, null)) {
            @Override
            public JavaFileObject getJavaFileForOutput(final Location location, final String name,
                final JavaFileObject.Kind kind,
                final FileObject sibling) {
                return new ClassFile(name.replace('.', '/'), classes);
            }
        };
        final var messages = new StringWriter();
        final var done = javac.getTask(messages, files, null, List.of("--release", "17", "-proc:none"), null,
            Arrays.stream(sources).map(Source::new).toList()).call();
        if (!Boolean.TRUE.equals(done)) {
            throw new IllegalArgumentException(messages.toString());
        }
        return classes;
    }

    private static final class Source extends SimpleJavaFileObject {

        private static final Pattern TYPE =
            Pattern.compile("package ([\\w.]+);.*?(?:class|interface|enum|record) (\\w+)", Pattern.DOTALL);

        private final String m_text;

        Source(final String text) {
            super(uri(text), Kind.SOURCE);
            m_text = text;
        }

        private static URI uri(final String text) {
            final var type = TYPE.matcher(text);
            if (!type.find()) {
                throw new IllegalArgumentException("This is no class: " + text);
            }
            return URI.create("mem:///" + type.group(1).replace('.', '/') + "/" + type.group(2) + ".java");
        }

        @Override
        public CharSequence getCharContent(final boolean ignoreEncodingErrors) {
            return m_text;
        }
    }

    private static final class ClassFile extends SimpleJavaFileObject {

        private final String m_name;

        private final Map<String, byte[]> m_classes;

        ClassFile(final String name, final Map<String, byte[]> classes) {
            super(URI.create("mem:///" + name + ".class"), Kind.CLASS);
            m_name = name;
            m_classes = classes;
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    m_classes.put(m_name, toByteArray());
                }
            };
        }
    }
}
