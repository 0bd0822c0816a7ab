// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.apicheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Uses planted into a node that would fail in a real KNIME are found. The node is compiled against classes that have
 * more than the list.
 */
class NodeCheckTest {

    private static final ApiList LIST = ApiList.parse("5.12", """
        C +a org/knime/a/Model java/lang/Object -
         M # <init>()V
         M #a run(I)V
         M #f stop()V
         M + name()Ljava/lang/String;
         M +s make()Lorg/knime/a/Model;
         F + m_count I
         M + input()Lorg/knime/internal/Input;
        C +f org/knime/a/Done org/knime/a/Model -
         M + <init>()V
         M # run(I)V
        C +aI org/knime/a/Step java/lang/Object -
         M +a step(Ljava/lang/Object;)V
         M + twice()V
        C +aI org/knime/a/Option java/lang/Object java/lang/annotation/Annotation
         M +a title()Ljava/lang/String;
         M +a size()I
         M +a type()Ljava/lang/Class;
         M +a kinds()[Lorg/knime/a/Kind;
        C +f org/knime/a/Kind java/lang/Enum -
         F +sf ONE Lorg/knime/a/Kind;
         M +s values()[Lorg/knime/a/Kind;
        """.lines());

    private static final List<String> KNIME = List.of("""
        package org.knime.a; public abstract class Model {
            public int m_count;
            public static int s_count;
            protected Model() { }
            protected Model(int i) { }
            protected abstract void run(int i);
            protected void stop() { }
            public String name() { return null; }
            public void rename(String name) { }
            public static Model make() { return null; }
            public org.knime.internal.Input input() { return null; }
        }""", """
        package org.knime.a; public class Done extends Model { protected void run(int i) { } }""", """
        package org.knime.a; public interface Step<T> { void step(T t); default void twice() { } }""", """
        package org.knime.a; public interface Step2<T> { void step2(T t); }""", """
        package org.knime.a; public @interface Option {
            String title() default "";
            int size() default 0;
            Class<?> type() default Object.class;
            Kind[] kinds() default {};
            Kind effect() default Kind.ONE;
            long[] sizes() default {};
        }""", """
        package org.knime.a; public enum Kind { ONE, TWO }""", """
        package org.knime.a; public class Extra { }""", """
        package org.knime.internal; public class Input { public int get() { return 0; } }""", """
        package org.scorewalk.standin.x; public class Hook { public static void call() { } }""");

    private static List<String> problems(final String source) {
        final var sources = new ArrayList<>(KNIME);
        sources.add("package org.example; import org.knime.a.*; " + source);
        final var classes = Compiler.compile(sources.toArray(String[]::new));
        classes.keySet().removeIf(name -> !name.startsWith("org/example/"));
        return NodeCheck.problems(List.of(LIST), classes);
    }

    private static String node(final String members) {
        return "public class Node extends Model { protected void run(int i) { } " + members + "}";
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "void a() { name(); super.name(); m_count++; stop(); hashCode(); make(); new Done().toString(); }",
        "Step<String> a() { return s -> { }; }", "Step<Model> a() { return Model::name; }",
        "@Option(title = \"t\", size = 3, type = Done.class, kinds = {Kind.ONE}) int m_option;",
        "@Option(kinds = {}) int m_option;", "Object a() { return input(); }",
        "public String name() { return \"\"; }",
        "static class S implements Step<Model> { public void step(Model m) { } }",
        "abstract static class B extends Model { } static class C extends B { protected void run(int i) { } }",
        "Kind[] a() { return Kind.values().clone(); }"})
    void acceptsWhatTheListHas(final String members) {
        assertThat(problems(node(members))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"void a() { rename(\"\"); }|has no M rename(Ljava/lang/String;)V",
        "void a() { new Done().rename(\"\"); }|org/knime/a/Done has no M rename",
        "java.util.function.Consumer<String> a() { return this::rename; }|has no M rename",
        "java.util.function.Consumer<String> a(Model m) { return m::rename; }|has no M rename",
        "int a() { return s_count; }|has no F s_count I",
        "Object a() { return new Extra(); }|org/knime/a/Extra does not exist",
        "Object a() { return Extra.class; }|org/knime/a/Extra does not exist",
        "Extra[] m_extras;|org/knime/a/Extra does not exist",
        "java.util.List<Extra> m_extras;|org/knime/a/Extra does not exist",
        "boolean a(Object o) { return o instanceof Extra; }|org/knime/a/Extra does not exist",
        "void a(Extra e) { }|org/knime/a/Extra does not exist",
        "Node() { super(7); }|has no M <init>(I)V",
        "Kind a() { return Kind.TWO; }|has no F TWO Lorg/knime/a/Kind;",
        "@Option(kinds = Kind.TWO) int m_option;|has no F TWO Lorg/knime/a/Kind;",
        "@Option(effect = Kind.ONE) int m_option;|has no member effect of type Lorg/knime/a/Kind;",
        "@Option(type = Extra.class) int m_option;|org/knime/a/Extra does not exist",
        "@Option(sizes = {}) int m_option;|has no member sizes",
        "@Option(sizes = {1, 2}) void a() { }|has no member sizes of type [J",
        "Step2<String> a() { return s -> { }; }|Step2 does not exist",
        "int a() { return input().get(); }|org/knime/internal/Input has no M get()I",
        "Object a() { return new org.knime.internal.Input(); }|org/knime/internal/Input cannot be made",
        "void a() { org.scorewalk.standin.x.Hook.call(); }|is the stand-ins' own",
        "protected void stop() { }|M stop()V is final",
        "static class D extends Done { }|org/knime/a/Done cannot be extended"})
    void findsWhatTheListDoesNotHave(final String members, final String problem) {
        assertThat(problems(node(members))).anyMatch(text -> text.contains(problem));
    }

    @Test
    void findsAMethodThatANewerKnimeAsksFor() {
        final var list = ApiList.parse("5.12", Stream.of("C +aI org/knime/a/Step java/lang/Object -",
            " M +a step(Ljava/lang/Object;)V", " M +a undo()V"));
        final var classes = Compiler.compile(KNIME.get(2), """
            package org.example; import org.knime.a.*; public class Node implements Step<String> {
                public void step(String s) { }
                Step<String> lambda() { return s -> { }; }
            }""");
        classes.remove("org/knime/a/Step");
        assertThat(NodeCheck.problems(List.of(list), classes)).hasSize(2)
            .anyMatch(text -> text.contains("org/knime/a/Step asks for M undo()V, used in org/example/Node"))
            .anyMatch(text -> text.contains("the lambda for org/knime/a/Step implements M step(Ljava/lang/Object;)V"));
    }

    @Test
    void tellsStaticUseFromOther() {
        final var list = ApiList.parse("5.8", Stream.of("C + org/knime/a/Tool java/lang/Object -", " M + work()V"));
        final var classes = Compiler.compile("package org.knime.a; public class Tool { public static void work() { } }",
            "package org.example; public class Node { void a() { org.knime.a.Tool.work(); } }");
        classes.remove("org/knime/a/Tool");
        assertThat(NodeCheck.problems(List.of(list), classes)).singleElement().asString()
            .contains("M work()V has the flags +");
    }
}
