// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.scorewalk.nodes.scorelearner.ScoreLearnerSessions;
import org.scorewalk.standin.ui.NodeViewSession;

/** The view of the Score Learner node in a real browser. */
class ScoreLearnerPageTest extends PageTestBase {

    private static final String READY =
        "window.scoreLearner && scoreLearner.drawn() > 0 && scoreLearner.loss().drawn > 0";

    private static final int OF_ROWS = 0x0072b2;

    private static final int LEARNED = 0xd55e00;

    private static final int DARKEST = 0x440154;

    private NodeViewSession show(final NodeViewSession session, final boolean calm) throws IOException {
        open(session, READY, WINDOW, calm);
        return session;
    }

    private static String words(final String id) {
        return js("document.getElementById('" + id + "').getAttribute('aria-label')").textValue();
    }

    @Test
    void lossesAndTheScoreAtTheSmallestNoiseAreShownWithWords() throws Exception {
        show(ScoreLearnerSessions.plane(context()), true);
        picture("score-learner-1200");

        assertThat(words("loss")).startsWith("Losses up to step 1,500: loss from ").contains("validation loss from ");
        assertThat(words("picture")).isEqualTo("Arrows along the learned score for height and weight at noise 0.02, "
            + "over the density of the rows with this noise.");
        assertThat(text("label")).isEqualTo("σ = 0.02");
        assertThat(text("status")).startsWith("1,500 steps in ").contains("by denoising score matching on 2,250 rows")
            .contains("2,000 of 2,500 rows are shown");
        watchDownloads();
        click("savePng");
        final BufferedImage image = download("score-learner.png");
        assertThat(pixels(image, OF_ROWS)).as("loss").isGreaterThan(300);
        assertThat(pixels(image, LEARNED)).as("validation loss").isGreaterThan(200);
        assertThat(pixels(image, DARKEST)).as("map").isGreaterThan(10_000);
        assertClean();
    }

    /** The view's claim: at each noise level arrows point uphill on the density of the rows with this noise. */
    @Test
    void arrowsPointUphillOnTheDensityOfNoisyRows() throws Exception {
        show(ScoreLearnerSessions.plane(context()), true);
        set("time", "6"); // noise 0.32

        final double agreement = js("""
            (() => {
              const level = scoreLearner.level();
              const n = 22;
              const bins = 128;
              const p = scoreLearner.density(level.sigma);
              let good = 0;
              let all = 0;
              for (let k = 0; k < n * n; k++) {
                const i = Math.round(((k % n) + 0.5) / n * bins - 0.5);
                const j = Math.round((Math.floor(k / n) + 0.5) / n * bins - 0.5);
                const dx = p[j * bins + i + 1] - p[j * bins + i - 1];
                const dy = p[(j + 1) * bins + i] - p[(j - 1) * bins + i];
                if (p[j * bins + i] > 0.05) {
                  all++;
                  good += dx * level.field[0][k] + dy * level.field[1][k] > 0 ? 1 : 0;
                }
              }
              return all > 50 ? good / all : -1;
            })()""").doubleValue();

        assertThat(agreement).isGreaterThan(0.85);
    }

    /** Two panels and the line between them leave a chart half a pixel, which it rounds up. */
    @Test
    void noWidthMakesAScrollBar() throws Exception {
        show(ScoreLearnerSessions.plane(context()), true);
        for (final int width : new int[]{1000, 1001}) {
            browser().size(width, 620);
            until("innerWidth === " + width);
            frame();
            assertThat(js("document.documentElement.scrollWidth").intValue()).isEqualTo(width);
        }
    }

    @Test
    void levelsPlayOnceAndStopAtTheSmallestNoise() throws Exception {
        show(ScoreLearnerSessions.plane(context()), false);
        set("speed", "4");
        until("!scoreLearner.state.playing && scoreLearner.sigma() < 0.021");

        focus("play");
        press("Home");
        assertThat(text("label")).isEqualTo("σ = 5");
        picture("score-learner-largest-noise");
        press("ArrowRight", "ArrowRight", "ArrowLeft");
        assertThat(js("scoreLearner.state.frame").intValue()).isEqualTo(1);
        set("time", "6");
        assertThat(text("label")).isEqualTo("σ = 0.32");
        picture("score-learner-middle-noise");
        focus("loss");
        press(" ");
        until("scoreLearner.state.playing || scoreLearner.state.frame > 6");
        press("Escape");
        browser().until("window.log.includes('UIExtensionEscapePressed')");
        assertClean();
    }

    @Test
    void rowsWithNoiseAreLedToTheRows() throws Exception {
        show(ScoreLearnerSessions.plane(context()), true);
        set("show", "noisy");
        set("time", "5");
        picture("score-learner-noisy");

        assertThat(words("picture"))
            .startsWith("400 rows with noise 0.5, height across, weight up. The learned score moves");
        assertThat(js("document.getElementById('densityChoice').hidden").booleanValue()).isTrue();
        // at the smallest noise the score hardly moves them, at the largest it has to move them far
        final String moved =
            "Number(/by ([\\d.]+)/.exec(document.getElementById('picture').getAttribute('aria-label'))[1])";
        set("time", "12");
        assertThat(js(moved).doubleValue()).isLessThan(0.05);
        set("time", "0");
        assertThat(js(moved).doubleValue()).isGreaterThan(2);
        set("real", "false");
        assertThat(js("scoreLearner.pictures()[1].option.series.length").intValue()).isEqualTo(3);
        assertClean();
    }

