// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.nodes.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A headless Chromium,
     driven through its debugging protocol with nothing but the JDK. It loads files only: the network is
 * cut off, so a page that needs it fails its test.
 */
final class Browser implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final int SECONDS = 60;

    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process m_process;

    private final Path m_profile;

    private final WebSocket m_socket;

    private final AtomicInteger m_id = new AtomicInteger();

    private final Map<Integer, CompletableFuture<JsonNode>> m_waiting = new ConcurrentHashMap<>();

    private final List<String> m_errors = new ArrayList<>();

    private String m_session;

    private Browser(final Path program, final List<String> flags) throws IOException {
        m_profile = Files.createTempDirectory("browser");
        final List<String> command = new ArrayList<>(List.of(program.toString(), "--headless", "--no-sandbox",
            "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run",
            "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-port=0",
            "--user-data-dir=" + m_profile));
        command.addAll(flags);
        command.add("about:blank");
        m_process = new ProcessBuilder(command).redirectErrorStream(true).start();
        m_socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(endpoint(), new Listener()).join();
        final JsonNode target = call("Target.createTarget", MAPPER.createObjectNode().put("url", "about:blank"));
        m_session = call("Target.attachToTarget", MAPPER.createObjectNode()
            .put("targetId", target.get("targetId").textValue()).put("flatten", true)).get("sessionId").textValue();
        call("Page.enable", MAPPER.createObjectNode());
        call("Runtime.enable", MAPPER.createObjectNode());
    }

    /** @return the browser's program, if one is installed */
    static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
            .filter(Files::isExecutable).findFirst();
    }

    /** Starts the browser. */
    static Browser start(final String... flags) throws IOException {
        return new Browser(program().orElseThrow(), List.of(flags));
    }

    private URI endpoint() throws IOException {
        final BufferedReader output =
            new BufferedReader(new InputStreamReader(m_process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            final Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                final Thread drain = new Thread(() -> output.lines().forEach(l -> {
                    // the browser would block if nobody read what it says
                }), "browser-output");
                drain.setDaemon(true);
                drain.start();
                return URI.create(matcher.group(1));
            }
        }
        throw new IOException("The browser did not start");
    }

    /** Loads a file and waits until its scripts have run. */
    void open(final Path file, final int width, final int height) {
        size(width, height);
        m_errors.clear();
        call("Page.navigate", MAPPER.createObjectNode().put("url", file.toUri().toString()));
        until("document.readyState === 'complete' && location.href !== 'about:blank'");
    }

    void size(final int width, final int height) {
        call("Emulation.setDeviceMetricsOverride", MAPPER.createObjectNode().put("width", width).put("height", height)
            .put("deviceScaleFactor", 1).put("mobile", false));
    }

    void media(final String feature, final String value) {
        final ObjectNode parameters = MAPPER.createObjectNode();
        parameters.putArray("features").addObject().put("name", feature).put("value", value);
        call("Emulation.setEmulatedMedia", parameters);
    }

    /** @return the value of an expression; promises are awaited */
    JsonNode evaluate(final String expression) {
        final JsonNode answer = call("Runtime.evaluate", MAPPER.createObjectNode().put("expression", expression)
            .put("awaitPromise", true).put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError("In the page: " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits until an expression is true. */
    void until(final String expression) {
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!evaluate("Boolean(" + expression + ")").booleanValue()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not true within " + SECONDS + " s: " + expression + "; errors " + m_errors);
            }
            try {
                Thread.sleep(20);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    /** Presses a key as a keyboard does. */
    void press(final String key, final String code) {
        for (final String type : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", MAPPER.createObjectNode().put("type", type).put("key", key).put("code", code)
                .put("text", key.length() == 1 && "keyDown".equals(type) ? key : ""));
        }
    }

    void move(final double x, final double y) {
        call("Input.dispatchMouseEvent", MAPPER.createObjectNode().put("type", "mouseMoved").put("x", x).put("y", y));
    }

    /** Clicks with the left button. */
    void click(final double x, final double y) {
        for (final String type : List.of("mousePressed", "mouseReleased")) {
            call("Input.dispatchMouseEvent", MAPPER.createObjectNode().put("type", type).put("x", x).put("y", y)
                .put("button", "left").put("clickCount", 1));
        }
    }

    /** Writes a picture of the page. */
    void screenshot(final Path file) throws IOException {
        final JsonNode answer = call("Page.captureScreenshot", MAPPER.createObjectNode().put("format", "png"));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode(answer.get("data").textValue()));
    }

    /** @return exceptions that nobody caught and errors on the console since the last page was opened */
    List<String> errors() {
        synchronized (m_errors) {
            return List.copyOf(m_errors);
        }
    }

    private JsonNode call(final String method, final ObjectNode parameters) {
        final int id = m_id.incrementAndGet();
        final ObjectNode message = MAPPER.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (m_session != null) {
            message.put("sessionId", m_session);
        }
        final CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        m_waiting.put(id, answer);
        m_socket.sendText(message.toString(), true).join();
        final JsonNode result = answer.orTimeout(SECONDS, TimeUnit.SECONDS).join();
        if (result.has("error")) {
            throw new AssertionError(method + ": " + result.get("error"));
        }
        return result.path("result");
    }

    @Override
    public void close() throws IOException {
        m_socket.abort();
        m_process.descendants().forEach(ProcessHandle::destroyForcibly);
        m_process.destroyForcibly();
        try {
            m_process.waitFor(10, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (var files = Files.walk(m_profile)) {
            for (final Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Puts the parts of messages together and hands answers to those who wait. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder m_text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(final WebSocket socket, final CharSequence data, final boolean last) {
            m_text.append(data);
            if (last) {
                final String text = m_text.toString();
                m_text.setLength(0);
                accept(text);
            }
            socket.request(1);
            return null;
        }

        private void accept(final String text) {
            try {
                final JsonNode message = MAPPER.readTree(text);
                if (message.has("id")) {
                    m_waiting.remove(message.get("id").intValue()).complete(message);
                    return;
                }
                final String method = message.path("method").asText();
                final boolean error = "Runtime.exceptionThrown".equals(method)
                    || "Runtime.consoleAPICalled".equals(method)
                        && "error".equals(message.path("params").path("type").asText());
                if (error) {
                    synchronized (m_errors) {
                        m_errors.add(message.path("params").toString());
                    }
                }
            } catch (final IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
