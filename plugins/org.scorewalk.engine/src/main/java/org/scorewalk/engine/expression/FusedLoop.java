// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.expression;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IF_ICMPGE;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.RETURN;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * Writes a method with one loop over a block, {@code static void loop(double[][] r, int n)}, for a run of instructions
 * of a {@link Tape}. Rows and values that are the same everywhere are fetched before the loop, because arrays without
 * offsets and indirection are what the JIT compiler vectorises.
 */
final class FusedLoop {

    private static final Set<Op> TAKEN = EnumSet.of(Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.ADD_CONST, Op.MUL_CONST,
        Op.CONST_DIV, Op.SQUARE, Op.SQRT, Op.ABS);

    private static final int R = 0;

    private static final int N = 1;

    private static final int I = 2;

    private final MethodVisitor m_method;

    private final Tape m_tape;

    private final int m_from;

    private final int m_to;

    private final BitSet m_live;

    /** The local variables of rows, of values that are the same everywhere, and of values in the making. */
    private final Map<Integer, Integer> m_rows = new LinkedHashMap<>();

    private final Map<Integer, Integer> m_uniform = new LinkedHashMap<>();

    private final Map<Integer, Integer> m_values = new LinkedHashMap<>();

    private int m_locals = 3;

    private FusedLoop(final MethodVisitor method, final Tape tape, final int from, final int to, final BitSet live) {
        m_method = method;
        m_tape = tape;
        m_from = from;
        m_to = to;
        m_live = live;
    }

    /** Whether an operation can be part of a loop that is vectorised. */
    static boolean takes(final Op op) {
        return TAKEN.contains(op);
    }

    /**
     * Writes the method.
     *
     * @param method the method, empty so far
     * @param tape the tape
     * @param from the first instruction
     * @param to the instruction after the last
     * @param live the registers that are read after the last instruction
     */
    static void write(final MethodVisitor method, final Tape tape, final int from, final int to, final BitSet live) {
        new FusedLoop(method, tape, from, to, live).write();
    }

    private void write() {
        m_method.visitCode();
        final var written = fetch();
        m_method.visitInsn(ICONST_0);
        m_method.visitVarInsn(ISTORE, I);
        final var top = new Label();
        final var done = new Label();
        m_method.visitLabel(top);
        m_method.visitVarInsn(ILOAD, I);
        m_method.visitVarInsn(ILOAD, N);
        m_method.visitJumpInsn(IF_ICMPGE, done);
        for (int i = m_from; i < m_to; i++) {
            instruction(i);
        }
        // after all loads, so that a register may be read and then reused within the loop
        for (int register = written.nextSetBit(0); register >= 0; register = written.nextSetBit(register + 1)) {
            m_method.visitVarInsn(ALOAD, m_rows.get(register));
            m_method.visitVarInsn(ILOAD, I);
            m_method.visitVarInsn(DLOAD, m_values.get(register));
            m_method.visitInsn(DASTORE);
        }
        m_method.visitIincInsn(I, 1);
        m_method.visitJumpInsn(GOTO, top);
        m_method.visitLabel(done);
        m_method.visitInsn(RETURN);
        m_method.visitMaxs(0, 0); // computed
        m_method.visitEnd();
    }

    /** Fetches what the loop reads and writes; returns the registers that it writes. */
    private BitSet fetch() {
        final var defined = new BitSet();
        for (int i = m_from; i < m_to; i++) {
            for (int j = 0; j < m_tape.op(i).arity(); j++) {
                final var register = register(i, 1 + j);
                if (m_tape.uniform().get(register)) {
                    fetchUniform(register);
                } else if (!defined.get(register) && !m_tape.constants().containsKey(register)) {
                    fetchRow(register);
                }
            }
            defined.set(register(i, 0));
        }
        defined.and(m_live);
        defined.stream().forEach(this::fetchRow);
        return defined;
    }

    private void fetchRow(final int register) {
        if (!m_rows.containsKey(register)) {
            row(register);
            m_method.visitVarInsn(ASTORE, m_locals);
            m_rows.put(register, m_locals++);
        }
    }

    private void fetchUniform(final int register) {
        if (!m_uniform.containsKey(register)) {
            row(register);
            m_method.visitInsn(ICONST_0);
            m_method.visitInsn(DALOAD);
            m_method.visitVarInsn(DSTORE, m_locals);
            m_uniform.put(register, m_locals);
            m_locals += 2;
        }
    }

    private void row(final int register) {
        m_method.visitVarInsn(ALOAD, R);
        m_method.visitLdcInsn(register);
        m_method.visitInsn(AALOAD);
    }

    /** The target (0) or an argument (from 1 on) of an instruction. */
    private int register(final int instruction, final int which) {
        return m_tape.code()[Tape.STRIDE * instruction + 1 + which];
    }

    private void instruction(final int i) {
        final var a = register(i, 1);
        final var b = register(i, 2);
        final var k = m_tape.number(i);
        switch (m_tape.op(i)) {
            case ADD -> binary(a, b, DADD);
            case SUB -> binary(a, b, DSUB);
            case MUL -> binary(a, b, DMUL);
            case DIV -> binary(a, b, DDIV);
            case SQUARE -> binary(a, a, DMUL);
            case ADD_CONST -> {
                push(a);
                m_method.visitLdcInsn(k);
                m_method.visitInsn(DADD);
            }
            case MUL_CONST -> {
                push(a);
                m_method.visitLdcInsn(k);
                m_method.visitInsn(DMUL);
            }
            case CONST_DIV -> {
                m_method.visitLdcInsn(k);
                push(a);
                m_method.visitInsn(DDIV);
            }
            case SQRT -> unary(a, "sqrt");
            case ABS -> unary(a, "abs");
            default -> throw new IllegalStateException("The operation " + m_tape.op(i) + " cannot be fused.");
        }
        final var local = m_values.computeIfAbsent(register(i, 0), register -> newValue());
        m_method.visitVarInsn(DSTORE, local);
    }

    private int newValue() {
        m_locals += 2;
        return m_locals - 2;
    }

    private void binary(final int a, final int b, final int opcode) {
        push(a);
        push(b);
        m_method.visitInsn(opcode);
    }

    private void unary(final int a, final String function) {
        push(a);
        m_method.visitMethodInsn(INVOKESTATIC, "java/lang/Math", function, "(D)D", false);
    }

    private void push(final int register) {
        final var value = m_values.get(register);
        if (value != null) {
            m_method.visitVarInsn(DLOAD, value);
        } else if (m_uniform.containsKey(register)) {
            m_method.visitVarInsn(DLOAD, m_uniform.get(register));
        } else if (m_tape.constants().containsKey(register)) {
            m_method.visitLdcInsn(m_tape.constants().get(register));
        } else {
            m_method.visitVarInsn(ALOAD, m_rows.get(register));
            m_method.visitVarInsn(ILOAD, I);
            m_method.visitInsn(DALOAD);
            final var local = newValue();
            m_method.visitVarInsn(DSTORE, local);
            m_method.visitVarInsn(DLOAD, local);
            m_values.put(register, local);
        }
    }
}
