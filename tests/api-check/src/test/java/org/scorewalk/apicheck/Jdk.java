// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

import org.objectweb.asm.Type;

/** Members of the JDK's classes. */
final class Jdk {

    private Jdk() {
    }

    /** The flags of a public or protected member of a class or its super types. */
    static Stream<String> member(final String internalName, final String key) {
        final Class<?> type = type(internalName);
        var members = Arrays.stream(type.getMethods()).filter(m -> key.equals(key(m))).map(Method::getModifiers);
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            members = Stream.concat(members,
                Arrays.stream(at.getDeclaredMethods())
                    .filter(m -> Modifier.isProtected(m.getModifiers()) && key.equals(key(m)))
                    .map(Method::getModifiers));
        }
        return members.map(Flags::of);
    }

    /** The abstract methods of a class and its super types. */
    static Stream<String> abstractMethods(final String internalName) {
        return Arrays.stream(type(internalName).getMethods()).filter(m -> Modifier.isAbstract(m.getModifiers()))
            .map(Jdk::key);
    }

    private static Class<?> type(final String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'), false, Jdk.class.getClassLoader());
        } catch (final ClassNotFoundException e) {
            throw new IllegalStateException("The JDK has no class " + internalName + ".", e);
        }
    }

    private static String key(final Method method) {
        return ApiClass.method(method.getName(), Type.getMethodDescriptor(method));
    }
}
