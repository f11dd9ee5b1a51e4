package org.citestream.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.Encoder;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.cue.CueClassifier;
import org.citestream.classify.intake.ReceivedRecord;
import org.citestream.classify.intake.ReceivedRecord.ReceivedFact;
import org.citestream.classify.intake.ReceivedRecord.ReceivedStatement;
import org.citestream.classify.intake.ReceivedRecord.Unreadable;
import org.citestream.classify.intake.RecordReader;
import org.citestream.classify.publish.ClassifiedWriter;
import org.citestream.classify.section.SectionTagger;
import org.citestream.kit.deadletter.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    private final RecordReader reader = new RecordReader(new SectionTagger());
    private final Classifier cues = new CueClassifier(0.5);

    private byte[] classified(ReceivedStatement taken) {
        return ClassifiedWriter.write(
                taken.fact(),
                cues.decide(taken.statement()),
                taken.statement().section(),
                cues,
                Instant.parse("2026-11-22T10:00:01Z"));
    }

    @Test
    void shouldWriteWhatTheSchemaSaysWhenGoldenStatementIsRead() {
        // Given
        var taken = (ReceivedStatement) reader.read(Contracts.taken(Contracts.example("StatementExtracted")));
        // When
        byte[] value = classified(taken);
        // Then
        JsonNode written = Contracts.json(value);
        JsonNode golden = Contracts.example("StatementClassified").path("value");
        assertThat(Contracts.violations("StatementClassified", written)).isEmpty();
        assertThat(written.path("type")).isEqualTo(golden.path("type"));
        assertThat(written.path("section")).isEqualTo(golden.path("section"));
        assertThat(written.path("intent")).isEqualTo(golden.path("intent"));
        var fields = new ArrayList<String>();
        golden.fieldNames().forEachRemaining(fields::add);
        var writtenFields = new ArrayList<String>();
        written.fieldNames().forEachRemaining(writtenFields::add);
        assertThat(writtenFields).containsExactlyElementsOf(fields);
    }

    @Test
    void shouldSayThatATextWithoutWordsIsNotASentence() {
        // Given
        JsonNode golden = Contracts.example("StatementClassified.not-a-sentence");
        ObjectNode extracted = Contracts.example("StatementExtracted").deepCopy();
        var fact = (ObjectNode) extracted.path("value");
        for (String field : List.of("id", "text", "markers", "position", "headingPath", "ordinal")) {
            fact.set(field, golden.path("value").path(field));
        }
        fact.remove(List.of("before", "after"));
        var taken = (ReceivedStatement) reader.read(Contracts.taken(extracted));
        // When
        byte[] value = classified(taken);
        // Then
        var written = (ObjectNode) Contracts.json(value);
        assertThat(Contracts.violations("StatementClassified", written)).isEmpty();
        written.set("model", golden.path("value").path("model"));
        assertThat(written)
                .isEqualTo(Contracts.json(golden.path("value").toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void shouldWriteWhatTheSchemaSaysWhenThereIsNoDecision() {
        // Given
        var taken = (ReceivedStatement) reader.read(Contracts.taken(Contracts.example("StatementExtracted")));
        // When
        byte[] value = ClassifiedWriter.write(
                taken.fact(),
                Decision.failed("odd", Thresholds.all(0.5), Encoder.OFF),
                Optional.empty(),
                cues,
                Instant.EPOCH);
        // Then
        JsonNode written = Contracts.json(value);
        assertThat(Contracts.violations("StatementClassified", written)).isEmpty();
        assertThat(written.path("type").asText()).isEqualTo("unclassified");
        assertThat(written.path("failure").asText()).isEqualTo("odd");
        assertThat(written.has("section")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReferencesListed", "ArticleClosed", "ArticleWithdrawn"})
    void shouldTakeFactWhenGoldenExampleIsRead(String event) {
        // When
        ReceivedRecord taken = reader.read(Contracts.taken(Contracts.example(event)));
        // Then
        assertThat(taken).isInstanceOf(ReceivedFact.class);
    }

    @Test
    void shouldRefuseWhateverTheSchemaRefusesWhenOneFieldIsTakenAwayOrOfAnotherKind() {
        // Given
        JsonNode example = Contracts.example("StatementExtracted");
        var wrong = new ArrayList<JsonNode>();
        example.path("value").fieldNames().forEachRemaining(field -> {
            ObjectNode without = example.deepCopy();
            ((ObjectNode) without.path("value")).remove(field);
            wrong.add(without);
            ObjectNode odd = example.deepCopy();
            ((ObjectNode) odd.path("value")).putObject(field);
            wrong.add(odd);
            ObjectNode none = example.deepCopy();
            ((ObjectNode) none.path("value")).putNull(field);
            wrong.add(none);
        });
        for (JsonNode event : wrong) {
            // When
            ReceivedRecord taken = reader.read(Contracts.taken(event));
            // Then
            boolean broken = !Contracts.violations("StatementExtracted", event.path("value"))
                    .isEmpty();
            // Flags that do not touch the decision are passed on as they are; their readers see to them.
            if (event.path("value").path("truncated").isBoolean()
                    || event.path("value").path("truncated").isMissingNode()) {
                assertThat(taken instanceof Unreadable).as(event.toString()).isEqualTo(broken);
            }
        }
        assertThat(wrong).hasSizeGreaterThan(50);
    }

    @Test
    void shouldKeepUnknownFieldsAndNumbersAsTheyCameWhenStatementIsClassified() {
        // Given
        ObjectNode example = Contracts.example("StatementExtracted").deepCopy();
        var fact = (ObjectNode) example.path("value");
        fact.putObject("later").put("a", 1).putNull("b");
        var record = Contracts.taken(example);
        String text = new String(record.value(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\"a\":1", "\"a\":1.10,\"n\":12345678901234567890123");
        var changed = new org.apache.kafka.clients.consumer.ConsumerRecord<>(
                "citations.statements.v1", 0, 0, record.key(), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        record.headers().forEach(changed.headers()::add);
        // When
        var taken = (ReceivedStatement) reader.read(changed);
        byte[] value = ClassifiedWriter.write(
                taken.fact(), cues.decide(taken.statement()), Optional.empty(), cues, Instant.EPOCH);
        // Then
        assertThat(new String(value, java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"later\":{\"a\":1.10,\"n\":12345678901234567890123,\"b\":null}");
    }

    @Test
    void shouldSayWhyWhenRecordCannotBeRead() {
        // Given
        ObjectNode unknown = Contracts.example("StatementExtracted").deepCopy();
        ((ObjectNode) unknown.path("headers")).set("type", TextNode.valueOf("StatementDreamt"));
        ObjectNode untyped = Contracts.example("StatementExtracted").deepCopy();
        ((ObjectNode) untyped.path("headers")).remove("type");
        // When
        var parked = (Unreadable) reader.read(Contracts.taken(unknown));
        var broken = (Unreadable) reader.read(Contracts.taken(untyped));
        // Then
        assertThat(parked.category()).isEqualTo(Category.UNKNOWN_TYPE);
        assertThat(parked.cause()).hasMessage("unknown event type StatementDreamt");
        assertThat(broken.category()).isEqualTo(Category.CONTRACT);
        assertThat(broken.cause()).hasMessage("header type is missing");
    }
}
