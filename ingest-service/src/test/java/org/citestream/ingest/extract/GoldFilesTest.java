package org.citestream.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.citestream.ingest.parse.ArticleParser;
import org.citestream.ingest.statement.StatementExtractor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The project's own articles must yield exactly what stands beside them: the samples of deploy/samples, and one short
 * article for each trap that real files set.
 */
class GoldFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SAMPLES = Path.of("..", "deploy", "samples");
    private static final Path TRAPS = Path.of("src", "test", "resources", "traps");

    static Stream<Arguments> samples() throws IOException {
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
        // Given
        JsonNode expected = JSON.readTree(gold.toFile());

        // When
        FileReading reading = FileReading.of(article, new ArticleParser(), new StatementExtractor(1_000));
        JsonNode line = JSON.readTree(JSON.writeValueAsString(reading.line()));

        // Then
        assertThat(differences("publication", expected.get("publication"), line.get("publication")))
                .isEmpty();
        for (String list : List.of("references", "statements", "unresolved")) {
            ArrayNode wanted = (ArrayNode) expected.get(list);
            assertThat(line.get(list)).as(list).hasSize(wanted.size());
            for (int i = 0; i < wanted.size(); i++) {
                assertThat(differences(
                                list + "[" + i + "]",
                                wanted.get(i),
                                line.get(list).get(i)))
                        .isEmpty();
            }
        }
    }

    /** Compares the fields that the gold has; "ref:" stands for any such id. */
    private static List<String> differences(String where, JsonNode wanted, JsonNode found) {
        List<String> differences = new ArrayList<>();
        for (Iterator<String> names = wanted.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (name.startsWith("expected") && !name.equals("expectedRelationship")) {
                continue;
            }
            JsonNode want = wanted.get(name);
            JsonNode have = found.get(name.equals("expectedRelationship") ? "relationship" : name);
            boolean anyRef = want.asText().equals("ref:")
                    && have != null
                    && have.asText().startsWith("ref:");
            if (!anyRef && !want.equals(have)) {
                differences.add(where + "." + name + ": wanted " + want + " but found " + have);
            }
        }
        return differences;
    }
}
