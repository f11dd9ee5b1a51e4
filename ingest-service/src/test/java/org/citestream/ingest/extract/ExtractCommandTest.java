package org.citestream.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {
    private static final Path TRAPS = Path.of("src", "test", "resources", "traps");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        ExtractCommand command = new ExtractCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(command).execute(arguments);
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    @Test
    void shouldPrintALineEachInTheirOrderWhenAFolderIsRead(@TempDir Path folder) throws IOException {
        // Given
        Files.copy(TRAPS.resolve("no-sections.xml"), folder.resolve("b.xml"));
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("a.xml.gz")))) {
            Files.copy(TRAPS.resolve("range-ends.xml"), packed);
        }
        Files.writeString(folder.resolve("notes.txt"), "not an article");

        // When
        int exit = run(folder.toString());

        // Then
        assertThat(exit).isZero();
        assertThat(lines())
                .extracting(line -> line.get("file").asText())
                .containsExactly(
                        folder.resolve("a.xml.gz").toString(),
                        folder.resolve("b.xml").toString());
    }

    @Test
    void shouldNameTheReasonAndEndWithOneWhenAFileIsRejected(@TempDir Path folder) throws IOException {
        // Given
        Path broken = Files.writeString(folder.resolve("broken.xml"), "<article>\n<body>");

        // When
        int exit = run(broken.toString());

        // Then
        assertThat(exit).isEqualTo(1);
        JsonNode rejected = lines().get(0).get("rejected");
        assertThat(rejected.get("reason").asText()).isEqualTo("not-well-formed");
        assertThat(rejected.get("line").asInt()).isEqualTo(2);
        assertThat(lines().get(0).has("statements")).isFalse();
    }

    @Test
    void shouldEndWithTwoWhenAPathIsMissing() {
        assertThat(run("no/such/folder")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no/such/folder");
    }

    @Test
    void shouldPrintTheScoreWhenAskedTo() {
        // When
        int exit = run("--score", TRAPS.resolve("range-ends.xml").toString());

        // Then
        assertThat(exit).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("citations in the body        3 of 3 = 100.00 %")
                .contains("implied by ranges            3 of 3 = 100.00 %");
    }
}
