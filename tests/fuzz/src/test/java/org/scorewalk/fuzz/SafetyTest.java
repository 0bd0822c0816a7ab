// SPDX-License-Identifier: Apache-2.0
package org.scorewalk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.port.PortUtil;
import org.scorewalk.engine.InputException;
import org.scorewalk.engine.Json;
import org.scorewalk.engine.model.ModelFile;
import org.scorewalk.host.FileTools;
import org.scorewalk.host.HostException;
import org.scorewalk.host.write.WorkflowGenerator;
import org.scorewalk.nodes.port.ScoreFunctionPortObjectSpec;

/** What hostile files try at each reader: XML entities, archives, types in JSON, names of classes. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SafetyTest {

    private static final String SECRET = "the-secret-of-another-file";

    @TempDir
    Path m_folder;

    /** Nobody may ask it for anything. */
    private ServerSocket m_server;

    @BeforeEach
    void listen() throws IOException {
        m_server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        m_server.setSoTimeout(1);
        Files.writeString(m_folder.resolve("secret"), SECRET);
        System.clearProperty(Trap.SPRUNG);
    }

    @AfterEach
    void nobodyAskedAndNothingWasLoaded() throws IOException {
        try (ServerSocket server = m_server) {
            assertThatThrownBy(server::accept).as("a connection").isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(System.getProperty(Trap.SPRUNG)).as("whether the trap was loaded").isNull();
    }

    /** What reads XML. */
    enum XmlReader {
        SETTINGS, WORKFLOW, SPEC
    }

    /** How XML reaches for other files, or swells. */
    enum XmlAttack {
        FILE("<!DOCTYPE config [<!ENTITY e SYSTEM \"%1$s\">]>"),
        WEB("<!DOCTYPE config [<!ENTITY e SYSTEM \"%2$s\">]>"),
        DTD("<!DOCTYPE config SYSTEM \"%2$s\">"),
        PARAMETER("<!DOCTYPE config [<!ENTITY %% p SYSTEM \"%2$s\"> %%p;]>"),
        LAUGHS("<!DOCTYPE config [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY e \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>");

        private final String m_type;

        XmlAttack(final String type) {
            m_type = type;
        }
    }

    static Stream<Object[]> xmlAttacks() {
        return Stream.of(XmlReader.values())
            .flatMap(r -> Stream.of(XmlAttack.values()).map(a -> new Object[]{r, a}));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("xmlAttacks")
    void xmlIsReadWithoutDocumentTypesAndEntities(final XmlReader reader, final XmlAttack attack) throws Exception {
        final String type = attack.m_type.formatted(m_folder.resolve("secret").toUri(),
            "http://127.0.0.1:" + m_server.getLocalPort() + "/x");
        assertThatThrownBy(() -> read(reader, xml -> xml.replaceFirst("<config ", type + "<config ")
            .replaceFirst("value=\"[^\"]+\"", attack == XmlAttack.DTD ? "value=\"x\"" : "value=\"&e;\"")))
            .as("%s by %s", attack, reader).hasMessageContaining("DOCTYPE").hasMessageNotContaining(SECRET);
    }

    @ParameterizedTest
    @EnumSource(XmlReader.class)
    void xmlIncludesNothing(final XmlReader reader) {
        assertThatThrownBy(() -> read(reader, xml -> xml.replaceFirst("<entry ",
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" href=\""
                + m_folder.resolve("secret").toUri() + "\"/><entry "))).hasMessageNotContaining(SECRET)
            .hasMessageContaining("include");
    }

    @ParameterizedTest
    @EnumSource(XmlReader.class)
    void deepXmlIsRefusedOrReadWithoutOverflow(final XmlReader reader) {
        Contract.check(() -> read(reader, xml -> xml.replaceFirst("<entry ", "<config key=\"a\">".repeat(100_000)
            + "</config>".repeat(100_000) + "<entry ")));
    }

    /** Changes a text. */
    private interface Change {
        String apply(String text);
    }

    private void read(final XmlReader reader, final Change change) throws Exception {
        if (reader == XmlReader.SPEC) {
            final String xml = new String(Seeds.of(SpecXmlTarget.class).get(0), StandardCharsets.UTF_8);
            spec(change.apply(xml));
            return;
        }
        final Path workflow = Workflows.copy("langevin-ring");
        final Path file = reader == XmlReader.WORKFLOW ? workflow.resolve("workflow.knime")
            : Workflows.nodeFolder(workflow, 1).resolve("settings.xml");
        final String before = Files.readString(file);
        final String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
        Workflows.load(workflow, m_folder);
    }

    private static void spec(final String xml) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = PortUtil.getPortObjectSpecZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        try (var zip = PortUtil.getPortObjectSpecZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            new ScoreFunctionPortObjectSpec.Serializer().loadPortObjectSpec(zip);
        }
    }

    // ---- archives

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "ring/../../outside", "/tmp/scorewalk-outside", "ring/a/../../../outside",
        "..\\outside", "C:/outside", "ring//outside", "./outside", "ring/\0outside"})
    void archivesCannotWriteOutsideTheirFolder(final String name) throws Exception {
        refused("valid name", archive(name, "x"));
        assertThat(Path.of("/tmp/scorewalk-outside")).doesNotExist();
    }

    @Test
    void archivesCannotHoldAFileThatIsAFolder() throws Exception {
        refused("as a file and as a folder", archive("ring/a", "x", "ring/a/b", "y"));
    }

    @Test
    void archivesCannotSwell() throws Exception {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("ring/workflow.knime"));
            zip.putNextEntry(new ZipEntry("ring/big"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        refused("out of proportion", bytes.toByteArray());
    }

    @Test
    void archivesCannotHoldAnyNumberOfFiles() throws Exception {
        final Object[] many = new Object[50_001 * 2];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "ring/" + i;
            many[i + 1] = "";
        }
        refused("50000", archive(many));
    }

    @Test
    void archivesCannotHoldAnEntryTwice() throws Exception {
        final byte[] bytes = archive("ring/a", "x", "ring/b", "y");
        for (int i = 0; i + 6 < bytes.length; i++) {
            if (new String(bytes, i, 6, StandardCharsets.ISO_8859_1).equals("ring/b")) {
                bytes[i + 5] = 'a';
            }
        }
        refused("twice", bytes);
    }

    /** An archive of a workflow and more entries. */
    private static byte[] archive(final Object... namesAndTexts) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("ring/workflow.knime"));
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String)namesAndTexts[i]));
                zip.write(((String)namesAndTexts[i + 1]).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private void refused(final String why, final byte[] archive) throws IOException {
        final Path file = Files.write(m_folder.resolve("bad.knwf"), archive);
        final Path target = Files.createDirectories(m_folder.resolve("inner/target"));
        assertThatThrownBy(() -> Workflows.load(file, target)).isInstanceOf(HostException.class)
            .hasMessageContaining(why);
        FileTools.delete(target);
        try (var left = Files.walk(m_folder)) {
            assertThat(left.map(f -> m_folder.relativize(f).toString()).filter(f -> !f.isEmpty()).sorted().toList())
                .as("what is there").isEqualTo(List.of("bad.knwf", "inner", "secret"));
        }
    }

    // ---- JSON and names of classes

    @Test
    void typesInJsonCreateNothing() throws Exception {
        final String trap = "{\"@class\": \"" + Trap.class.getName() + "\", \"@type\": \"" + Trap.class.getName()
            + "\", \"x\": [\"" + Trap.class.getName() + "\", {\"a\": 1}]}";
        assertThat(Json.read(trap).path("x").get(0).textValue()).isEqualTo(Trap.class.getName());
        Contract.check(() -> ModelFileTarget.fuzzerTestOneInput(model("{\"kind\": \"gan\", \"description\": " + trap
            + ", \"arrays\": []}")));
    }

    @Test
    void deepJsonIsRefused() {
        final String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> Json.read(deep)).isInstanceOf(InputException.class);
        assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(model("{\"kind\": " + deep + "}"))))
            .isInstanceOf(InputException.class).hasMessageContaining("description");
        assertThatThrownBy(() -> WorkflowGenerator.generate(Files.writeString(m_folder.resolve("deep.json"), deep),
            m_folder.resolve("made"))).isInstanceOf(HostException.class);
    }

    private static byte[] model(final String json) throws IOException {
        final var out = new ByteArrayOutputStream();
        out.write("SCWKMODL".getBytes(StandardCharsets.US_ASCII));
        final byte[] text = json.getBytes(StandardCharsets.UTF_8);
        out.write(java.nio.ByteBuffer.allocate(8).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(1).putInt(text.length)
            .array());
        out.write(text);
        return out.toByteArray();
    }

    @Test
    void onlyRegisteredNodeFactoriesAreLoaded() {
        assertThatThrownBy(() -> read(XmlReader.SETTINGS, xml -> xml.replaceFirst(
            "(key=\"factory\" type=\"xstring\" value=\")[^\"]+", "$1" + Trap.class.getName())))
            .isInstanceOf(HostException.class).hasMessageContaining(Trap.class.getName());
        assertThatThrownBy(() -> WorkflowGenerator.generate(Files.writeString(m_folder.resolve("trap.json"),
            "{\"nodes\": [{\"id\": 1, \"node\": \"" + Trap.class.getName() + "\"}]}"), m_folder.resolve("made")))
            .isInstanceOf(HostException.class).hasMessageContaining(Trap.class.getName());
    }

    @Test
    void portsLoadTheirOwnClassOnly() {
        assertThatThrownBy(() -> read(XmlReader.SPEC, xml -> xml.replace(ScoreFunctionPortObjectSpec.class.getName(),
            Trap.class.getName()))).isInstanceOf(IOException.class);
    }

    /** The last one: a class is initialised once only. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theTrapWorks() {
        assertThat(new Trap()).isNotNull();
        assertThat(System.getProperty(Trap.SPRUNG)).isEqualTo("true");
        System.clearProperty(Trap.SPRUNG);
    }
}
