// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.scorewalk.engine.density.Density;
import org.scorewalk.engine.density.DensityDocument;
import org.scorewalk.engine.density.GaussianDensity;
import org.scorewalk.engine.density.RingDensity;
import org.scorewalk.engine.expression.ExpressionDensity;
import org.scorewalk.engine.expression.ExpressionModel;
import org.scorewalk.engine.expression.Parameter;
import org.scorewalk.engine.transform.Interval;
import org.scorewalk.nodes.scorefunction.ScoreFunctionViews;
import org.scorewalk.standin.ui.NodeViewSession;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** The view of the Score Function node in a real browser. */
class ScoreFunctionPageTest extends PageTestBase {

    private static final String READY = "window.scoreFunction && scoreFunction.drawn() > 0";

    private static final Density RING = new RingDensity(1.5, 1.5, 0, 0, 0.033, List.of("x", "y"));

    private static final Density GAUSSIAN = new GaussianDensity(new double[]{1, 2, 3, 4},
        new double[][]{{1, 0.8, 0, 0}, {0.8, 1, 0, 0}, {0, 0, 4, 0}, {0, 0, 0, 0.25}}, List.of("a", "b", "c", "d"));

    private static Density expression(final String text, final Parameter... parameters) {
        return new ExpressionDensity(
            new ExpressionModel(text, "", List.of(parameters), Map.of(), List.of(), List.of()));
    }

    private static final Density GAMMA = expression("gamma(rate | 2, 1)", //
        new Parameter("rate", 0, new Interval(0, Double.POSITIVE_INFINITY)));

    /** A score that turns about the origin: no density has it. */
    private static final class Learned implements Density {

        @Override
        public DensityDocument document() {
            return new DensityDocument("LEARNED", 2, List.of("u", "v"), JsonNodeFactory.instance.objectNode(),
                Map.of(), Set.of());
        }

        @Override
        public void score(final double[][] x, final int n, final double[][] out) {
            for (int k = 0; k < n; k++) {
                out[0][k] = -x[0][k] - x[1][k];
                out[1][k] = x[0][k] - x[1][k];
            }
        }

        @Override
        public double extent() {
            return 2;
        }
    }

    private void open(final NodeViewSession session) throws IOException {
        open(session, READY, WINDOW, true);
        frame();
    }

    private static double[] viewport() {
        return doubles("scoreFunction.viewport()");
    }

