package org.citestream.kit.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.citestream.kit.kafka.HeaderText;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final Origins ORIGINS = new Origins("redrive.group", Map.of("input", 12));
    private final Exception why = new IllegalStateException("no JSON", new IOException("at byte 3"));

    @Test
    void shouldTellPlaceAndReasonWhenARecordIsSetAside() {
        // Given
        var record = record("input", 4, 17);
        HeaderText.set(record.headers(), "article", "doi:10.1/1");

        // When
        var letter = DeadLetter.of(record, ORIGINS.of(record), Category.UNDECODABLE, why)
                .toRecord("group", "dlq.group.input", Instant.EPOCH);

        // Then
        assertThat(letter.topic()).isEqualTo("dlq.group.input");
        assertThat(letter.partition()).isEqualTo(4);
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(HeaderText.of(letter.headers(), "article")).contains("doi:10.1/1");
        assertThat(told(letter, "topic")).isEqualTo("input");
        assertThat(told(letter, "offset")).isEqualTo("17");
        assertThat(told(letter, "attempt")).isEqualTo("1");
        assertThat(told(letter, "group")).isEqualTo("group");
        assertThat(told(letter, "category")).isEqualTo("undecodable");
        assertThat(told(letter, "reason")).isEqualTo("no JSON");
        assertThat(told(letter, "cause-class-name")).isEqualTo("java.io.IOException");
        assertThat(told(letter, "at")).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void shouldKeepTheFirstPlaceAndCountWhenARedriveFailsAgain() {
        // Given
        var first = record("input", 4, 17);
        var letter = DeadLetter.of(first, ORIGINS.of(first), Category.UNDECODABLE, why)
                .toRecord("group", "dlq", Instant.EPOCH);
        var redriven = record("redrive.group", 4, 0);
        letter.headers().forEach(redriven.headers()::add);

        // When
        var again = DeadLetter.of(redriven, ORIGINS.of(redriven), Category.CONTRACT, why)
                .toRecord("group", "dlq", Instant.EPOCH);

        // Then
        assertThat(told(again, "topic")).isEqualTo("input");
        assertThat(told(again, "offset")).isEqualTo("17");
        assertThat(told(again, "attempt")).isEqualTo("2");
        assertThat(again.headers().headers("dead-letter-category")).hasSize(1);
    }

    @Test
    void shouldBelieveNoPlaceWhenTheRecordDoesNotComeFromTheRedriveTopic() {
        // Given
        var record = record("input", 1, 5);
        HeaderText.set(record.headers(), Origin.TOPIC, "elsewhere");
        HeaderText.set(record.headers(), Origin.OFFSET, "0");

        // When, Then
        assertThat(ORIGINS.of(record)).isEqualTo(new Origin(new Place("input", 1, 5), 0));
    }

    @Test
    void shouldLeaveOnlyItsOwnHeadersWhenARecordGoesOn() {
        // Given
        var record = record("redrive.group", 0, 0);
        HeaderText.set(record.headers(), "type", "ArticleClosed");
        HeaderText.set(record.headers(), Origin.ATTEMPT, "3");

        // When, Then
        assertThat(DeadLetter.withoutReason(record.headers()).toArray())
                .extracting(header -> header.key())
                .containsExactly("type");
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, int partition, long offset) {
        return new ConsumerRecord<>(topic, partition, offset, bytes("key"), bytes("{broken"));
    }

    private static String told(ProducerRecord<byte[], byte[]> letter, String name) {
        return HeaderText.of(letter.headers(), DeadLetter.PREFIX + name).orElse(null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
