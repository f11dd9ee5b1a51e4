package org.citestream.kit.deadletter;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.kit.kafka.HeaderText;

/**
 * Finds the original positions of records. Headers count on the redrive topic only, and there only if they name a place
 * that can be: whoever writes a record writes its headers, too. Immutable.
 *
 * @param redriveTopic where dead letters come back; empty if none do
 * @param partitions how many each topic has that a record can come from
 */
public record Origins(String redriveTopic, Map<String, Integer> partitions) {

    /** For topics to which nothing is redriven. */
    public static final Origins THEIR_OWN = new Origins("", Map.of());

    private static final int MOST_ATTEMPTS = 1_000_000;

    public Origins {
        partitions = Map.copyOf(partitions);
    }

    /** The place that its headers name, or else the one where it stands. */
    public Origin of(ConsumerRecord<byte[], byte[]> record) {
        Place own = new Place(record.topic(), record.partition(), record.offset());
        if (!record.topic().equals(redriveTopic)) {
            return new Origin(own, 0);
        }
        String topic = HeaderText.of(record, Origin.TOPIC).orElse(null);
        long partition = number(HeaderText.of(record, Origin.PARTITION));
        long offset = number(HeaderText.of(record, Origin.OFFSET));
        if (topic == null || offset < 0 || partition < 0 || partition >= partitions.getOrDefault(topic, 0)) {
            return new Origin(own, 0);
        }
        long attempt = number(HeaderText.of(record, Origin.ATTEMPT));
        return new Origin(
                new Place(topic, (int) partition, offset), (int) Math.max(1, Math.min(attempt, MOST_ATTEMPTS)));
    }

    /** Or -1, if it is none. */
    private static long number(Optional<String> text) {
        return text.filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(-1L);
    }
}
