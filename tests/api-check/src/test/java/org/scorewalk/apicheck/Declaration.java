// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file declares.
 *
 * @param name internal name
 * @param access access flags, of a nested class those of the source
 * @param outer internal name of the enclosing class, null if there is none
 * @param parent internal name of the super class
 * @param interfaces internal names
 * @param members access flags by the keys of {@link ApiClass}
 */
record Declaration(String name, int access, String outer, String parent, List<String> interfaces,
    Map<String, Integer> members) {

    static Declaration read(final byte[] classFile) {
        final var reader = new ClassReader(classFile);
        final var visitor = new Visitor(reader.getClassName());
        reader.accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return new Declaration(reader.getClassName(), visitor.m_access, visitor.m_outer, reader.getSuperName(),
            List.of(reader.getInterfaces()), visitor.m_members);
    }

    private static final class Visitor extends ClassVisitor {

        private final String m_name;

        private final Map<String, Integer> m_members = new LinkedHashMap<>();

        private int m_access;

        private String m_outer;

        Visitor(final String name) {
            super(Opcodes.ASM9);
            m_name = name;
        }

        @Override
        public void visit(final int version, final int access, final String name, final String signature,
            final String superName, final String[] interfaces) {
            m_access = access;
        }

        @Override
        public void visitInnerClass(final String name, final String outerName, final String innerName,
            final int access) {
            if (name.equals(m_name)) {
                // a class without a name of its own, or one in a method, is nobody's API
                m_access = outerName == null ? 0 : access;
                m_outer = outerName;
            }
        }

        @Override
        public FieldVisitor visitField(final int access, final String name, final String descriptor,
            final String signature, final Object value) {
            m_members.put(ApiClass.field(name, descriptor), access);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
            final String signature, final String[] exceptions) {
            m_members.put(ApiClass.method(name, descriptor), access);
            return null;
        }
    }
}
