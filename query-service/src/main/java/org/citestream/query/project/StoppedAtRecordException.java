package org.citestream.query.project;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citestream.kit.deadletter.Place;

/** The projection stops at a record that it cannot write; as far as we know the bug is ours, not the record's. */
final class StoppedAtRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    StoppedAtRecordException(ConsumerRecord<byte[], byte[]> record, Exception cause) {
        this(new Place(record.topic(), record.partition(), record.offset()), cause);
    }

    private StoppedAtRecordException(Place place, Exception cause) {
        super(
                "%s cannot be written: %s"
                        .formatted(
                                SkippedRecord.target(place),
                                cause.getMessage() == null ? cause.toString() : cause.getMessage()),
                cause);
        this.place = place;
    }

    Place place() {
        return place;
    }
}
