// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints how many tests each module ran, and fails if one failed or if one was skipped that
 * {@code releng/allowed-skips.txt} does not list with its reason. Run by {@code java releng/TestSummary.java} from the
 * top of the project after a build.
 */
public final class TestSummary {

    private static final class Counts {

        private int m_run;

        private int m_failed;

        private int m_skipped;
    }

    private record Skip(String test, String message) {
    }

    private TestSummary() {
    }

    /**
     * @param arguments none
     * @throws IOException if a report cannot be read
     * @throws XMLStreamException if a report is no XML
     */
    public static void main(final String[] arguments) throws IOException, XMLStreamException {
        final Map<String, Counts> modules = new TreeMap<>();
        final List<Skip> skips = new ArrayList<>();
        for (final Path report : reports()) {
            read(report, modules.computeIfAbsent(module(report), m -> new Counts()), skips);
        }
        final Counts sum = new Counts();
        modules.forEach((name, counts) -> {
            print(name, counts);
            sum.m_run += counts.m_run;
            sum.m_failed += counts.m_failed;
            sum.m_skipped += counts.m_skipped;
        });
        print("all", sum);
        final Map<String, String> allowed = allowed();
        boolean complete = true;
        for (final Skip skip : skips) {
            final String reason = allowed.get(skip.test().substring(0, skip.test().indexOf('#')));
            System.out.println("skipped: " + skip.test() + ": " + skip.message()
                + (reason == null ? "  <- not in releng/allowed-skips.txt" : "  (allowed: " + reason + ")"));
            complete &= reason != null;
        }
        if (sum.m_run == 0 || sum.m_failed > 0 || !complete) {
            System.out.println(sum.m_run == 0 ? "No test has run." : "Tests failed or were skipped without leave.");
            System.exit(1);
        }
    }

    private static List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.find(Path.of(""), 6, (file, attributes) -> attributes.isRegularFile()
            && file.getFileName().toString().matches("TEST-.*\\.xml")
            && file.getParent().endsWith(Path.of("target", "surefire-reports")))) {
            return files.sorted().toList();
        }
    }

    private static String module(final Path report) {
        return report.getParent().getParent().getParent().getFileName().toString();
    }

    private static void read(final Path report, final Counts counts, final List<Skip> skips)
        throws IOException, XMLStreamException {
        final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(report)) {
            final XMLStreamReader xml = factory.createXMLStreamReader(in);
            String test = "";
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testcase" -> {
                        test = xml.getAttributeValue(null, "classname") + "#" + xml.getAttributeValue(null, "name");
                        counts.m_run++;
                    }
                    case "failure", "error" -> counts.m_failed++;
                    case "skipped" -> {
                        counts.m_skipped++;
                        skips.add(new Skip(test, String.valueOf(xml.getAttributeValue(null, "message"))));
                    }
                    default -> {
                        // times and output
                    }
                }
            }
        }
    }

    private static Map<String, String> allowed() throws IOException {
        final Map<String, String> allowed = new TreeMap<>();
        for (final String line : Files.readAllLines(Path.of("releng", "allowed-skips.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                final String[] parts = line.split("\\s+", 2);
                if (parts.length < 2) {
                    throw new IOException("releng/allowed-skips.txt: the reason is missing in '" + line + "'.");
                }
                allowed.put(parts[0], parts[1]);
            }
        }
        return allowed;
    }

    private static void print(final String name, final Counts counts) {
        System.out.printf("%-24s %5d tests, %d failed, %d skipped%n", name, counts.m_run, counts.m_failed,
            counts.m_skipped);
    }
}
