// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.lang.invoke.MethodType;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.scorewalk.apicheck.References.AnnotationValue;
import org.scorewalk.apicheck.References.Use;

/** Notes the values that an annotation is given. The type of each shows which type the member has to have. */
final class ValueVisitor extends AnnotationVisitor {

    private final References m_references;

    private final String m_annotation;

    private final String m_array;

    private final String m_where;

    private boolean m_empty = true;

    /**
     * @param annotation internal name of the annotation, null for the default of a member
     * @param array the member whose elements are visited, null outside arrays
     */
    ValueVisitor(final References references, final String annotation, final String array, final String where) {
        super(Opcodes.ASM9);
        m_references = references;
        m_annotation = annotation;
        m_array = array;
        m_where = where;
    }

    private void note(final String name, final String descriptor) {
        m_empty = false;
        if (m_annotation != null) {
            m_references.value(new AnnotationValue(m_annotation, m_array == null ? name : m_array,
                (m_array == null ? "" : "[") + descriptor, m_where));
        }
    }

    @Override
    public void visit(final String name, final Object value) {
        if (value instanceof Type type) {
            m_references.type(type);
            note(name, "Ljava/lang/Class;");
        } else if (value instanceof String) {
            note(name, "Ljava/lang/String;");
        } else if (value.getClass().isArray()) {
            note(name, Type.getDescriptor(value.getClass()));
        } else {
            note(name, Type.getDescriptor(MethodType.methodType(value.getClass()).unwrap().returnType()));
        }
    }

    @Override
    public void visitEnum(final String name, final String descriptor, final String value) {
        m_references.descriptor(descriptor);
        m_references.use(new Use(Type.getType(descriptor).getInternalName(), ApiClass.field(value, descriptor), true,
            null, m_where));
        note(name, descriptor);
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String name, final String descriptor) {
        m_references.descriptor(descriptor);
        note(name, descriptor);
        return new ValueVisitor(m_references, Type.getType(descriptor).getInternalName(), null, m_where);
    }

    @Override
    public AnnotationVisitor visitArray(final String name) {
        return new ValueVisitor(m_references, m_annotation, name == null ? "" : name, m_where);
    }

    @Override
    public void visitEnd() {
        if (m_array != null && m_empty && m_annotation != null) {
            m_references.value(new AnnotationValue(m_annotation, m_array, null, m_where));
        }
    }
}
