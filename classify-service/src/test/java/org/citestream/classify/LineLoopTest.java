package org.citestream.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citestream.classify.decide.Classifier;
import org.citestream.classify.decide.Decision;
import org.citestream.classify.decide.ModelName;
import org.citestream.classify.decide.Statement;
import org.citestream.classify.decide.StubClassifier;
import org.citestream.classify.decide.Thresholds;
import org.citestream.classify.decide.cue.CueClassifier;
import org.citestream.platform.SharedPlatform;
import org.citestream.platform.WithPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithPlatform
class LineLoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestLine line = new TestLine(SharedPlatform.get());

    @BeforeEach
    void start() {
        line.start(new CueClassifier(0.5));
    }

    @AfterEach
    void stop() {
        line.close();
    }

    @Test
    void shouldKeepOrderKeyAndPartitionWhenArticleComes() {
        // Given
        JsonNode statement = Contracts.example("StatementExtracted");
        JsonNode references = Contracts.example("ReferencesListed");
        JsonNode closed = Contracts.example("ArticleClosed");
        // When
        line.send(Contracts.record(line.input(), 7, statement));
        line.send(Contracts.record(line.input(), 7, references));
        line.send(Contracts.record(line.input(), 7, closed));
        // Then
        List<ConsumerRecord<byte[], byte[]>> out = line.published(3);
        assertThat(out).extracting(ConsumerRecord::partition).containsOnly(7);
        assertThat(out)
                .extracting(record -> TestLine.header(record, "type"))
                .containsExactly("StatementClassified", "ReferencesListed", "ArticleClosed");
        assertThat(out.get(0).key()).isEqualTo(statement.path("key").asText().getBytes(StandardCharsets.UTF_8));
        assertThat(Contracts.violations(
                        "StatementClassified", Contracts.json(out.get(0).value())))
                .isEmpty();
        assertThat(out.get(1).value()).isEqualTo(Contracts.bytes(references.path("value")));
        assertThat(TestLine.header(out.get(1), "traceparent"))
                .isEqualTo(references.path("headers").path("traceparent").asText());
        assertThat(TestLine.header(out.get(0), "article")).isEqualTo("doi:10.5555/citestream.rat.2021");
    }

    @Test
    void shouldSetAsideOriginalBytesWhenRecordCannotBeRead() {
        // Given
        byte[] poison = "{\"id\": oops".getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(line.input(), 5, "key".getBytes(StandardCharsets.UTF_8), poison);
        record.headers().add("type", "StatementExtracted".getBytes(StandardCharsets.UTF_8));
        record.headers().add("article", "doi:10.5555/x".getBytes(StandardCharsets.UTF_8));
        // When
        line.send(record);
        line.send(Contracts.record(line.input(), 5, Contracts.example("ArticleClosed")));
        // Then
        ConsumerRecord<byte[], byte[]> letter = line.deadLetters(1).get(0);
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(letter.key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
        assertThat(letter.partition()).isEqualTo(5);
        assertThat(TestLine.header(letter, "article")).isEqualTo("doi:10.5555/x");
        assertThat(TestLine.header(letter, "dead-letter-category")).isEqualTo("undecodable");
        assertThat(TestLine.header(letter, "dead-letter-reason")).startsWith("not JSON at byte");
        assertThat(TestLine.header(letter, "dead-letter-topic")).isEqualTo(line.input());
        assertThat(TestLine.header(letter, "dead-letter-offset")).isEqualTo("0");
        assertThat(TestLine.header(letter, "dead-letter-group")).isEqualTo(line.group());
        assertThat(TestLine.header(letter, "dead-letter-attempt")).isEqualTo("1");
        assertThat(TestLine.header(line.published(1).get(0), "type")).isEqualTo("ArticleClosed");
    }

    @Test
    void shouldClassifyWhenRecordIsRedriven() {
        // Given
        var redriven = Contracts.record(line.redrive(), 2, Contracts.example("StatementExtracted"));
        redriven.headers().add("dead-letter-reason", "once odd".getBytes(StandardCharsets.UTF_8));
        redriven.headers().add("dead-letter-attempt", "1".getBytes(StandardCharsets.UTF_8));
        ObjectNode unknown = Contracts.example("StatementExtracted").deepCopy();
        ((ObjectNode) unknown.path("headers")).set("type", TextNode.valueOf("StatementDreamt"));
        var again = Contracts.record(line.redrive(), 2, unknown);
        again.headers().add("dead-letter-attempt", "1".getBytes(StandardCharsets.UTF_8));
        again.headers().add("dead-letter-topic", line.input().getBytes(StandardCharsets.UTF_8));
        again.headers().add("dead-letter-partition", "2".getBytes(StandardCharsets.UTF_8));
        again.headers().add("dead-letter-offset", "17".getBytes(StandardCharsets.UTF_8));
        // When
        line.send(redriven);
        line.send(again);
        // Then
        ConsumerRecord<byte[], byte[]> out = line.published(1).get(0);
        assertThat(TestLine.header(out, "type")).isEqualTo("StatementClassified");
        assertThat(out.headers().lastHeader("dead-letter-reason")).isNull();
        assertThat(out.partition()).isEqualTo(2);
        ConsumerRecord<byte[], byte[]> letter = line.deadLetters(1).get(0);
        assertThat(TestLine.header(letter, "dead-letter-attempt")).isEqualTo("2");
        assertThat(TestLine.header(letter, "dead-letter-topic")).isEqualTo(line.input());
        assertThat(TestLine.header(letter, "dead-letter-offset")).isEqualTo("17");
        assertThat(TestLine.header(letter, "dead-letter-category")).isEqualTo("unknown-type");
    }

    @Test
    void shouldWaitWhenPausedAndGoOnWhenResumed() {
        // Given
        line.control("LoopPaused", "someone.else");
        line.control("LoopPaused", line.group());
        await().atMost(PATIENCE).until(() -> line.loop().state() == LineLoop.LoopState.PAUSED);
        line.send(Contracts.record(line.input(), 1, Contracts.example("ArticleClosed")));
        line.settle();
        assertThat(line.publishedNow()).isEmpty();
        // When
        line.control("LoopResumed", line.group());
        // Then
        assertThat(line.published(1)).hasSize(1);
    }

    @Test
    void shouldReadAgainWhatWasWrittenSinceWhenToldToGoBack() {
        // Given
        JsonNode closed = Contracts.example("ArticleClosed");
        line.send(Contracts.record(line.input(), 1, closed));
        Instant between = TestLine.writtenAt(line.published(1).get(0)).plusMillis(1);
        await().until(() -> Instant.now().isAfter(between));
        line.send(Contracts.record(line.input(), 1, closed));
        line.send(Contracts.record(line.input(), 2, closed));
        line.published(3);
        // When
        line.rewind(between);
        // Then
        assertThat(line.published(5)).extracting(ConsumerRecord::partition).containsExactlyInAnyOrder(1, 1, 1, 2, 2);
        line.restart(new CueClassifier(0.5));
        line.settle();
        assertThat(line.publishedNow()).as("told once").hasSize(5);
    }

    @Test
    void shouldGoOnWhereItStoodWhenRestarted() {
        // Given
        for (int i = 0; i < 50; i++) {
            line.send(statement(i));
        }
        line.published(50);
        // When
        line.restart(new CueClassifier(0.5));
        for (int i = 50; i < 100; i++) {
            line.send(statement(i));
        }
        // Then
        assertThat(line.published(100))
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(keys(100));
        await().atMost(PATIENCE).until(() -> line.loop().catchUp().isDone());
    }

    @Test
    void shouldSendOnAsUnclassifiedWhenClassifierFails() {
        // Given
        line.restart(new StubClassifier(statement -> {
            throw new IllegalStateException("a bug");
        }));
        // When
        line.send(Contracts.record(line.input(), 0, Contracts.example("StatementExtracted")));
        line.send(Contracts.record(line.input(), 0, Contracts.example("ArticleClosed")));
        // Then
        JsonNode value = Contracts.json(line.published(2).get(0).value());
        assertThat(Contracts.violations("StatementClassified", value)).isEmpty();
        assertThat(value.path("type").asText()).isEqualTo("unclassified");
        assertThat(value.path("failure").asText()).isEqualTo("the classifier failed: IllegalStateException");
        assertThat(value.path("text"))
                .isEqualTo(Contracts.example("StatementExtracted").path("value").path("text"));
    }

    @Test
    void shouldFillBatchesWhenRecordsPileUp() {
        // Given
        line.control("LoopPaused", line.group());
        await().atMost(PATIENCE).until(() -> line.loop().state() == LineLoop.LoopState.PAUSED);
        line.send(IntStream.range(0, 2000).mapToObj(this::statement).toList());
        // When
        line.control("LoopResumed", line.group());
        // Then
        assertThat(line.published(2000))
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .containsExactlyElementsOf(keys(2000));
        assertThat(line.meanBatch()).isGreaterThan(50);
    }

    private ProducerRecord<byte[], byte[]> statement(int number) {
        ObjectNode example = Contracts.example("StatementExtracted").deepCopy();
        example.put("key", key(number));
        ((ObjectNode) example.path("value")).put("id", key(number));
        return Contracts.record(line.input(), 4, example);
    }

    @Test
    void shouldAskNoEncoderAboutWhatStandsFarBehindInItsArticle() {
        // Given: whoever is asked to decide alone fails, which shows
        line.restart(new Together(new CueClassifier(0.5)));
        JsonNode statement = Contracts.example("StatementExtracted");
        // When
        for (int ordinal : new int[] {2999, 3000}) {
            JsonNode placed = statement.deepCopy();
            ((ObjectNode) placed.path("value")).put("ordinal", ordinal);
            line.send(Contracts.record(line.input(), 7, placed));
        }
        // Then
        assertThat(line.published(2))
                .extracting(record -> Contracts.json(record.value()).has("failure"))
                .containsExactly(false, true);
    }

    private static List<String> keys(int count) {
        var keys = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            keys.add(key(i));
        }
        return keys.stream().collect(Collectors.toList());
    }

    private static String key(int number) {
        return String.format("00000000-0000-0000-0000-%012x", number);
    }

    /** Decides as another does, but never alone. */
    private record Together(Classifier other) implements Classifier {

        @Override
        public ModelName model() {
            return other.model();
        }

        @Override
        public Thresholds thresholds() {
            return other.thresholds();
        }

        @Override
        public Decision decide(Statement statement) {
            return other.decide(statement);
        }

        @Override
        public Decision decideAlone(Statement statement) {
            throw new IllegalStateException("alone");
        }
    }
}
