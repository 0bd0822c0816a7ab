// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Our work beside the same work in PyTorch and matplotlib: measured in turn, several rounds. */
final class Comparison {

    /** Seconds that a script measures after its warm-up. */
    private static final String BUDGET = "2";

    /** Short measurements, since each round starts anew: the rounds tell the spread. */
    private static final String[] SHORT = {"-wi", "4", "-w", "500ms", "-i", "4", "-r", "500ms"};

    private static final String[] LONG = {"-wi", "2", "-w", "1s", "-i", "3", "-r", "1s"};

    /**
     * One row of the table.
     *
     * @param title what is done
     * @param script the case of notebook.py
     * @param benchmark the class and method of our benchmark
     * @param options JMH's options
     * @param notebookAim how many times faster than the notebook we want to be, 0 where not compared
     * @param tunedAim the same beside the tuned version
     */
    record Case(String title, String script, String benchmark, List<String> options, double notebookAim,
        double tunedAim) {
    }

    /** The seconds of each round; empty where not compared. */
    record Result(Case task, List<Double> ours, List<Double> notebook, List<Double> tuned) {

        /** Rounds' ratios of one contender to us. */
        List<Double> ratios(final List<Double> theirs) {
            final List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < theirs.size(); i++) {
                ratios.add(theirs.get(i) / ours.get(i));
            }
            return ratios;
        }
    }

    static final List<Case> CASES = List.of(ring("10000x10", SHORT, 5, 1.2), ring("1000000x10", SHORT, 5, 2),
        ring("10000x10000", LONG, 13, 3),
        new Case("Gaussian, one chain of 100,000 steps", "chain-100000", "ChainBenchmark.chain", List.of(SHORT), 1000,
            0),
        new Case("GAN of the notebook, an iteration, batch 64", "gan", "GanBenchmark.iteration", List.of(LONG), 3, 1.8),
        new Case("Denoising score matching, a step, batch 1,024", "score", "ScoreModelBenchmark.step", List.of(LONG), 0,
            1.3),
        new Case("11 frames of 10,000 points, strip as PNG", "strip", "FigureBenchmark.strip", List.of(SHORT), 4, 0),
        new Case("11 frames of 10,000 points, animated GIF", "gif", "FigureBenchmark.gif", List.of(SHORT), 3, 0));

    private Comparison() {
    }

    private static Case ring(final String size, final String[] options, final double notebook, final double tuned) {
        final List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("-p", "size=" + size));
        final String[] numbers = size.split("x");
        return new Case("Ring, %,d particles x %,d steps".formatted(Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1])), "ring-" + size, "SamplingBenchmark.ring", all, notebook, tuned);
    }

    static Result run(final Case task, final int rounds, final Python python, final String folder)
        throws IOException, InterruptedException {
        final Result result = new Result(task, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            result.ours().add(Jmh.one(task.benchmark(), task.options().toArray(String[]::new)));
            if (python.exists() && task.notebookAim() > 0) {
                result.notebook().add(python.seconds(task.script(), "notebook", BUDGET, folder));
            }
            if (python.exists() && task.tunedAim() > 0) {
                result.tuned().add(python.seconds(task.script(), "tuned", BUDGET, folder));
            }
        }
        return result;
    }
}
