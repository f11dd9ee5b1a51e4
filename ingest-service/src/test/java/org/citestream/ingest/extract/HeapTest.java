package org.citestream.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    static Stream<Arguments> shapes() {
        IntFunction<String> prose =
                i -> "<p>Sentence number " + i + " says nothing of others. Nor does this one.</p>\n";
        IntFunction<String> cells =
                i -> "<table-wrap><table><tr><td>" + i + "</td><td>1.5</td></tr></table></table-wrap>\n";
        IntFunction<String> cited = i -> i < 40_000
                ? "<p>Sentence number " + i + " was said by others before us and will be said again [" + CITE
                        + "].</p>\n"
                : cells.apply(i);
        return Stream.of(
                Arguments.of("prose without citations", prose, 0),
                Arguments.of("tables", cells, 0),
                Arguments.of("forty thousand citations in a huge file", cited, 0),
                Arguments.of(
                        "a citation in every sentence",
                        (IntFunction<String>) i -> "<p>We agree [" + CITE + "].</p>",
                        1),
                Arguments.of("one paragraph", (IntFunction<String>) i -> "word" + i + " ", 1),
                Arguments.of(
                        "references",
                        (IntFunction<String>) i -> "<ref-list><ref id=\"R" + i + "\"><mixed-citation>Doe J. Work " + i
                                + ". 2001.</mixed-citation></ref></ref-list>",
                        1),
                Arguments.of("deep nesting", (IntFunction<String>) i -> "<sec>", 1),
                Arguments.of("one comment", (IntFunction<String>) i -> i == 0 ? "<!-- " : "all of it a comment ", 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void shouldReadOrRefuseWithin64MegabytesWhenAnArticleIsHuge(
            String name, IntFunction<String> piece, int exit, @TempDir Path folder) throws Exception {
        // Given
        Path article = write(folder.resolve("huge.xml"), piece);
        Path errors = folder.resolve("errors");

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
                        article.toString())
                .redirectOutput(folder.resolve("lines").toFile())
                .redirectError(errors.toFile())
                .start();
        int ended = process.waitFor();

        // Then
        assertThat(List.of(Files.readString(errors), String.valueOf(ended))).containsExactly("", String.valueOf(exit));
    }

    private static Path write(Path file, IntFunction<String> piece) throws IOException {
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
        return file;
    }
}
