// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.scorewalk.nodes.gan.trainer.GanTrainerSessions;
import org.scorewalk.standin.ui.NodeViewSession;

/** The view of the GAN Trainer node in a real browser. */
class GanTrainerPageTest extends PageTestBase {

    private static final String READY = "window.ganTrainer && ganTrainer.drawn() > 0 && ganTrainer.loss().drawn > 0";

    private static final int DISCRIMINATOR = 0x0072b2;

    private static final int GENERATOR = 0xd55e00;

    private NodeViewSession show(final NodeViewSession session, final boolean calm) throws IOException {
        open(session, READY, WINDOW, calm);
        return session;
    }

    private static double[] zoom() {
        return new double[]{js("ganTrainer.loss().chart.getOption().dataZoom[0].start").doubleValue(),
            js("ganTrainer.loss().chart.getOption().dataZoom[0].end").doubleValue()};
    }

    private static String lossWords() {
        return js("document.getElementById('loss').getAttribute('aria-label')").textValue();
    }

    @Test
    void lossesAndTheLastSamplesAreShownWithWords() throws Exception {
        show(GanTrainerSessions.images(context(), 12, 12), true);
        picture("gan-trainer-1200");

        assertThat(lossWords()).startsWith("Losses of epochs 1 to 12: discriminator from ").contains("generator from ");
        assertThat(text("label")).isEqualTo("Epoch 12");
        assertThat(text("status")).startsWith("12 epochs, 120 iterations in ");
        assertThat(js("document.querySelectorAll('#grid .tile img').length").intValue()).isEqualTo(12);
        assertThat(js("document.querySelectorAll('#realGrid .tile img').length").intValue()).isPositive();
        watchDownloads();
        click("savePng");
        final BufferedImage image = download("gan-training.png");
        assertThat(pixels(image, DISCRIMINATOR)).as("curve").isGreaterThan(300);
        assertThat(pixels(image, GENERATOR)).as("curve").isGreaterThan(300);
        assertThat(image.getWidth()).isGreaterThan(2000);
        assertClean();
    }

    @Test
    void samplesPlayOnceAndStopAtTheLast() throws Exception {
        show(GanTrainerSessions.images(context(), 6, 4), false);
        set("speed", "4");
        until("ganTrainer.state.playing || ganTrainer.epoch() === 6");
        until("!ganTrainer.state.playing && ganTrainer.epoch() === 6");

        focus("play");
        press("Home");
        assertThat(text("label")).isEqualTo("Epoch 2");
        press("ArrowRight");
        assertThat(text("label")).isEqualTo("Epoch 4");
        press("ArrowLeft", "End");
        assertThat(text("label")).isEqualTo("Epoch 6");
        set("time", "1");
        assertThat(text("label")).isEqualTo("Epoch 4");
        focus("loss");
        press(" ");
        until("ganTrainer.epoch() === 6");
        assertClean();
    }

    @Test
    void nothingMovesWhereMotionIsReduced() throws Exception {
        show(GanTrainerSessions.images(context(), 6, 4), true);

        assertThat(js("ganTrainer.state.playing").booleanValue()).isFalse();
        assertThat(js("ganTrainer.epoch()").intValue()).isEqualTo(6);
        assertThat(js("ganTrainer.loss().chart.getOption().animation").booleanValue()).isFalse();
    }

    @Test
    void lossesAreZoomedAndShownWholeAgain() throws Exception {
        show(GanTrainerSessions.images(context(), 12, 4), true);
        assertThat(zoom()).containsExactly(0, 100);
        focus("loss");
        press("+", "+", "ArrowRight");
        final double[] near = zoom();
        assertThat(near[1] - near[0]).isLessThan(70);

        click("reset");
        assertThat(zoom()).containsExactly(0, 100);
        for (final String along : new String[]{"iteration", "seconds", "epoch"}) {
            set("along", along);
            assertThat(js("ganTrainer.loss().chart.getOption().xAxis[0].name").textValue()).startsWith(along);
        }
        // curves within the epochs beside those by epoch
        assertThat(js("ganTrainer.loss().option.series.length").intValue()).isEqualTo(5);
        set("rows", "false");
        assertThat(js("ganTrainer.loss().option.series.length").intValue()).isEqualTo(3);
        set("numbers", "true");
        assertThat(js("document.querySelectorAll('#numbersPanel tbody tr').length").intValue()).isEqualTo(12);
        assertClean();
    }

    @Test
    void hoverTellsTheLossesAndAClickGoesToTheEpoch() throws Exception {
        show(GanTrainerSessions.images(context(), 12, 4), true);
        final double x = js("(() => { const b = document.getElementById('loss').getBoundingClientRect();"
            + " return b.left + ganTrainer.loss().chart.convertToPixel({ xAxisIndex: 0 }, 4); })()").doubleValue();
        browser().move(x - 1, 300);
        browser().move(x, 300);
        until("/epoch 4/.test(document.getElementById('loss').textContent)");
        assertThat(text("loss")).contains("iteration 40").contains("discriminator ").contains("generator ");

        browser().click(x, 300);
        until("ganTrainer.epoch() === 4");
        assertClean();
    }

