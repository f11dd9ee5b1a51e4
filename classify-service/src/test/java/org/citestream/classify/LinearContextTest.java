package org.citestream.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citestream.classify.api.RowClassifier;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.linear.LinearClassifier;
import org.citestream.classify.decide.linear.ModelSource;
import org.citestream.classify.intake.ReceivedRecord.ReceivedStatement;
import org.citestream.classify.intake.RecordReader;
import org.citestream.classify.section.SectionTagger;
import org.junit.jupiter.api.Test;

/** The linear model alone reads what stands around the sentence, and reads it alike however it comes. */
class LinearContextTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SENTENCE = "This is in line with the report of Miller et al. [4].";
    private static final String OWN = "In our trial, we found that mortality fell by a third in the treated group.";
    private static final String OTHERS = "Smith et al. [3] observed that mortality fell by a third in a large cohort.";

    private final Classifier linear = new LinearClassifier(ModelSource.load(Optional.empty()), LinearClassifier.ALONE);
    private final RowClassifier rows = new RowClassifier(linear);
    private final RecordReader reader = new RecordReader(new SectionTagger());

    @Test
    void shouldLeanTowardSupportWhenOwnEvidenceStandsOneSentenceEarlier() {
        // When
        double own = supporting(row().put("before", OWN));
        double others = supporting(row().put("before", OTHERS));

        // Then
        assertThat(own).isGreaterThan(others);
    }

    @Test
    void shouldAnswerAlikeWhateverWasReadBefore() {
        // Given: the same neighbours again, then one of them on the other side
        double fresh = supporting(row().put("before", OWN));
        // When
        double again = supporting(row().put("before", OWN));
        supporting(row().put("after", OWN));
        supporting(row().put("before", OTHERS).put("after", OTHERS));
        double later = supporting(row().put("before", OWN));
        // Then
        assertThat(again).isEqualTo(fresh);
        assertThat(later).isEqualTo(fresh);
    }

    @Test
    void shouldTakeNoWordOfANeighbourForOneOfTheSentence() {
        // When
        double before = supporting(row().put("before", OWN));
        double after = supporting(row().put("after", OWN));
        double within = supporting(
                JSON.createObjectNode().put("text", OWN + " " + SENTENCE).put("cite", "[4]"));

        // Then
        assertThat(Set.of(before, after, within)).hasSize(3);
    }

    @Test
    void shouldAnswerAlikeWhenStatementComesByLineOrByRow() {
        // Given
        ObjectNode example = Contracts.example("StatementExtracted").deepCopy();
        var fact = (ObjectNode) example.path("value");
        fact.put("text", SENTENCE).put("before", OWN).put("after", OTHERS).put("groupSize", 2);
        fact.putArray("markers").addArray().add(49).add(52);
        fact.putArray("headingPath").add("Results and discussion").add("Survival");
        ObjectNode row = JSON.createObjectNode();
        for (String field :
                List.of("text", "before", "after", "groupSize", "headingPath", "secType", "position", "language")) {
            row.set(field, fact.path(field));
        }
        row.set("cite", fact.path("markers").path(0));

        // When
        Decision byLine = linear.decide(((ReceivedStatement) reader.read(Contracts.taken(example))).statement());
        JsonNode byRow = rows.classify(row);
        ObjectNode asLabelled = row.deepCopy();
        asLabelled.set("path", asLabelled.remove("headingPath"));

        // Then
        assertThat(byRow.path("confidence").asDouble()).isEqualTo(Math.rint(byLine.confidence() * 10_000) / 10_000);
        assertThat(byRow.path("type").asText()).isEqualTo(byLine.mostProbable().word());
        assertThat(rows.classify(asLabelled).path("scores")).isEqualTo(byRow.path("scores"));
    }

    @Test
    void shouldShowWordsOfNeighboursWhereTheyStandWhenTheyMovedIt() {
        // When
        ObjectNode row =
                row().put("text", "See also [4].").put("before", "x".repeat(500) + " We found no such effect.");
        JsonNode answer = rows.classify(row);

        // Then
        var places = new TreeSet<String>();
        for (JsonNode evidence : answer.path("evidence")) {
            String in = evidence.path("in").asText("");
            places.add(in);
            if (in.equals("before")) {
                String words = row.path("before")
                        .asText()
                        .substring(
                                evidence.path("span").path(0).asInt(),
                                evidence.path("span").path(1).asInt());
                assertThat(words.toLowerCase(Locale.ROOT))
                        .isEqualTo(evidence.path("feature").asText());
            }
        }
        assertThat(places).contains("text", "before");
    }

    private static ObjectNode row() {
        return JSON.createObjectNode().put("text", SENTENCE).put("cite", "[4]").put("heading", "Discussion");
    }

    private double supporting(JsonNode row) {
        return rows.classify(row).path("scores").path("supporting").asDouble();
    }
}
