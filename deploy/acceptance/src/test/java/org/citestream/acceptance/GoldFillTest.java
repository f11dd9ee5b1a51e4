package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code gold fill}: labels without sentences meet the articles they are of, and the filled file is read by evaluate and classify. */
@Execution(ExecutionMode.CONCURRENT)
class GoldFillTest {

    private static final Path ARTICLES = Checkout.root().resolve("deploy/samples/articles");
    private static final String HEADER = String.join(
            "\t",
            "id",
            "citing",
            "pmcid",
            "key",
            "cite",
            "sentence",
            "type",
            "intent",
            "sure",
            "second",
            "stratum",
            "split",
            "licence");

    @Test
    void shouldFillLabelsOfTheSamplesAndListWhatIsMissing(@TempDir Path folder) throws Exception {
        // Given
        List<JsonNode> statements = new ArrayList<>();
        List<String> labels = new ArrayList<>(List.of(HEADER));
        for (String line : Extract.run(ARTICLES)) {
            JsonNode article = Json.tree(line);
            for (JsonNode statement : article.path("statements")) {
                statements.add(statement);
                labels.add(label(article.path("publication").path("id").asText(), statement));
            }
        }
        labels.add("00000000-0000-0000-0000-000000000000\tdoi:10.5555/cs.nowhere\tPMC7\tB1\t0-1\t" + "0".repeat(32)
                + "\tmentioning\tbackground\t3\t\trandom\ttrain\t");
        Path tsv = Files.write(folder.resolve("labels.tsv"), labels);
        Path filled = folder.resolve("filled.jsonl");
        Path missing = folder.resolve("missing.txt");

        // When
        Tool.Ended ended = Tool.run(Tool.citestream(
                "gold",
                "fill",
                ARTICLES.toString(),
                "--labels",
                tsv.toString(),
                "--out",
                filled.toString(),
                "--missing",
                missing.toString()));

        // Then
        assertThat(ended.output())
                .contains(statements.size() + " of " + (statements.size() + 1) + " labels have their sentence, "
                        + statements.size() + " found by id");
        assertThat(ended.status()).isEqualTo(1);
        assertThat(missing).hasContent("PMC7");
        List<String> rows = Files.readAllLines(filled);
        assertThat(rows).hasSameSizeAs(statements);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = Json.tree(rows.get(i));
            JsonNode statement = statements.get(i);
            for (String field : List.of("id", "text", "before", "after", "secType", "position", "groupSize")) {
                assertThat(row.path(field)).isEqualTo(statement.path(field));
            }
            assertThat(row.path("cite")).isEqualTo(statement.path("marker"));
            assertThat(row.path("stance").asText()).isEqualTo(type(statement));
        }
        assertThat(ClassifyCommand.run(List.of("evaluate", filled.toString(), "--encoder", "0")))
                .isZero();
        assertThat(ClassifyCommand.run(List.of("classify", filled.toString(), "--encoder", "0")))
                .isZero();
    }

    private static String label(String citing, JsonNode statement) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(statement.path("text").asText().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        JsonNode marker = statement.path("marker");
        return String.join(
                "\t",
                statement.path("id").asText(),
                citing,
                "",
                statement.path("referenceKey").asText(),
                marker.path(0).asInt() + "-" + marker.path(1).asInt(),
                HexFormat.of().formatHex(hash, 0, 16),
                type(statement),
                "",
                "3",
                "",
                "random",
                "train",
                "CC0-1.0");
    }

    /** By the place alone, for this test is not about what is right. */
    private static String type(JsonNode statement) {
        return statement.path("headingPath").path(0).asText().equals("Results") ? "supporting" : "mentioning";
    }
}
