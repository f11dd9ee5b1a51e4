package org.citestream.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.statement.StatementExtractor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The project's own articles must yield exactly what their gold files say: the samples of deploy/samples, and one short
 * article for each trap that real files set.
 */
public class GoldFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("..", "deploy", "samples");
    private static final Path TRAPS = Path.of("src", "test", "resources", "traps");

    public static Stream<Arguments> samples() throws IOException {
        return Stream.concat(
                pairs(SAMPLES.resolve("articles"), SAMPLES.resolve("expected")).stream(), pairs(TRAPS, TRAPS).stream());
    }

    private static List<Arguments> pairs(Path articles, Path golds) throws IOException {
        try (Stream<Path> files = Files.list(articles)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .map(file -> Arguments.of(
                            file, golds.resolve(file.getFileName().toString().replace(".xml", ".json"))))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldYieldTheGoldWhenAnArticleIsRead(Path article, Path gold) throws IOException {
        // When
        FileResult reading = FileResult.of(article, new ArticleParser(), new StatementExtractor(1_000));

        // Then
        JsonNode line = JSON.readTree(JSON.writeValueAsString(reading.line()));
        assertThat(GoldFile.of(gold).differences(line)).isEmpty();
    }
}