    @Test
    void oneColumnIsShownAsCurves() throws Exception {
        show(ScoreLearnerSessions.line(context()), true);
        set("time", "7");
        picture("score-learner-line");

        assertThat(words("picture")).startsWith("Density of the rows with noise 0.2, highest near height ");
        assertThat(words("curve")).startsWith("Learned score at noise 0.2 from ");
        // between the ends of the rows, the learned score is near that of the rows with this noise
        set("time", "5");
        assertThat(js("""
            (() => {
              const [learned, rows] = scoreLearner.pictures()[2].option.series.map((s) => s.data);
              const at = (x) => learned.reduce((a, b) => (Math.abs(b[0] - x) < Math.abs(a[0] - x) ? b : a))[1];
              const inside = rows.filter((p) => p[0] > -10 && p[0] < 20);
              const mean = (f) => inside.reduce((a, p) => a + f(p), 0) / inside.length;
              return mean((p) => (at(p[0]) - p[1]) ** 2) / mean((p) => p[1] ** 2);
            })()""").doubleValue()).as("squared error beside squared score").isLessThan(0.25);
        set("time", "7");
        // a density has area 1, though a part may lie outside
        assertThat(js("(d => d.reduce((a, p) => a + p[1], 0) * (d[1][0] - d[0][0]))"
            + "(scoreLearner.pictures()[1].option.series[0].data)").doubleValue()).isBetween(0.95, 1.01);
        // no validation
        assertThat(js("scoreLearner.loss().option.series.length").intValue()).isEqualTo(1);
        assertThat(text("status")).contains("No rows were kept for validation");
        set("numbers", "true");
        assertThat(js("document.querySelectorAll('#numbersPanel tbody tr').length").intValue()).isEqualTo(150);
        assertThat(text("numbersPanel")).doesNotContain("validation");
        assertClean();
    }

    @Test
    void pairsOfMoreColumnsCanBeChosen() throws Exception {
        show(ScoreLearnerSessions.space(context()), true);
        assertThat(js("document.getElementById('showChoice').hidden").booleanValue()).isTrue();
        set("time", "4");
        set("y", "2");
        picture("score-learner-space");

        assertThat(words("picture")).contains("height across, sum up");
        assertThat(js("scoreLearner.pictures()[1].option.series.length").intValue()).isEqualTo(4);
        assertClean();
    }

    @Test
    void lossesAreZoomedAndShownWholeAgain() throws Exception {
        show(ScoreLearnerSessions.line(context()), true);
        focus("loss");
        press("+", "+");
        assertThat(js("scoreLearner.loss().chart.getOption().dataZoom[0].end").doubleValue()).isLessThan(90);
        click("reset");
        assertThat(js("scoreLearner.loss().chart.getOption().dataZoom[0].end").doubleValue()).isEqualTo(100);
        set("along", "seconds");
        assertThat(js("scoreLearner.loss().chart.getOption().xAxis[0].name").textValue()).startsWith("seconds");
        assertClean();
    }

    @Test
    void levelsOfALargeNetworkAreAskedFor() throws Exception {
        final NodeViewSession session = show(ScoreLearnerSessions.large(context()), true);
        assertThat(js("scoreLearner.missing()").intValue()).isPositive();

        serveUntil(session, () -> js("scoreLearner.missing() === 0").booleanValue());

        assertThat(text("note")).isEmpty();
        assertThat(js("scoreLearner.levels()").intValue()).isEqualTo(13);
        assertClean();
    }

    @Test
    void aSavedFileOpensWithoutKnimeAndSaysWhatItLacks() throws Exception {
        openFile(ScoreLearnerSessions.large(context()), READY.replace("window.", ""));

        browser().until("document.getElementById('note').textContent.startsWith('This file holds')");
        assertThat(browser().evaluate("document.getElementById('note').textContent").textValue())
            .matches("This file holds \\d+ of 13 noise levels\\.");
        assertThat(browser().evaluate("document.getElementById('label').textContent").textValue())
            .isEqualTo("σ = 0.02");
        assertClean();
    }

    @Test
    void thePageReactsToItsSize() throws Exception {
        show(ScoreLearnerSessions.plane(context()), true);
        browser().size(420, 760);
        until("scoreLearner.loss().chart.getWidth() <= 420");
        frame();
        picture("score-learner-420");

        assertThat(js("document.documentElement.scrollWidth").intValue()).isLessThanOrEqualTo(420);
        assertThat(js("document.getElementById('picture').clientHeight").intValue()).isGreaterThanOrEqualTo(200);
        assertClean();
    }

    @Test
    void reportsGetOneStillPicture() throws Exception {
        open(ScoreLearnerSessions.plane(context()), READY, REPORT, false);
        final BufferedImage image = report();
        picture("score-learner-report");

        assertThat(pixels(image, DARKEST)).isGreaterThan(10_000);
        assertThat(js("getComputedStyle(document.querySelector('.bar')).display").textValue()).isEqualTo("none");
        assertThat(js("scoreLearner.state.playing").booleanValue()).isFalse();
        assertClean();
    }

    @Test
    void nodesThatAreNotExecutedGetASentence() throws Exception {
        show(ScoreLearnerSessions.empty(), true);

        assertThat(js("document.querySelector('.message').textContent").textValue()).contains("Execute the node");
    }
}
