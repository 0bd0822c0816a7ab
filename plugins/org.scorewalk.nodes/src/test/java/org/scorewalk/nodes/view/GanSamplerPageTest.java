// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scorewalk.nodes.gan.sampler.GanSamplerSessions;
import org.scorewalk.standin.ui.NodeViewSession;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The view of the GAN Sampler node in a real browser. */
class GanSamplerPageTest extends PageTestBase {

    private static final String READY = "window.ganSampler && ganSampler.drawn() > 0";

    private NodeViewSession show(final NodeViewSession session, final boolean calm) throws IOException {
        open(session, READY, WINDOW, calm);
        return session;
    }

    private static String activeLabel() {
        return js("document.getElementById('grid-' + ganSampler.active()).getAttribute('aria-label')").textValue();
    }

    @Test
    void imagesStandInAGridWithTheirScores() throws Exception {
        show(GanSamplerSessions.images(context(), 40), true);
        picture("gan-sampler-1200");

        assertThat(js("document.querySelectorAll('#grid .tile img').length").intValue()).isEqualTo(40);
        assertThat(js("document.querySelector('#grid-0 .caption').textContent").textValue()).matches("0\\.\\d+");
        assertThat(js("document.getElementById('grid-7').getAttribute('aria-label')").textValue())
            .matches("Row7, probability to be real 0\\.\\d+");
        assertThat(text("status")).startsWith("40 images. Mean probability to be real 0.");
        assertThat(log()).startsWith("getConfig", "UIExtensionReady").doesNotContain("callNodeDataService");
        assertClean();
    }

    @Test
    void keysMoveEnlargeAndCloseAgain() throws Exception {
        show(GanSamplerSessions.images(context(), 40), true);
        focus("grid");
        press("ArrowRight", "ArrowRight", "ArrowDown", "ArrowUp", "ArrowRight", "Enter");

        assertThat(activeLabel()).startsWith("Row3,");
        assertThat(js("document.querySelector('dialog[open]') !== null").booleanValue()).isTrue();
        assertThat(js("document.querySelector('dialog[open] p').textContent").textValue())
            .contains("Row3, probability to be real").contains("Image 4 of 40");
        picture("gan-sampler-large");

        press("ArrowRight", "Escape");
        assertThat(js("document.querySelector('dialog[open]') !== null").booleanValue()).isFalse();
        assertThat(activeLabel()).startsWith("Row4,");
        assertThat(js("document.activeElement.id").textValue()).isEqualTo("grid");
        assertThat(log()).doesNotContain("UIExtensionEscapePressed");
        press("End");
        assertThat(activeLabel()).startsWith("Row39,");
        press("Escape");
        browser().until("window.log.includes('UIExtensionEscapePressed')");
        assertClean();
    }

    @Test
    void aClickEnlargesAndTheImageIsSaved() throws Exception {
        show(GanSamplerSessions.images(context(), 6), true);
        watchDownloads();
        js("document.getElementById('grid-2').click()");
        js("[...document.querySelectorAll('dialog[open] button')].find((b) => b.textContent === 'Save PNG').click()");

        final BufferedImage image = download("generated-Row2.png");
        assertThat(image.getWidth()).isEqualTo(16);
        assertThat(image.getHeight()).isEqualTo(12);
    }

    @Test
    void theOrderCanBeThatOfTheScores() throws Exception {
        show(GanSamplerSessions.images(context(), 40), true);
        final String all = "[...document.querySelectorAll('#grid .tile')].sort((a, b) => "
            + "Number(a.id.slice(5)) - Number(b.id.slice(5)))"
            + ".map((t) => Number(t.querySelector('.caption').textContent))";
        set("order", "high");
        final double[] high = numbers(js(all));
        set("order", "low");
        final double[] low = numbers(js(all));

        assertThat(high).hasSize(40);
        assertThat(high[0]).isGreaterThan(high[39]);
        for (int i = 1; i < high.length; i++) {
            assertThat(high[i]).isLessThanOrEqualTo(high[i - 1]);
            assertThat(low[i]).isGreaterThanOrEqualTo(low[i - 1]);
        }
    }