    private static double[] doubles(final String expression) {
        final JsonNode list = js(expression);
        final var values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).doubleValue();
        }
        return values;
    }

    private static String words(final String selector) {
        return js("document.querySelector('" + selector + "').getAttribute('aria-label')").textValue();
    }

    @Test
    void aPlaneIsShownAsMapWithArrowsAndOutline() throws Exception {
        open(ScoreFunctionViews.of(RING));

        picture("score-function-ring");
        assertThat(log()).startsWith("getConfig", "UIExtensionReady");
        assertThat(words("#map")).startsWith("Map of the density for x from -").contains("arrows along the score");
        assertThat(text("status")).startsWith("Ring. Colours: density relative");
        final double[] v = viewport();
        assertThat(v[0]).isBetween(-3.5, -1.6);
        assertThat(v[1]).isBetween(1.6, 3.5);
        watchDownloads();
        click("savePng");
        final var image = download("score-function.png");
        assertThat(pixels(image, 0x440154)).as("the darkest colour of the map").isGreaterThan(50_000);
        assertThat(pixels(image, 0xff5a36)).as("the outline").isGreaterThan(2000);
        assertClean();
    }

    @Test
    void arrowsOutlineAndScaleCanBeSwitched() throws Exception {
        open(ScoreFunctionViews.of(RING));
        final int series = js("scoreFunction.charts().map.option.series.length").intValue();

        set("outline", "false");
        set("arrows", "false");
        set("scale", "log");

        assertThat(js("scoreFunction.charts().map.option.series.length").intValue()).isEqualTo(1).isLessThan(series);
        assertThat(words("#map")).startsWith("Map of the logarithm of the density").doesNotContain("arrows");
        picture("score-function-log");
        assertClean();
    }

    @Test
    void keysAndWheelMoveAndZoomAndTheNodeComputesWhatIsSeen() throws Exception {
        final NodeViewSession session = ScoreFunctionViews.of(RING);
        open(session);
        final double[] before = viewport();
        focus("map");

        press("+", "+", "ArrowRight");

        final double[] after = viewport();
        assertThat(after[1] - after[0]).isCloseTo(0.64 * (before[1] - before[0]), within(1e-6));
        assertThat(after[0] + after[1]).isGreaterThan(before[0] + before[1] + 0.1);
        serveUntil(session, () -> js(
            "scoreFunction.plane().viewport.every((v, i) => v === scoreFunction.viewport()[i])").booleanValue());
        picture("score-function-zoomed");
        press("0");
        assertThat(viewport()).containsExactly(before);
        press("Escape");
        browser().until("window.log.includes('UIExtensionEscapePressed')");
        assertClean();
    }

    @Test
    void pointerTellsDensityAndScore() throws Exception {
        open(ScoreFunctionViews.of(RING));
        final double[] at = doubles("scoreFunction.place(1.5, 0)");

        browser().move(at[0], at[1]);

        until("!document.getElementById('tip').hidden");
        assertThat(text("tip")).startsWith("x 1.").contains("of the highest").contains("score near here");
    }

    @Test
    void aLineIsShownAsProfilesWithinTheBounds() throws Exception {
        open(ScoreFunctionViews.of(GAMMA));

        picture("score-function-line");
        final JsonNode profile =
            js("(p => ({from: p.from, to: p.to, n: p.values.length}))(scoreFunction.profiles()[0])");
        assertThat(profile.get("from").doubleValue()).as("people's bound").isZero();
        assertThat(profile.get("to").doubleValue()).isBetween(5.0, 15.0);
        assertThat(words("#curves .chart"))
            .matches("Profile of the density for rate from 0 to .*, highest near (0\\.9|1|1\\.0).*");
        // the gamma density with shape 2 and rate 1 is x exp(-x), largest at 1
        assertThat(js("Math.max(...scoreFunction.charts().curves[0].option.series[0].data.map(d => d[1]))")
            .doubleValue()).isCloseTo(Math.exp(-1), within(0.01));
        assertClean();
    }

    @Test
    void slicesOfMoreCoordinatesFollowTheChosenPairAndPoint() throws Exception {
        final NodeViewSession session = ScoreFunctionViews.of(GAUSSIAN);
        open(session);
        picture("score-function-slices");
        assertThat(doubles("scoreFunction.point()")).containsExactly(new double[]{1, 2, 3, 4}, within(0.15));
        assertThat(js("scoreFunction.profiles().length").intValue()).isEqualTo(4);

        set("first", "2");
        assertThat(words("#map")).startsWith("Map of the density for c from");
        set("second", "2"); // exchanges the axes
        assertThat(words("#map")).startsWith("Map of the density for b from");
        set("first", "0");
        set("second", "1");

        final double[] at = doubles("scoreFunction.place(2, 2)");
        browser().click(at[0], at[1]);
        serveUntil(session, () -> doubles("scoreFunction.point()")[0] > 1.9 && text("note").isEmpty());
        assertThat(doubles("scoreFunction.point()")).containsExactly(new double[]{2, 2, 3, 4}, within(0.15));
        // along b at a = 2 the conditional density is highest at 2.8
        assertThat(words("#curves .chart:nth-child(2)")).containsPattern("highest near 2\\.[789]");
        assertClean();
    }

    private static void type(final String selector, final int index, final String value) {
        js("{ const i = document.querySelectorAll('" + selector + "')[" + index + "]; i.value = '" + value
            + "'; i.dispatchEvent(new Event('change')); }");
    }

    @Test
    void numbersChooseRangeAndPoint() throws Exception {
        final NodeViewSession session = ScoreFunctionViews.of(GAUSSIAN);
        open(session);
        click("more");
        type("#ranges input", 1, "9");
        serveUntil(session, () -> viewport()[1] == 9 && text("note").isEmpty());
        type("#point input", 3, "5");
        serveUntil(session, () -> doubles("scoreFunction.point()")[3] == 5 && text("note").isEmpty());
        picture("score-function-numbers");
        assertClean();
    }

    @Test
    void aScoreWithoutDensityShowsArrowsAlone() throws Exception {
        open(ScoreFunctionViews.of(new Learned()));

        picture("score-function-arrows");
        assertThat(words("#map")).startsWith("Arrows along the score");
        assertThat(js("document.getElementById('scaleChoice').hidden").booleanValue()).isTrue();
        assertThat(text("status")).contains("a score without a density");
        assertClean();
    }

    @Test
    void pageReactsToItsSize() throws Exception {
        open(ScoreFunctionViews.of(GAUSSIAN));
        browser().size(420, 760);
        until("scoreFunction.charts().map.chart.getWidth() < 421");
        frame();
        picture("score-function-narrow");
        assertThat(js("document.documentElement.scrollWidth").intValue()).isLessThanOrEqualTo(420);
        assertClean();
    }

    @Test
    void reportsGetOneStillPicture() throws Exception {
        open(ScoreFunctionViews.of(RING), READY, REPORT, false);

        final var image = report();

        assertThat(colors(image)).isGreaterThan(50);
        assertThat(js("getComputedStyle(document.querySelector('.bar')).display").textValue()).isEqualTo("none");
        picture("score-function-report");
    }

    @Test
    void nodesThatAreNotExecutedGetASentence() throws Exception {
        open(ScoreFunctionViews.empty(), READY, WINDOW, true);

        assertThat(js("document.querySelector('.message').textContent").textValue()).contains("Execute the node");
    }

    @Test
    void motionIsReducedOnDemand() throws Exception {
        open(ScoreFunctionViews.of(GAMMA));
        assertThat(js("scoreFunction.charts().curves[0].chart.getOption().animation").booleanValue()).isFalse();
        browser().media("prefers-reduced-motion", "no-preference");
        until("scoreFunction.charts().curves[0].chart.getOption().animation");
    }

    @Test
    void savedFileOpensWithoutKnimeAndSaysWhatItLacks() throws Exception {
        openFile(ScoreFunctionViews.of(GAUSSIAN), READY);
        browser().evaluate("{ const s = document.getElementById('map'); s.focus(); }");
        browser().press("+", "Equal");

        browser().until("document.getElementById('note').textContent.includes('first pictures only')");

        assertThat(browser().evaluate("document.documentElement.classList.contains('standalone')").booleanValue())
            .isTrue();
        assertClean();
    }
}
