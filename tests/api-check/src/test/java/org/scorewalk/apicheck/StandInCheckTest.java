// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes planted into a stand-in are found. */
class StandInCheckTest {

    private static final ApiList LIST = ApiList.parse("5.8", """
        C +a org/knime/a/Model java/lang/Object java/lang/Cloneable
         M # <init>()V
         M #a run(I)V throws java/io/IOException
         M +f name()Ljava/lang/String;
         M +s of(Lorg/knime/internal/Hidden;)Lorg/knime/a/Model;
         F +sf MAX I
        C +sf org/knime/a/Model$Kind java/lang/Enum -
         F +sf ONE Lorg/knime/a/Model$Kind;
         M +s valueOf(Ljava/lang/String;)Lorg/knime/a/Model$Kind;
         M +s values()[Lorg/knime/a/Model$Kind;
        """.lines());

    private static List<String> problems(final String body) {
        final var sources =
            List.of("package org.knime.internal; public class Hidden { public void anything() { } }", body);
        return StandInCheck.problems(List.of(LIST), Compiler.compile(sources.toArray(String[]::new)));
    }

    private static String model(final String members) {
        return "package org.knime.a; public abstract class Model implements Cloneable { protected Model() { } "
            + members + "}";
    }

    @Test
    void acceptsAPartOfTheList() {
        assertThat(problems(model("""
            public enum Kind { ONE }
            public static final int MAX = 7;
            protected abstract void run(int i) throws java.io.IOException;
            public final String name() { return hidden(); }
            public static Model of(org.knime.internal.Hidden hidden) { return null; }
            String hidden() { return ""; }
            private int m_own;
            static class Own { public void free() { } }
            private static class Nested { public static class Deep { public void free() { } } }
            """))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"public void extra() { }|has no M extra()V", //
        "protected int m_extra;|has no F m_extra I", //
        "public static final long MAX = 7;|has no F MAX J", //
        "public static int MAX = 7;|F MAX I has the flags +s instead of +sf", //
        "protected void run(int i) { }|M run(I)V has the flags # instead of #a", //
        "public abstract void run(int i);|M run(I)V has the flags +a instead of #a", //
        "public final Object name() { return null; }|has no M name()Ljava/lang/Object;", //
        "protected Model(int i) { }|has no M <init>(I)V", //
        "public String toString() { return null; }|has no M toString()", //
        "public static class Extra { }|org/knime/a/Model$Extra does not exist", //
        "public enum Kind { ONE, TWO }|has no F TWO", //
        "protected enum Kind { ONE }|Kind has the flags #sf instead of +sf"})
    void findsAMemberThatKnimeDoesNotHave(final String member, final String problem) {
        assertThat(problems(model(member))).singleElement().asString().contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "public abstract class Model { protected Model() { } }|implements [] instead of [java/lang/Cloneable]",
        "public abstract class Model extends Thread implements Cloneable { protected Model() { } }|"
            + "extends java/lang/Thread instead of java/lang/Object",
        "public class Model implements Cloneable { protected Model() { } }|has the flags + instead of +a",
        "public class Other { }|org/knime/a/Other does not exist"})
    void findsAClassThatKnimeDoesNotHave(final String type, final String problem) {
        assertThat(problems("package org.knime.a; " + type)).anyMatch(text -> text.contains(problem));
    }
}
