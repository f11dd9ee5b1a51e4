package org.citestream.classify.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.linear.ModelSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On our own sentences, so that it runs without the labelled sets. */
class TrainingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void shouldWriteTheSameBytesWhenTrainedTwice() throws IOException {
        // Given
        Path data = rows();
        // When
        var from = new Training.Data(List.of(data), Optional.empty(), Optional.empty());
        new Training(line -> {}).run(from, Optional.empty(), folder.resolve("one"));
        new Training(line -> {}).run(from, Optional.empty(), folder.resolve("two"));
        // Then
        assertThat(Files.readAllBytes(folder.resolve("one/linear.bin")))
                .isEqualTo(Files.readAllBytes(folder.resolve("two/linear.bin")));
        assertThat(Files.readString(folder.resolve("one/model-card.json")))
                .isEqualTo(Files.readString(folder.resolve("two/model-card.json")));
        assertThat(Files.readString(folder.resolve("one/model-card.md"))).contains("## Limits");
    }

    @Test
    void shouldCountClassesWhenItEvaluates() throws IOException {
        // Given
        List<LabelledRow> rows = LabelledFile.read(rows());
        var model = ModelSource.load(Optional.empty());
        // When
        JsonNode report = new Evaluation(model, Thresholds.all(0.75)).run(rows, Task.STANCE);
        // Then
        assertThat(report.path("rows").asInt()).isEqualTo(64);
        assertThat(report.path("classes").path("supporting").path("rows").asInt())
                .isEqualTo(12);
        assertThat(report.path("classes").path("contrasting").path("rows").asInt())
                .isEqualTo(12);
        assertThat(report.path("macroF1").asDouble()).isGreaterThan(0.85);
        assertThat(report.path("mixTold").path("rows").asInt()).isEqualTo(64);
    }

    private Path rows() throws IOException {
        var lines = new ArrayList<String>();
        try (InputStream in = Training.class.getResourceAsStream("/org/citestream/classify/openers.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    lines.add(row(line.split("\t", 3)).toString());
                }
            }
        }
        return Files.write(folder.resolve("rows.jsonl"), lines);
    }

    private static ObjectNode row(String[] cells) {
        ObjectNode row = JSON.createObjectNode().put("text", cells[2]).put("section", cells[1]);
        row.put("stance", cells[0]);
        if (cells[0].equals("contrasting")) {
            return row.put("source", "clinical").put("label", "NEGATIVE").put("id", cells[2].hashCode() + "_C1");
        }
        String intent = cells[0].equals("supporting") ? "result" : cells[1].equals("Methods") ? "method" : "background";
        return row.put("source", "scicite").put("label", intent);
    }
}
