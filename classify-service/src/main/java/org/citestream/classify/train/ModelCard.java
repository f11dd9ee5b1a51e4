package org.citestream.classify.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.linear.LinearClassifier;

/**
 * Says what a model is for, what it learnt from, how good it is and where it fails; as JSON, by
 * {@code deploy/contracts/schemas/ModelCard.schema.json}, and as Markdown. What no measurement says, its words on purpose,
 * data and limits, stands in {@code model-card-words.json}.
 */
final class ModelCard {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode card;

    /** Begins a card, for the linear model alone. */
    ModelCard(ModelName name, List<LabelledRow> rows) {
        JsonNode words = words();
        card = JSON.createObjectNode();
        card.putObject("model")
                .put("name", name.name())
                .put("version", name.version())
                .put("checksum", name.checksum());
        for (String field : List.of("purpose", "method", "measuredOn")) {
            card.set(field, words.path(field));
        }
        thresholds(LinearClassifier.ALONE);
        ObjectNode data = card.putObject("data");
        words.path("data").properties().forEach(source -> {
            ObjectNode one = data.putObject(source.getKey());
            one.put(
                    "rows",
                    rows.stream()
                            .filter(row -> row.source().equals(source.getKey()))
                            .count());
            one.setAll((ObjectNode) source.getValue());
        });
        card.set("limits", words.path("limits"));
        card.set("failures", words.path("failures"));
    }

    /** What the linear model alone says of rows it has not seen. */
    void linear(ObjectNode stance, ObjectNode intent) {
        card.set("stance", stance);
        card.set("intent", intent);
    }

    /** Which the figures are for. */
    private void thresholds(Thresholds thresholds) {
        card.put("threshold", thresholds.mentioning());
        card.putObject("thresholds")
                .put("supporting", thresholds.supporting())
                .put("mentioning", thresholds.mentioning())
                .put("contrasting", thresholds.contrasting());
    }

    /**
     * What both models say together of rows that neither has seen.
     *
     * @param thresholds as both together publish
     */
    void encoder(ObjectNode measured, Thresholds thresholds) {
        thresholds(thresholds);
        ObjectNode encoder = card.putObject("encoder");
        encoder.setAll((ObjectNode) words().path("encoder"));
        encoder.setAll(measured);
    }

    void sections(ObjectNode measured) {
        card.set("sections", measured);
    }

    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("model-card.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(card) + "\n");
        Files.writeString(folder.resolve("model-card.md"), new MarkdownCard(card).text());
    }

    private static JsonNode words() {
        try (InputStream in = ModelCard.class.getResourceAsStream("model-card-words.json")) {
            return JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read model-card-words.json", e);
        }
    }
}