    private static double[] numbers(final JsonNode array) {
        final double[] numbers = new double[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).doubleValue());
        return numbers;
    }

    @Test
    void manyImagesComeAsTheyAreScrolledTo() throws Exception {
        // about 60 KB an image, so that not all travel with the page
        final NodeViewSession session = show(GanSamplerSessions.images(context(), 130, 128, 128), true);
        final int first = js("ganSampler.cached()").intValue();
        assertThat(first).isBetween(10, 129);
        set("size", "160");
        assertThat(js("ganSampler.tiles()").intValue()).isLessThan(100);

        focus("grid");
        press("End");
        serveUntil(session, () -> js("Boolean(document.querySelector('#grid-129 img'))").booleanValue());

        assertThat(activeLabel()).startsWith("Row129,");
        assertThat(js("ganSampler.cached()").intValue()).isGreaterThan(first);
        assertClean();
    }

    @Test
    void aSavedFileShowsWhatItHolds() throws Exception {
        openFile(GanSamplerSessions.images(context(), 130, 128, 128), READY.replace("window.", ""));
        browser().evaluate("document.getElementById('grid').scrollTop = 1e6");

        browser().until("document.getElementById('note').textContent.startsWith('This file holds')");
        browser().until("document.querySelectorAll('#grid .tile').length"
            + " === document.querySelectorAll('#grid .tile img').length");
        assertThat(browser().evaluate("document.getElementById('note').textContent").textValue())
            .matches("This file holds \\d+ of 130 images\\.");
        assertClean();
    }

    @Test
    void theWayBetweenNoiseRowsPlaysUntilPaused() throws Exception {
        show(GanSamplerSessions.walk(context(), 4, 5), false);
        until("ganSampler.images.playing && ganSampler.active() >= 2");
        focus("play");
        press("ArrowRight");
        until("!ganSampler.images.playing");
        picture("gan-sampler-walk-1200");

        // a line is a whole way, from one noise row to the next
        assertThat(js("ganSampler.images.items.length").intValue()).isEqualTo(3 * 7);
        press("Home");
        assertThat(text("label")).isEqualTo("Noise row 1");
        press("ArrowRight", "ArrowRight");
        assertThat(text("label")).isEqualTo("From noise row 1 to 2, step 2 of 5");
        set("time", "20");
        assertThat(text("label")).isEqualTo("Noise row 4");
        assertThat(text("status")).contains("3 ways between noise rows, 5 steps each, on an arc");

        set("show", "grid");
        assertThat(js("ganSampler.images.items.length").intValue()).isEqualTo(19);
        assertThat(js("document.getElementById('walkBar').hidden").booleanValue()).isTrue();
        browser().size(420, 760);
        set("show", "walk");
        frame();
        picture("gan-sampler-walk-420");
        assertClean();
    }

    @Test
    void noiseWithoutStepsAndVeryLongWaysCanBePlayed() throws Exception {
        show(GanSamplerSessions.walk(context(), 5, 0), true);
        assertThat(js("ganSampler.images.items.length").intValue()).isEqualTo(5);
        frame();
        set("time", "3");
        until("document.getElementById('label').textContent === 'Noise row 4'");

        show(GanSamplerSessions.walk(context(), 3, 900), true);
        assertThat(js("ganSampler.images.items.length").intValue()).isEqualTo(2 * 902);
        assertThat(js("ganSampler.tiles()").intValue()).as("tiles in the page").isLessThan(500);
        assertThat(js("document.getElementById('grid').scrollWidth - document.getElementById('grid').clientWidth")
            .intValue()).isLessThanOrEqualTo(0);
        set("time", "902");
        assertThat(text("label")).isEqualTo("Noise row 2");
        assertClean();
    }

    @Test
    void nothingMovesWhereMotionIsReduced() throws Exception {
        show(GanSamplerSessions.walk(context(), 3, 4), true);

        assertThat(js("ganSampler.images.playing").booleanValue()).isFalse();
        assertThat(js("ganSampler.active()").intValue()).isZero();
    }

    @Test
    void numbersAreHistogramsAndAScatterPlot() throws Exception {
        show(GanSamplerSessions.numbers(context(), 800, "height", "weight <kg>", "rooms", "constant"), true);
        picture("gan-sampler-numbers-1200");

        assertThat(js("document.getElementById('scatter').getAttribute('aria-label')").textValue())
            .startsWith("Scatter plot of 800 generated rows: height across, weight <kg> up; correlation ");
        assertThat(js("document.getElementById('histograms').getAttribute('aria-label')").textValue())
            .contains("rooms: generated mean").contains("constant: generated mean 30, standard deviation 0");
        set("x", "2");
        set("byScore", "true");
        set("numbers", "true");
        assertThat(js("document.getElementById('scatter').getAttribute('aria-label')").textValue())
            .contains("rooms across");
        assertThat(text("numbersPanel")).contains("standard deviation").contains("weight <kg>");
        watchDownloads();
        click("savePng");
        final BufferedImage image = download("generated-numbers.png");
        assertThat(colors(image)).isGreaterThan(200);
        browser().size(420, 760);
        until("ganSampler.scatter().chart.getWidth() <= 420");
        picture("gan-sampler-numbers-420");
        assertClean();
    }

    @Test
    void columnsBeyondTheFirstComeWhenTheyAreLookedAt() throws Exception {
        final String[] names = new String[60];
        Arrays.setAll(names, j -> "c" + j);
        final NodeViewSession session = show(GanSamplerSessions.numbers(context(), 10_000, names), true);

        set("y", "58");
        serveUntil(session, () -> js("document.getElementById('scatter').getAttribute('aria-label')").textValue()
            .contains("c58 up"));
        assertThat(log()).contains("callNodeDataService");
        assertThat(text("pageLabel")).matches("Columns 1 to \\d+ of 60");
        click("pageNext");
        assertThat(text("pageLabel")).doesNotStartWith("Columns 1 ");
    }

    @Test
    void reportsGetOneStillPicture() throws Exception {
        open(GanSamplerSessions.images(context(), 40), READY, REPORT, false);
        final BufferedImage images = report();
        picture("gan-sampler-report");
        assertThat(colors(images)).isGreaterThan(200);
        assertThat(images.getWidth()).isBetween(2000, 2400);
        assertThat(js("getComputedStyle(document.querySelector('.bar')).display").textValue()).isEqualTo("none");

        open(GanSamplerSessions.walk(context(), 3, 4), READY, REPORT, false);
        assertThat(colors(report())).isGreaterThan(50);
        assertThat(js("ganSampler.images.playing").booleanValue()).isFalse();

        open(GanSamplerSessions.numbers(context(), 100, "a", "b", "c"), READY, REPORT, false);
        assertThat(pixels(report(), 0xd55e00)).isGreaterThan(500);
        assertClean();
    }

    @Test
    void thePageReactsToItsSize() throws Exception {
        show(GanSamplerSessions.images(context(), 60), true);
        watchDownloads();
        final int wide = js("document.getElementById('grid').clientWidth").intValue();
        browser().size(420, 760);
        until("document.getElementById('grid').clientWidth <= 420");
        frame();
        picture("gan-sampler-420");

        assertThat(wide).isGreaterThan(1000);
        assertThat(js("Math.max(...[...document.querySelectorAll('.tile')].map((t) => "
            + "t.getBoundingClientRect().right))").doubleValue()).isLessThanOrEqualTo(420);
        assertThat(js("document.documentElement.scrollWidth").intValue()).isLessThanOrEqualTo(420);
        click("savePng");
        assertThat(download("generated-images.png").getWidth()).isBetween(780, 840);
    }

    @Test
    void dataThatCannotBeReadGetASentence() throws Exception {
        final NodeViewSession session = GanSamplerSessions.images(context(), 4);
        for (final String wrong : new String[]{"{\"version\":2}", "{\"version\":1}", "nonsense"}) {
            openWith(session, "{\"result\":" + new ObjectMapper().writeValueAsString(
                Map.of("description", wrong, "scores", "", "pictures", List.of())) + "}", READY);
            assertThat(js("document.querySelector('.message').textContent").textValue())
                .contains("cannot be read. Reset and execute the node.");
        }
        openWith(session, "{\"internalError\":{\"message\":\"The disk is full.\"}}", READY);
        assertThat(js("document.querySelector('.message').textContent").textValue()).contains("The disk is full.");
    }

    @Test
    void nodesThatAreNotExecutedGetASentence() throws Exception {
        show(GanSamplerSessions.empty(), true);

        assertThat(js("document.querySelector('.message').textContent").textValue()).contains("Execute the node");
    }
}
