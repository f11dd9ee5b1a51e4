package org.citestream.query.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.query.project.event.GoldenExample;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The writer's side of the contract: the golden change records, made from deltas. */
class ChangeWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChangeWriter writer = new ChangeWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {"StatementAdded", "StatementChanged", "StatementRemoved", "ReferenceAdded", "ReferenceRemoved"})
    void shouldWriteTheGoldenRecordOfADelta(String name) throws Exception {
        // Given
        GoldenExample golden = GoldenExample.of(name);
        Delta delta = delta(name, golden.value());
        // When
        Change change = writer.write(
                delta,
                golden.value().get("sequence").asLong(),
                ChangeTally.of(golden.value().get("before")),
                ChangeTally.of(golden.value().get("after")));
        // Then
        assertThat(JSON.readTree(change.payload())).isEqualTo(golden.value());
        assertThat(validate(name, change.payload())).isEmpty();
        var record = ChangePublisher.record(change, "https://citations.example.org/api/v1/stream");
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(golden.key());
        List<String> headers = new ArrayList<>();
        record.headers()
                .forEach(
                        header -> headers.add(header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8)));
        List<String> expected = new ArrayList<>();
        golden.contents()
                .get("headers")
                .properties()
                .forEach(header ->
                        expected.add(header.getKey() + "=" + header.getValue().asText()));
        assertThat(headers).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NoticeIssued, doi:10.5555/citestream.fear.2015",
        "CitedNoticeIssued, doi:10.5555/citestream.rat.2021",
        "NoticeWithdrawn, doi:10.5555/citestream.fear.2015",
        "CitedNoticeWithdrawn, doi:10.5555/citestream.rat.2021"
    })
    void shouldSatisfyContractWhenNoticeIsPassedOn(String name, String cited) throws Exception {
        // Given
        ObjectNode notice = (ObjectNode) GoldenExample.of("NoticeIssued").value();
        Delta delta = new Delta(
                1,
                ChangeType.NAMES.of(name),
                Cause.NOTICE,
                cited,
                null,
                null,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                Map.of(),
                null,
                null,
                notice,
                null,
                Instant.parse("2026-11-22T10:00:02Z"),
                null,
                null,
                null,
                List.of());
        // When
        Change change = writer.write(delta, 9, Tally.NONE, Tally.NONE);
        // Then
        JsonNode value = JSON.readTree(change.payload());
        assertThat(value.get("kind").asText()).isEqualTo("retraction");
        assertThat(value.get("sequence").asLong()).isEqualTo(9);
        assertThat(value.get("after").get("total").asInt()).isZero();
        assertThat(value.get("publication").asText()).isEqualTo("doi:10.5555/citestream.fear.2015");
        assertThat(value.get("cited").asText()).isEqualTo(cited);
        assertThat(change.facets()).containsEntry("notice", List.of("retraction"));
        assertThat(validate(name, change.payload())).isEmpty();
        assertThat(validate(name, GoldenExample.of(name).value().toString())).isEmpty();
    }

    private static Delta delta(String record, JsonNode value) {
        JsonNode before = value.get("before");
        JsonNode after = value.get("after");
        return new Delta(
                1,
                ChangeType.NAMES.of(record),
                Cause.NAMES.of(value.get("cause").asText()),
                value.get("cited").asText(),
                value.get("citing").asText(),
                value.has("statement") ? UUID.fromString(value.get("statement").asText()) : null,
                difference(before, after, "supporting"),
                difference(before, after, "mentioning"),
                difference(before, after, "contrasting"),
                difference(before, after, "unclassified"),
                difference(before, after, "notASentence"),
                difference(before, after, "citingPublications"),
                value.has("type") ? CitationType.ofWireName(value.get("type").asText()) : null,
                value.has("typeBefore")
                        ? CitationType.ofWireName(value.get("typeBefore").asText())
                        : null,
                labels(value),
                value.has("confidence") ? (Float) value.get("confidence").floatValue() : null,
                value.has("text") ? value.get("text").asText() : null,
                null,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                Instant.parse(value.get("at").asText()),
                value.has("journal") ? value.get("journal").asText() : null,
                value.has("year") ? value.get("year").asInt() : null,
                null,
                List.of());
    }

    private static Map<Facet, String> labels(JsonNode value) {
        Map<Facet, String> labels = new EnumMap<>(Facet.class);
        for (Facet facet : List.of(Facet.SECTION, Facet.POSITION)) {
            if (value.has(facet.parameter())) {
                labels.put(facet, value.get(facet.parameter()).asText());
            }
        }
        return labels;
    }

    private static int difference(JsonNode before, JsonNode after, String field) {
        return after.get(field).asInt() - before.get(field).asInt();
    }

    private static java.util.Set<?> validate(String name, String json) throws Exception {
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaMappers(mappers ->
                        mappers.mapPrefix("https://citestream.org/contracts/v1/", "classpath:contracts/schemas/")));
        return factory.getSchema(SchemaLocation.of("https://citestream.org/contracts/v1/" + name + ".schema.json"))
                .validate(JSON.readTree(json));
    }
}
