// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.StandardNormalDensity;
import org.scorewalk.engine.sampling.Algorithm;
import org.scorewalk.nodes.langevin.LangevinSamplerViews;
import org.scorewalk.standin.ui.NodeViewSession;

/** The view of the Langevin Sampler node in a real browser. */
class LangevinSamplerPageTest extends PageTestBase {

    private static final String READY = "window.langevinSampler && langevinSampler.drawn() > 0";

    private static final Density GAUSSIAN =
        new GaussianDensity(new double[]{1, -1}, new double[][]{{1, 0.8}, {0.8, 1}}, List.of("a", "b"));

    private NodeViewSession open(final NodeViewSession session) throws IOException {
        open(session, READY, WINDOW, true);
        frame();
        return session;
    }

    private static String words(final String id) {
        return js("document.getElementById('" + id + "').getAttribute('aria-label')").textValue();
    }

    private static int lines(final String chart) {
        return js("langevinSampler.charts()." + chart + ".option.series.filter(s => s.type === 'line').length")
            .intValue();
    }

    @Test
    void runsAreComparedAndOneCanBeChosen() throws Exception {
        open(LangevinSamplerViews.chains(context(), GAUSSIAN, 4, 400));
        picture("langevin-sampler-runs");
        assertThat(lines("trace")).isEqualTo(3);
        assertThat(words("trace")).startsWith("Trace of a.").contains("Run 2: Langevin, step size 0.05");
        assertThat(words("acceptance")).startsWith("Mean acceptance: run 1 0.");

        set("run", "1");
        set("coordinate", "1");
        picture("langevin-sampler-run");

        assertThat(lines("trace")).as("chains").isEqualTo(4);
        assertThat(words("trace")).startsWith("Trace of b. Run 1: Metropolis-adjusted Langevin");
        assertThat(words("acceptance")).startsWith("Share of moves accepted over the steps; mean after warm-up 0.");
        assertThat(words("correlation")).contains("falls below 0.1 at lag ");
        assertClean();
    }

    @Test
    void runningMeansEndNearTheMean() throws Exception {
        open(LangevinSamplerViews.one(context(), GAUSSIAN, Algorithm.MALA, 4, 2000, 0.4));

        final double end = js("(s => s[s.length - 1].data[s[s.length - 1].data.length - 1][1])"
            + "(langevinSampler.charts().mean.option.series)").doubleValue();

        assertThat(end).isCloseTo(1, within(0.2));
        assertThat(words("mean")).startsWith("Running mean of a, at the end: particle 1 ");
        assertClean();
    }

    @Test
    void longTracesSayThatTheyJoinSteps() throws Exception {
        open(LangevinSamplerViews.one(context(), new StandardNormalDensity(1, List.of()), Algorithm.ULA, 1, 20_000,
            0.1));

        picture("langevin-sampler-long");
        assertThat(text("status")).contains("A point of a trace joins 32 recorded steps").contains("band");
        assertThat(js("langevinSampler.charts().trace.option.series[0].type").textValue()).isEqualTo("custom");
        assertThat(js("document.getElementById('acceptance').hidden").booleanValue()).isTrue();
        assertClean();
    }

    @Test
    void manyParticlesOfFewStepsAreShownByTheirMean() throws Exception {
        open(LangevinSamplerViews.one(context(), GAUSSIAN, Algorithm.ULA, 2000, 50, 0.05));
        picture("langevin-sampler-particles");
        assertThat(js("langevinSampler.state.kind").textValue()).isEqualTo("all");
        assertThat(lines("trace")).isEqualTo(1);

        set("kind", "chains");

        assertThat(lines("trace")).isEqualTo(4);
        assertThat(text("status")).startsWith("The first 4 of 2,000 particles.");
        assertClean();
    }

