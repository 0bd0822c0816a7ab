// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.mutations;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The program of a child process: runs one test class, or one method of it, until the first failure. */
final class FirstFailure {

    /** What the line with the result starts with. */
    static final String MARK = "scorewalk-result\t";

    private FirstFailure() {
    }

    /**
     * @param args the class, perhaps with #method
     */
    public static void main(final String[] args) {
        final String[] names = args[0].split("#");
        final PrintStream out = System.out;
        final AtomicInteger passed = new AtomicInteger();
        final var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(names[0]))
            .filters((PostDiscoveryFilter)test -> FilterResult.includedIf(names.length == 1 || isOf(test, names[1])))
            .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(final TestIdentifier test, final TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    out.println(MARK + "failed\t" + name(test) + "\t" + message(result.getThrowable().orElseThrow()));
                    out.flush();
                    Runtime.getRuntime().halt(0); // the rest is of no interest
                }
                passed.addAndGet(test.isTest() ? 1 : 0);
            }
        });
        out.println(MARK + "passed\t" + passed + "\t");
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static boolean isOf(final TestDescriptor test, final String method) {
        return test.getSource().filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource)source).getMethodName().equals(method)).orElse(!test.getChildren().isEmpty());
    }

    private static String name(final TestIdentifier test) {
        return test.getSource().filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource)source).getMethodName()).orElse(test.getDisplayName());
    }

    private static String message(final Throwable failure) {
        final String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.replaceAll("\\s+", " ").substring(0, Math.min(220, text.replaceAll("\\s+", " ").length()));
    }
}
