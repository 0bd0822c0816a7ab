// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** All that a class file refers to. */
final class References {

    /**
     * A use of a member.
     *
     * @param owner internal name of the class that the use names
     * @param key the member, a key of {@link ApiClass}
     * @param isStatic whether it is used as a static one
     * @param isInterface whether the owner is used as an interface; null where the use does not say
     * @param where the method that uses it
     */
    record Use(String owner, String key, boolean isStatic, Boolean isInterface, String where) {
    }

    /**
     * A lambda or method reference.
     *
     * @param type internal name of its interface
     * @param key the method that it implements
     * @param where the method that makes it
     */
    record Lambda(String type, String key, String where) {
    }

    /**
     * A value given to an annotation.
     *
     * @param type internal name of the annotation
     * @param name name of its member
     * @param descriptor type of the member, null if an empty array does not show it
     * @param where the class
     */
    record AnnotationValue(String type, String name, String descriptor, String where) {
    }

    private final Set<String> m_types = new TreeSet<>();

    private final Set<String> m_created = new TreeSet<>();

    private final Set<Use> m_uses = new LinkedHashSet<>();

    private final Set<Lambda> m_lambdas = new LinkedHashSet<>();

    private final Set<AnnotationValue> m_values = new LinkedHashSet<>();

    static References of(final byte[] classFile) {
        final var references = new References();
        final var reader = new ClassReader(classFile);
        reader.accept(new ReferenceVisitor(references, reader.getClassName()), 0);
        return references;
    }

    /** Internal names of all classes that are named, be it in a descriptor only. */
    Set<String> types() {
        return m_types;
    }

    /** Internal names of the classes of which instances are made. */
    Set<String> created() {
        return m_created;
    }

    Set<Use> uses() {
        return m_uses;
    }

    Set<Lambda> lambdas() {
        return m_lambdas;
    }

    Set<AnnotationValue> values() {
        return m_values;
    }

    void type(final Type type) {
        if (type.getSort() == Type.METHOD) {
            type(type.getReturnType());
            for (final var argument : type.getArgumentTypes()) {
                type(argument);
            }
        } else if (type.getSort() == Type.ARRAY) {
            type(type.getElementType());
        } else if (type.getSort() == Type.OBJECT) {
            m_types.add(type.getInternalName());
        }
    }

    void internalName(final String name) {
        if (name != null) {
            type(Type.getObjectType(name));
        }
    }

    void descriptor(final String descriptor) {
        type(Type.getType(descriptor));
    }

    void use(final Use use) {
        internalName(use.owner());
        if (!use.owner().startsWith("[")) {
            m_uses.add(use);
        }
    }

    void create(final String name) {
        m_created.add(name);
    }

    void lambda(final Lambda lambda) {
        m_lambdas.add(lambda);
    }

    void value(final AnnotationValue value) {
        m_values.add(value);
    }
}
