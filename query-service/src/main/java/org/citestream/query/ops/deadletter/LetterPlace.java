package org.citestream.query.ops.deadletter;

/** The position of a dead letter: topic, partition and offset of the letter itself. */
public record LetterPlace(String topic, int partition, long offset) {

    public LetterPlace {
        if (topic == null || topic.isBlank() || partition < 0 || offset < 0) {
            throw new IllegalArgumentException("a letter stands at a topic, a partition and an offset");
        }
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