    @Test
    void anImageIsEnlargedWithItsWayAlongTheTraining() throws Exception {
        show(GanTrainerSessions.images(context(), 8, 6), true);
        focus("grid");
        press("ArrowRight", "Enter");
        assertThat(js("document.querySelector('dialog[open] p').textContent").textValue())
            .isEqualTo("Sample 2 of 6, epoch 8");
        assertThat(js("document.querySelectorAll('dialog[open] .strip button').length").intValue()).isEqualTo(4);
        picture("gan-trainer-large");

        press("ArrowUp");
        assertThat(js("document.querySelector('dialog[open] p').textContent").textValue())
            .isEqualTo("Sample 2 of 6, epoch 6");
        assertThat(text("label")).isEqualTo("Epoch 6");
        press("Escape");
        assertThat(log()).doesNotContain("UIExtensionEscapePressed");
    }

    @Test
    void samplesThatDidNotTravelAlongAreAskedFor() throws Exception {
        // 100 samples of 120 epochs are more than travel with the page
        final NodeViewSession session = show(GanTrainerSessions.images(context(), 120, 100, 1), true);
        assertThat(js("ganTrainer.missing()").intValue()).isPositive();

        serveUntil(session, () -> js("ganTrainer.missing() === 0").booleanValue());

        assertThat(js("ganTrainer.frames()").intValue()).isEqualTo(120);
        assertThat(text("note")).isEmpty();
        assertClean();
    }

    @Test
    void numbersAreComparedWithTheRealOnes() throws Exception {
        show(GanTrainerSessions.numbers(context(), 60, 400), true);
        picture("gan-trainer-numbers-1200");
        assertThat(js("document.getElementById('scatter').getAttribute('aria-label')").textValue())
            .isEqualTo("Scatter plot at epoch 60: height across, weight up; 400 generated rows and 640 real ones.");
        assertThat(js("document.getElementById('histograms').getAttribute('aria-label')").textValue())
            .contains("height: real mean 169.7, standard deviation 9.675").contains("generated mean");

        focus("play");
        press("Home");
        set("x", "2");
        assertThat(js("document.getElementById('scatter').getAttribute('aria-label')").textValue())
            .contains("at epoch 5: rooms across");
        set("real", "false");
        assertThat(js("ganTrainer.scatter().option.series.length").intValue()).isEqualTo(1);
        browser().size(420, 760);
        until("ganTrainer.loss().chart.getWidth() <= 420");
        frame();
        picture("gan-trainer-numbers-420");
        assertClean();
    }

    @Test
    void trainingWithoutSamplesSaysSo() throws Exception {
        show(GanTrainerSessions.withoutSamples(context()), true);
        picture("gan-trainer-without-samples");

        assertThat(text("noSamples")).contains("'Sample every' is 0");
        assertThat(lossWords()).contains("epochs 1 to 1");
        assertThat(text("status")).startsWith("1 epoch, 2 iterations");
        assertClean();
    }

    @Test
    void reportsGetOneStillPicture() throws Exception {
        open(GanTrainerSessions.images(context(), 6, 6), READY, REPORT, false);
        final BufferedImage image = report();
        picture("gan-trainer-report");
        assertThat(pixels(image, DISCRIMINATOR)).isGreaterThan(300);
        assertThat(js("getComputedStyle(document.querySelector('.bar')).display").textValue()).isEqualTo("none");
        assertThat(js("ganTrainer.state.playing").booleanValue()).isFalse();

        open(GanTrainerSessions.numbers(context(), 5, 50), READY, REPORT, false);
        assertThat(pixels(report(), GENERATOR)).isGreaterThan(300);
        assertClean();
    }

    @Test
    void thePageReactsToItsSize() throws Exception {
        show(GanTrainerSessions.images(context(), 12, 12), true);
        browser().size(420, 760);
        until("ganTrainer.loss().chart.getWidth() <= 420");
        frame();
        picture("gan-trainer-420");

        assertThat(js("document.documentElement.scrollWidth").intValue()).isLessThanOrEqualTo(420);
        assertThat(js("document.getElementById('loss').clientHeight").intValue()).isGreaterThanOrEqualTo(200);
        assertThat(js("document.getElementById('grid').clientHeight").intValue()).isGreaterThanOrEqualTo(90);
        assertClean();
    }

    @Test
    void aSavedFileOpensWithoutKnime() throws Exception {
        openFile(GanTrainerSessions.images(context(), 120, 100, 1), READY.replace("window.", ""));

        browser().until("document.getElementById('note').textContent.startsWith('This file holds')");
        assertThat(browser().evaluate("document.getElementById('note').textContent").textValue())
            .matches("This file holds the samples of \\d+ of 120 epochs\\.");
        assertThat(browser().evaluate("document.getElementById('label').textContent").textValue())
            .isEqualTo("Epoch 120");
        assertClean();
    }

    @Test
    void nodesThatAreNotExecutedGetASentence() throws Exception {
        show(GanTrainerSessions.empty(), true);

        assertThat(js("document.querySelector('.message').textContent").textValue()).contains("Execute the node");
    }
}