    @Test
    void theTableIsSortedAndChosenFromByKeys() throws Exception {
        open(LangevinSamplerViews.chains(context(), GAUSSIAN, 2, 100));
        final String column = "document.querySelectorAll('#runsPanel th')[3]";
        js(column + ".firstChild.focus()");
        browser().evaluate("document.getElementById('view').contentWindow.focus()");

        press(" ");

        until(column + ".getAttribute('aria-sort') === 'ascending'");
        assertThat(js("Array.from(document.querySelectorAll('#runsPanel tbody tr'), "
            + "r => r.cells[0].textContent).join()").textValue()).isEqualTo("2,3,1");
        js("document.querySelector('#runsPanel tbody button').focus()");
        press(" ");
        until("langevinSampler.state.run === 2");
        assertThat(js("document.querySelector('#runsPanel tr.chosen').cells[0].textContent").textValue())
            .isEqualTo("2");
        assertThat(js("document.getElementById('run').value").textValue()).isEqualTo("2");
        assertClean();
    }

    @Test
    void keysZoomAFocusedChart() throws Exception {
        open(LangevinSamplerViews.chains(context(), GAUSSIAN, 2, 100));
        focus("trace");

        press("+", "ArrowRight");

        final String zoom = "langevinSampler.charts().trace.chart.getOption().dataZoom[0]";
        assertThat(js(zoom + ".end - " + zoom + ".start").doubleValue()).isCloseTo(80, within(0.01));
        assertThat(js(zoom + ".start").doubleValue()).isCloseTo(18, within(0.01));
        assertThat(js("langevinSampler.charts().mean.chart.getOption().dataZoom[0].start").doubleValue())
            .as("moves along").isCloseTo(18, within(0.01));
        press("0");
        assertThat(js(zoom + ".end - " + zoom + ".start").doubleValue()).isCloseTo(100, within(0.01));
    }

    @Test
    void tracesThatDidNotComeAlongAreAskedFor() throws Exception {
        final NodeViewSession session = open(LangevinSamplerViews.many(context(), 12, 24, 700));
        assertThat(js("langevinSampler.traces().includes('12/23')").booleanValue()).isFalse();

        set("coordinate", "23");
        serveUntil(session, () -> js("langevinSampler.traces().includes('12/23')").booleanValue());

        until("document.getElementById('trace').getAttribute('aria-label').startsWith('Trace of x24')");
        assertThat(text("note")).isEmpty();
        picture("langevin-sampler-many");
        assertClean();
    }

    @Test
    void picturesAreSaved() throws Exception {
        open(LangevinSamplerViews.chains(context(), GAUSSIAN, 2, 100));
        watchDownloads();

        click("savePng");

        final var image = download("langevin-sampler.png");
        assertThat(image.getWidth()).isEqualTo(2400);
        assertThat(pixels(image, 0x0072b2)).as("the first run's colour").isGreaterThan(1000);
    }

    @Test
    void reportsGetOneStillPicture() throws Exception {
        open(LangevinSamplerViews.chains(context(), GAUSSIAN, 2, 100), READY, REPORT, false);

        assertThat(pixels(report(), 0x0072b2)).as("the first run's colour").isGreaterThan(1000);
        assertThat(js("getComputedStyle(document.getElementById('runsPanel')).display").textValue()).isEqualTo("none");
        assertThat(js("langevinSampler.charts().trace.chart.getOption().animation").booleanValue()).isFalse();
        picture("langevin-sampler-report");
    }

    @Test
    void pageReactsToItsSize() throws Exception {
        open(LangevinSamplerViews.chains(context(), GAUSSIAN, 2, 200));
        browser().size(420, 800);
        until("langevinSampler.charts().trace.chart.getWidth() < 421 "
            + "&& langevinSampler.charts().mean.chart.getWidth() < 421");
        frame();
        picture("langevin-sampler-narrow");
        assertThat(js("document.documentElement.scrollWidth").intValue()).isLessThanOrEqualTo(420);
        assertClean();
    }

    @Test
    void nodesThatAreNotExecutedGetASentence() throws Exception {
        open(LangevinSamplerViews.empty(), READY, WINDOW, true);

        assertThat(js("document.querySelector('.message').textContent").textValue()).contains("Execute the node");
    }

    @Test
    void savedFileOpensWithoutKnimeAndSaysWhatItLacks() throws Exception {
        openFile(LangevinSamplerViews.many(context(), 12, 24, 700), READY);

        browser().evaluate("{ const e = document.getElementById('coordinate'); e.value = '23';"
            + " e.dispatchEvent(new Event('input')); }");

        browser().until("document.getElementById('note').textContent.includes('first traces only')");
        assertClean();
    }
}
