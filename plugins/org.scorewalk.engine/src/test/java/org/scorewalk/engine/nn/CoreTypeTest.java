// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class CoreTypeTest {

    private static final String AVX512 = " avx512f avx512dq avx512ifma avx512cd avx512bw avx512vl";

    @Test
    void productsAreChosenByWhatTheProcessorCan() {
        assertThat(CoreType.best(processor("fpu sse2 avx fma avx2" + AVX512))).contains("SkylakeX");
        assertThat(CoreType.best(processor("fpu sse2 avx fma avx2"))).contains("Haswell");
        assertThat(CoreType.best(processor("fpu sse2 avx fma avx2 avx512f avx512cd avx512er avx512pf")))
            .as("Knights Landing has not all that Skylake-X has").contains("Haswell");
        assertThat(CoreType.best(processor("fpu sse2 avx"))).isEmpty();
        assertThat(CoreType.best(List.of("processor : 0"))).as("no flags at all").isEmpty();
    }

    private static List<String> processor(final String flags) {
        return List.of("processor\t: 0", "vendor_id\t: AuthenticAMD", "flags\t\t: " + flags, "bugs\t\t: none");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theVariableIsThereOnlyWhileTheWorkIsDone() {
        final List<String> before = environment();
        final List<String> within = new ArrayList<>();
        CoreType.with("SCOREWALK_TEST=1", () -> within.addAll(environment()));

        assertThat(within).hasSize(before.size() + 1).containsAll(before).contains("SCOREWALK_TEST=1");
        assertThat(environment()).isEqualTo(before);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theVariableIsGoneWhenTheWorkFails() {
        final List<String> before = environment();
        assertThatThrownBy(() -> CoreType.with("SCOREWALK_TEST=1", () -> {
            throw new UnsatisfiedLinkError("no library");
        })).isInstanceOf(UnsatisfiedLinkError.class);
        assertThat(environment()).isEqualTo(before);
    }

    /** The environment as C sees it. */
    private static List<String> environment() {
        Loader.load(Pointer.class);
        final PointerPointer<Pointer> entries =
            new PointerPointer<>(new PointerPointer<>(Loader.addressof("environ")).get(0));
        final List<String> texts = new ArrayList<>();
        for (long i = 0; entries.get(i) != null; i++) {
            texts.add(new BytePointer(entries.get(i)).getString());
        }
        return texts;
    }
}
