// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.scorewalk.apicheck.References.Lambda;
import org.scorewalk.apicheck.References.Use;

/** Walks through a class file and notes what it refers to. */
final class ReferenceVisitor extends ClassVisitor {

    private final References m_references;

    private final String m_class;

    ReferenceVisitor(final References references, final String className) {
        super(Opcodes.ASM9);
        m_references = references;
        m_class = className;
    }

    private void signature(final String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new SignatureVisitor(Opcodes.ASM9) {

                private String m_name;

                @Override
                public void visitClassType(final String name) {
                    m_name = name;
                    m_references.internalName(name);
                }

                @Override
                public void visitInnerClassType(final String name) {
                    m_name = m_name + "$" + name;
                    m_references.internalName(m_name);
                }
            });
        }
    }

    private void names(final String... names) {
        if (names != null) {
            for (final var name : names) {
                m_references.internalName(name);
            }
        }
    }

    private AnnotationVisitor annotation(final String descriptor) {
        m_references.descriptor(descriptor);
        return new ValueVisitor(m_references, Type.getType(descriptor).getInternalName(), null, m_class);
    }

    @Override
    public void visit(final int version, final int access, final String name, final String signature,
        final String superName, final String[] interfaces) {
        names(superName);
        names(interfaces);
        signature(signature);
    }

    @Override
    public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(final int typeRef, final TypePath typePath, final String descriptor,
        final boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(final String name, final String descriptor,
        final String signature) {
        m_references.descriptor(descriptor);
        signature(signature);
        return new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
                return annotation(annotation);
            }
        };
    }

    @Override
    public FieldVisitor visitField(final int access, final String name, final String descriptor,
        final String signature, final Object value) {
        m_references.descriptor(descriptor);
        signature(signature);
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(final String annotation, final boolean visible) {
                return annotation(annotation);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(final int access, final String name, final String descriptor,
        final String signature, final String[] exceptions) {
        m_references.descriptor(descriptor);
        signature(signature);
        names(exceptions);
        return new Code(m_class + "." + name);
    }

    /** Walks through a method. */
    private final class Code extends MethodVisitor {

        private final String m_where;

        Code(final String where) {
            super(Opcodes.ASM9);
            m_where = where;
        }

        @Override
        public AnnotationVisitor visitAnnotation(final String descriptor, final boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(final int parameter, final String descriptor,
            final boolean visible) {
            return annotation(descriptor);
        }

        @Override
        public AnnotationVisitor visitAnnotationDefault() {
            return new ValueVisitor(m_references, null, null, m_where);
        }

        @Override
        public void visitTypeInsn(final int opcode, final String type) {
            names(type);
            if (opcode == Opcodes.NEW) {
                m_references.create(type);
            }
        }

        @Override
        public void visitFieldInsn(final int opcode, final String owner, final String name, final String descriptor) {
            m_references.descriptor(descriptor);
            m_references.use(new Use(owner, ApiClass.field(name, descriptor),
                opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC, null, m_where));
        }

        @Override
        public void visitMethodInsn(final int opcode, final String owner, final String name, final String descriptor,
            final boolean isInterface) {
            m_references.descriptor(descriptor);
            m_references.use(new Use(owner, ApiClass.method(name, descriptor), opcode == Opcodes.INVOKESTATIC,
                isInterface, m_where));
        }

        @Override
        public void visitInvokeDynamicInsn(final String name, final String descriptor, final Handle bootstrap,
            final Object... arguments) {
            m_references.descriptor(descriptor);
            constant(bootstrap);
            for (final var argument : arguments) {
                constant(argument);
            }
            final var type = Type.getReturnType(descriptor);
            if ("java/lang/invoke/LambdaMetafactory".equals(bootstrap.getOwner())) {
                m_references.lambda(new Lambda(type.getInternalName(),
                    ApiClass.method(name, ((Type)arguments[0]).getDescriptor()), m_where));
            }
        }

        @Override
        public void visitLdcInsn(final Object value) {
            constant(value);
        }

        private void constant(final Object value) {
            if (value instanceof Type type) {
                m_references.type(type);
            } else if (value instanceof ConstantDynamic dynamic) {
                m_references.descriptor(dynamic.getDescriptor());
                constant(dynamic.getBootstrapMethod());
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            } else if (value instanceof Handle handle) {
                handle(handle);
            }
        }

        private void handle(final Handle handle) {
            m_references.descriptor(handle.getDesc());
            final var tag = handle.getTag();
            if (tag <= Opcodes.H_PUTSTATIC) {
                m_references.use(new Use(handle.getOwner(), ApiClass.field(handle.getName(), handle.getDesc()),
                    tag == Opcodes.H_GETSTATIC || tag == Opcodes.H_PUTSTATIC, null, m_where));
            } else {
                m_references.use(new Use(handle.getOwner(), ApiClass.method(handle.getName(), handle.getDesc()),
                    tag == Opcodes.H_INVOKESTATIC, handle.isInterface(), m_where));
            }
            if (tag == Opcodes.H_NEWINVOKESPECIAL) {
                m_references.create(handle.getOwner());
            }
        }

        @Override
        public void visitMultiANewArrayInsn(final String descriptor, final int dimensions) {
            m_references.descriptor(descriptor);
        }

        @Override
        public void visitTryCatchBlock(final Label start, final Label end, final Label handler, final String type) {
            names(type);
        }

        @Override
        public void visitLocalVariable(final String name, final String descriptor, final String signature,
            final Label start, final Label end, final int index) {
            m_references.descriptor(descriptor);
        }
    }
}
