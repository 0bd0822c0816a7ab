// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.scorewalk.nodes.ExecutionTestBase;
import org.scorewalk.nodes.particleplot.ViewSessions;
import org.scorewalk.standin.ui.NodeViewSession;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A test of a view in a real browser, in a frame as KNIME has it, with data that travel through the real protocol.
 * Pictures of the page are kept under {@code target/views} to be looked at.
 */
abstract class PageTestBase extends ExecutionTestBase {

    static final String REPORT = "{\"type\":\"REPORT\"}";

    static final String WINDOW = "{\"type\":\"DEFAULT\"}";

    private static final Path PICTURES = Path.of("target", "views");

    private static final String VIEW = "document.getElementById('view').contentWindow";

    private static Browser browser;

    @TempDir
    private Path m_folder;

    @BeforeAll
    static void startBrowser() throws IOException {
        assumeTrue(Browser.program().isPresent(), "Chromium is not installed, so views are not tested in a browser");
        // frames of files count as one site only with this flag; KNIME serves page and frame by itself
        browser = Browser.start("--allow-file-access-from-files", "--disable-site-isolation-trials",
            "--disable-web-security");
    }

    @AfterAll
    static void stopBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    static Browser browser() {
        return browser;
    }

    /** Opens a view in a frame and waits until an expression of its page is true, or until it shows a message. */
    final void open(final NodeViewSession session, final String ready, final String rendering, final boolean calm)
        throws IOException {
        open(session, ready, rendering, calm, 1200, 760);
    }

    /** The same in a window of a given size. */
    final void open(final NodeViewSession session, final String ready, final String rendering, final boolean calm,
        final int width, final int height) throws IOException {
        open(session, session.initialData().orElseThrow(), ready, rendering, calm, width, height, false);
    }

    /** The same where the window sends no initial data unless it is asked. */
    final void openLazily(final NodeViewSession session, final String ready) throws IOException {
        open(session, session.initialData().orElseThrow(), ready, WINDOW, true, 1000, 760, true);
    }

    /** Opens a view with other initial data than the node's. */
    final void openWith(final NodeViewSession session, final String initialData, final String ready)
        throws IOException {
        open(session, initialData, ready, WINDOW, true, 1200, 760, false);
    }

    private void open(final NodeViewSession session, final String initialData, final String ready,
        final String rendering, final boolean calm, final int width, final int height, final boolean lazy)
        throws IOException {
        browser.media("prefers-reduced-motion", calm ? "reduce" : "no-preference");
        final Path view = m_folder.resolve("view.html");
        Files.writeString(view, session.html());
        browser.open(HostPage.write(m_folder, view, initialData, rendering, lazy), width, height);
        until("document.querySelector('.message[role=alert]') || " + ready);
    }

    /** Opens the file that the host writes of a view. */
    final void openFile(final NodeViewSession session, final String ready) throws IOException {
        final Optional<Path> file = ViewSessions.standalone(m_folder, session);
        assumeTrue(file.isPresent(), "the host is not on the class path");
        browser.media("prefers-reduced-motion", "reduce");
        browser.open(file.get(), 1000, 700);
        browser.until(ready);
    }

    /** The value of an expression in the view's page. */
    static JsonNode js(final String expression) {
        return browser.evaluate(VIEW + ".eval(" + quoted(expression) + ")");
    }

    /** Waits until an expression of the view's page is true. */
    static void until(final String expression) {
        browser.until(VIEW + ".eval && " + VIEW + ".eval(" + quoted("Boolean(" + expression + ")") + ")");
    }

    private static String quoted(final String text) {
        return new ObjectMapper().getNodeFactory().textNode(text).toString();
    }

    static String text(final String id) {
        return js("document.getElementById('" + id + "').textContent").textValue();
    }

    /** Uses a control as a person does. */
    static void set(final String id, final String value) {
        js("{ const e = document.getElementById('" + id + "'); if (e.type === 'checkbox') { e.checked = "
            + "true".equals(value) + "; } else { e.value = '" + value + "'; } e.dispatchEvent(new Event('input')); }");
        frame();
    }

    static void click(final String id) {
        js("document.getElementById('" + id + "').click()");
        frame();
    }

    /** Waits until what was asked for is drawn. */
    static void frame() {
        js("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
    }

    static void press(final String... keys) {
        for (final String key : keys) {
            browser.press(key, " ".equals(key) ? "Space" : key);
        }
        frame();
    }

    static void focus(final String id) {
        browser.evaluate(VIEW + ".focus()");
        js("document.getElementById('" + id + "').focus()");
    }

    /** What the view has said to its window. */
    static String[] log() {
        return new ObjectMapper().convertValue(browser.evaluate("window.log"), String[].class);
    }

    /** Keeps a picture of the page. */
    static void picture(final String name) throws IOException {
        browser.screenshot(PICTURES.resolve(name + ".png"));
    }

    /** From now on what the page saves is kept in the page. */
    static void watchDownloads() {
        js("window.downloads = []; scorewalk.download = (blob, name) => blob.arrayBuffer().then((b) => "
            + "window.downloads.push([name, btoa(Array.from(new Uint8Array(b), (x) => String.fromCharCode(x))"
            + ".join(''))])); 0");
    }

    /** The picture that the page saves under a name. */
    static BufferedImage download(final String name) throws IOException {
        until("window.downloads.length > 0");
        assertThat(js("window.downloads[0][0]").textValue()).isEqualTo(name);
        return read(js("window.downloads[0][1]").textValue());
    }

    /** The picture that the page hands over for a report. */
    static BufferedImage report() throws IOException {
        browser.until("window.log.includes('setReportingContent')");
        final String html = browser.evaluate("window.lastParams[0]").textValue();
        assertThat(html).startsWith("<img alt=\"");
        final int from = html.indexOf("base64,") + 7;
        return read(html.substring(from, html.indexOf('"', from)));
    }

    /** Keeps a note beside the pictures. */
    static void note(final String name, final String text) throws IOException {
        Files.createDirectories(PICTURES);
        Files.writeString(PICTURES.resolve(name + ".txt"), text);
    }

    static BufferedImage read(final String base64) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    /** How many colours a picture has. */
    static int colors(final BufferedImage image) {
        final Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colors.add(image.getRGB(x, y));
            }
        }
        return colors.size();
    }

    /** Pixels with a colour near the given one. */
    static int pixels(final BufferedImage image, final int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int distance = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    distance += Math.abs((image.getRGB(x, y) >> shift & 255) - (rgb >> shift & 255));
                }
                count += distance < 60 ? 1 : 0;
            }
        }
        return count;
    }

    /** Answers calls of the data service with the node's own answers. */
    static void serveUntil(final NodeViewSession session, final BooleanSupplier done) {
        final long end = System.nanoTime() + 60_000_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("60 s have passed").isLessThan(end);
            final JsonNode request = browser.evaluate("window.queue.length > 0 ? window.queue[0].text : null");
            if (request.isTextual()) {
                final String answer = session.call(request.textValue());
                browser.evaluate("window.queue.shift().answer(" + quoted(answer) + ")");
            }
        }
    }

    /** No exception that nobody caught and no error on the console. */
    static void assertClean() {
        assertThat(browser.errors()).isEmpty();
    }
}
