// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import org.objectweb.asm.Opcodes;

/** Access flags in the letters of the lists. */
final class Flags {

    private Flags() {
    }

    static String of(final int access) {
        return ((access & Opcodes.ACC_PUBLIC) != 0 ? "+" : (access & Opcodes.ACC_PROTECTED) != 0 ? "#" : "")
            + ((access & Opcodes.ACC_STATIC) != 0 ? "s" : "") + ((access & Opcodes.ACC_FINAL) != 0 ? "f" : "")
            + ((access & Opcodes.ACC_ABSTRACT) != 0 ? "a" : "") + ((access & Opcodes.ACC_INTERFACE) != 0 ? "I" : "");
    }

    static boolean isVisible(final int access) {
        return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }
}
