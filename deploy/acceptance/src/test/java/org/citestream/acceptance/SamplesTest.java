package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gold agrees with itself; needs no line. */
class SamplesTest {

    private static final String HERO = "doi:10.5555/cs.hallam2016";

    static List<Sample> samples() {
        return Samples.asTheyAre().all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldKeepMarkersInsideTheirSentence(Sample sample) {
        for (JsonNode statement : sample.expected().path("statements")) {
            String text = statement.path("text").asText();
            assertThat(statement.path("markers"))
                    .hasSize(statement.path("mentions").asInt());
            assertThat(statement.path("marker"))
                    .isEqualTo(statement.path("markers").path(0));
            for (JsonNode marker : statement.path("markers")) {
                String marked =
                        text.substring(marker.path(0).asInt(), marker.path(1).asInt());
                assertThat(marked).matches("[0-9A-Z].*[0-9)]|[0-9]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldListEveryReferenceThatAStatementCites(Sample sample) {
        // Given
        Set<String> keys = new HashSet<>();
        // When
        sample.expected()
                .path("references")
                .forEach(reference -> keys.add(reference.path("key").asText()));
        // Then
        sample.expected().path("statements").forEach(statement -> assertThat(keys)
                .contains(statement.path("referenceKey").asText()));
    }

    @Test
    void shouldHaveTheReportOfTheShapePeopleKnow() {
        // Given
        List<JsonNode> statements = samples().stream()
                .flatMap(sample -> stream(sample.expected().path("statements")))
                .filter(statement -> statement.path("cited").asText().equals(HERO))
                .toList();

        // When
        long supporting = countType(statements, "supporting");
        long mentioning = countType(statements, "mentioning");
        long citing = samples().stream()
                .filter(sample -> stream(sample.expected().path("references"))
                        .anyMatch(reference -> reference.path("cited").asText().equals(HERO)))
                .count();

        // Then
        assertThat(supporting).isEqualTo(2);
        assertThat(mentioning).isEqualTo(19);
        assertThat(statements).hasSize(21);
        assertThat(citing).isEqualTo(19);
        assertThat(Samples.asTheyAre().get("hallam-2016").references()).isEqualTo(50);
    }

    @Test
    void shouldSumUpInTheExpectedReports() {
        // Given
        JsonNode line = Samples.asTheyAre().expectedReports().path("line");

        // When
        List<Sample> samples = samples();

        // Then
        assertThat(line.path("articles").asInt()).isEqualTo(samples.size());
        assertThat(line.path("statements").asInt())
                .isEqualTo(samples.stream().mapToInt(Sample::statements).sum());
        assertThat(line.path("references").asInt())
                .isEqualTo(samples.stream().mapToInt(Sample::references).sum());
    }

    private static long countType(List<JsonNode> statements, String type) {
        return statements.stream()
                .filter(statement -> statement.path("expectedType").asText().equals(type))
                .count();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
