package org.citestream.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.citestream.ingest.IngestService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles of nearly 50 MB, each of them awkward in its own way, in a process of their own with 64 MB of heap. */
@Tag("slow")
class HeapTest {
    private static final int BYTES = 50 * 1024 * 1024 - 100_000;
    private static final String CITE = "<xref ref-type=\"bibr\" rid=\"B1\">1</xref>";

    /** What repeats in the body of an article, by the name of its file. */
    private static Map<String, IntFunction<String>> readable() {
        IntFunction<String> cells =
                i -> "<table-wrap><table><tr><td>" + i + "</td><td>1.5</td></tr></table></table-wrap>\n";
        return Map.of(
                "prose-without-citations",
                i -> "<p>Sentence number " + i + " says nothing of others. Nor does this one.</p>\n",
                "tables",
                cells,
                "forty-thousand-citations",
                i -> i < 40_000
                        ? "<p>Sentence number " + i + " was said by others before us and will be said again [" + CITE
                                + "].</p>\n"
                        : cells.apply(i));
    }

    private static Map<String, IntFunction<String>> refused() {
        return Map.of(
                "a-citation-in-every-sentence",
                i -> "<p>We agree [" + CITE + "].</p>",
                "one-paragraph",
                i -> "word" + i + " ",
                "references",
                i -> "<ref-list><ref id=\"R" + i + "\"><mixed-citation>Doe J. Work " + i
                        + ". 2001.</mixed-citation></ref></ref-list>",
                "deep-nesting",
                i -> "<sec>",
                "one-comment",
                i -> i == 0 ? "<!-- " : "all of it a comment ");
    }

    static Stream<Arguments> articles() {
        return Stream.of(Arguments.of(readable(), 0), Arguments.of(refused(), 1));
    }

    /** One process for all that end alike, as its start takes longer than an article. */
    @ParameterizedTest(name = "exit {1}")
    @MethodSource("articles")
    void shouldReadOrRefuseWithin64MegabytesWhenArticlesAreHuge(
            Map<String, IntFunction<String>> pieces, int exit, @TempDir Path folder) throws Exception {
        // Given
        Path articles = Files.createDirectory(folder.resolve("articles"));
        for (Map.Entry<String, IntFunction<String>> piece : pieces.entrySet()) {
            write(articles.resolve(piece.getKey() + ".xml"), piece.getValue());
        }
        Path errors = folder.resolve("errors");
        Path lines = folder.resolve("lines");

        // When
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        // As quarkus-run.jar sets it; from Java 21 on, ending a process asks for a logger.
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestService.class.getName(),
                        "extract",
                        "--threads",
                        "1",
                        articles.toString())
                .redirectOutput(lines.toFile())
                .redirectError(errors.toFile())
                .start();
        int ended = process.waitFor();

        // Then
        assertThat(List.of(Files.readString(errors), String.valueOf(ended))).containsExactly("", String.valueOf(exit));
        assertThat(Files.readAllLines(lines))
                .hasSameSizeAs(pieces.keySet())
                .allSatisfy(line -> assertThat(line.contains("\"rejected\":")).isEqualTo(exit == 1));
    }

    private static void write(Path file, IntFunction<String> piece) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(
                    "<article><front><article-meta><article-id pub-id-type=\"doi\">10.5555/huge</article-id></article-meta>"
                            + "</front><body>");
            int written = 0;
            for (int i = 0; written < BYTES; i++) {
                String next = piece.apply(i);
                out.write(next);
                written += next.length();
            }
            out.write("</body><back><ref-list><ref id=\"B1\"/></ref-list></back></article>");
        }
    }
}
