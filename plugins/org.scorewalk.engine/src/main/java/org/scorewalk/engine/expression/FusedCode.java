// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.GETSTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Turns a {@link Tape} into a hidden class (JEP 371) whose methods are loops over a block, each of which computes many
 * instructions: intermediate values stay in the processor's registers instead of going through memory, and the JIT
 * compiler turns the loops into vector instructions. Functions such as exp, which it cannot vectorise, are called
 * between these loops, a block at a time. The class performs the tape's operations in the tape's order and so gives the
 * same bits as {@link Tape#interpret}.
 * <p>
 * Nothing of the user's text gets into the class but numbers: it is made of operations of {@link Op} alone.
 */
final class FusedCode {

    /** Longer tapes are interpreted: compiling so much takes longer than it saves. */
    static final int MAX_LENGTH = 4000;

    /** The most calls in one method, which keeps it below the size that the JIT compiler takes (8,000 bytes). */
    private static final int MAX_CALLS = 200;

    private static final String RUN = "([[DI)V";

    private static final String OP = Type.getInternalName(Op.class);

    private static final String NAME = Type.getInternalName(FusedCode.class) + "$Class";

    private final Tape m_tape;

    private final ClassWriter m_class = new ClassWriter(ClassWriter.COMPUTE_FRAMES);

    private int m_methods;

    private FusedCode(final Tape tape) {
        m_tape = tape;
    }

    /**
     * Makes the class.
     *
     * @param tape the instructions
     * @return its only instance
     */
    static BlockCode of(final Tape tape) {
        try {
            final var hidden = MethodHandles.lookup().defineHiddenClass(new FusedCode(tape).bytes(), true);
            return (BlockCode)hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class)).invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // NOSONAR what MethodHandle.invoke declares; the constructor throws nothing
            throw new IllegalStateException("The tape's class cannot be made.", e);
        }
    }

    private byte[] bytes() {
        m_class.visit(V17, ACC_FINAL | ACC_SYNTHETIC, NAME, null, "java/lang/Object",
            new String[]{Type.getInternalName(BlockCode.class)});
        final var constructor = m_class.visitMethod(ACC_PRIVATE, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        end(constructor);
        final var live = liveAfter();
        part("runFirst", 0, m_tape.split(), live);
        part("runSecond", m_tape.split(), m_tape.length(), live);
        m_class.visitEnd();
        return m_class.toByteArray();
    }

    private static void end(final MethodVisitor method) {
        method.visitInsn(RETURN);
        method.visitMaxs(0, 0); // computed
        method.visitEnd();
    }

    /** For each stage's last instruction, the registers that are read later on. */
    private BitSet[] liveAfter() {
        final var code = m_tape.code();
        final var live = new BitSet();
        Arrays.stream(m_tape.midway()).forEach(live::set);
        Arrays.stream(m_tape.results()).forEach(live::set);
        final var after = new BitSet[m_tape.length()];
        for (int i = m_tape.length() - 1; i >= 0; i--) {
            if (i + 1 == m_tape.length() || m_tape.stages().get(i + 1)) {
                after[i] = (BitSet)live.clone();
            }
            live.clear(code[Tape.STRIDE * i + 1]);
            for (int j = 0; j < m_tape.op(i).arity(); j++) {
                live.set(code[Tape.STRIDE * i + 2 + j]);
            }
        }
        return after;
    }

    private void part(final String name, final int from, final int to, final BitSet[] live) {
        final List<String> methods = new ArrayList<>();
        int start = from;
        while (start < to) {
            final var method = "m" + m_methods++;
            methods.add(method);
            start = calls(method, start, to, live);
        }
        final var run = m_class.visitMethod(ACC_PUBLIC | ACC_FINAL, name, RUN, null, null);
        run.visitCode();
        for (final var method : methods) {
            run.visitVarInsn(ALOAD, 1);
            run.visitVarInsn(ILOAD, 2);
            run.visitMethodInsn(INVOKESTATIC, NAME, method, RUN, false);
        }
        end(run);
    }

    /** A method that calls loops and functions, from an instruction on up to the one that it returns. */
    private int calls(final String name, final int from, final int to, final BitSet[] live) {
        final var method = m_class.visitMethod(ACC_PRIVATE | ACC_STATIC, name, RUN, null, null);
        method.visitCode();
        int start = from;
        for (int calls = 0; start < to && calls < MAX_CALLS; calls++) {
            final var next = m_tape.stages().nextSetBit(start + 1);
            final var end = next < 0 ? to : Math.min(next, to);
            if (end == start + 1) {
                function(method, start);
            } else {
                final var loop = "loop" + m_methods++;
                FusedLoop.write(m_class.visitMethod(ACC_PRIVATE | ACC_STATIC, loop, RUN, null, null), m_tape, start,
                    end, live[end - 1]);
                method.visitVarInsn(ALOAD, 0);
                method.visitVarInsn(ILOAD, 1);
                method.visitMethodInsn(INVOKESTATIC, NAME, loop, RUN, false);
            }
            start = end;
        }
        end(method);
        return start;
    }

    private void function(final MethodVisitor method, final int i) {
        final var p = Tape.STRIDE * i;
        method.visitFieldInsn(GETSTATIC, OP, m_tape.op(i).name(), "L" + OP + ";");
        for (int j = 2; j <= 4; j++) {
            register(method, m_tape.code()[p + j]);
        }
        method.visitLdcInsn(m_tape.number(i));
        register(method, m_tape.code()[p + 1]);
        method.visitVarInsn(ILOAD, 1);
        method.visitMethodInsn(INVOKESTATIC, Type.getInternalName(Loops.class), "apply",
            "(L" + OP + ";[D[D[DD[DI)V", false);
    }

    private static void register(final MethodVisitor method, final int register) {
        method.visitVarInsn(ALOAD, 0);
        method.visitLdcInsn(register);
        method.visitInsn(AALOAD);
    }
}
