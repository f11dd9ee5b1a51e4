package org.citestream.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.citestream.classify.api.RowClassifier;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.TypeScores;
import org.citestream.classify.decide.encoder.EncoderSource;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelSource;
import org.citestream.classify.intake.ReceivedRecord.ReceivedStatement;
import org.citestream.classify.intake.RecordReader;
import org.citestream.classify.section.SectionTagger;
import org.junit.jupiter.api.Test;

/** Golden statements with and without what stands around them; the sentences are our own, labelled by the definition. */
class ContextTest {

    private static final Classifier EVERYTHING_ASKED = EncoderSource.behind(
            new LinearClassifier(ModelSource.load(Optional.empty()), LinearClassifier.ALONE),
            TypeScores.SERVED,
            Optional.empty(),
            1,
            Optional.empty(),
            why -> {
                throw new AssertionError(why);
            });

    private final RowClassifier rows = new RowClassifier(EVERYTHING_ASKED);
    private final RecordReader reader = new RecordReader(new SectionTagger());

    @Test
    void shouldReadWhatStandsAroundWhenSentenceAloneDoesNotTell() throws IOException {
        for (JsonNode golden : golden()) {
            // When
            JsonNode answer = rows.classify(golden);

            // Then
            assertThat(answer.path("type").asText())
                    .as(golden.toString())
                    .isEqualTo(golden.path("expected").asText());
        }
    }

    @Test
    void shouldAnswerAlikeWhenStatementComesByLineOrByRow() throws IOException {
        for (JsonNode golden : golden()) {
            // Given
            ObjectNode example = Contracts.example("StatementExtracted").deepCopy();
            var fact = (ObjectNode) example.path("value");
            String text = golden.path("text").asText();
            String cite = golden.path("cite").asText();
            fact.remove(List.of("before", "after", "secType", "language"));
            fact.put("text", text).put("groupSize", golden.path("groupSize").asInt(1));
            fact.set("headingPath", golden.path("headingPath"));
            List.of("before", "after").forEach(field -> {
                if (golden.has(field)) {
                    fact.set(field, golden.path(field));
                }
            });
            fact.putArray("markers").addArray().add(text.indexOf(cite)).add(text.indexOf(cite) + cite.length());

            // When
            var taken = (ReceivedStatement) reader.read(Contracts.taken(example));
            Decision byLine = EVERYTHING_ASKED.decide(taken.statement());
            JsonNode byRow = rows.classify(golden);

            // Then
            assertThat(byLine.encoder()).isEqualTo(Encoder.ASKED);
            assertThat(byLine.scores().supporting())
                    .isBetween(
                            byRow.path("scores").path("supporting").asDouble() - 1e-4,
                            byRow.path("scores").path("supporting").asDouble() + 1e-4);
            assertThat(byLine.mostProbable().word())
                    .isEqualTo(byRow.path("type").asText());
        }
    }

    private static List<JsonNode> golden() throws IOException {
        try (InputStream in = ContextTest.class.getResourceAsStream("context.jsonl")) {
            var json = new ObjectMapper();
            List<JsonNode> rows = new java.util.ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank()) {
                    rows.add(json.readTree(line));
                }
            }
            return rows;
        }
    }
}
