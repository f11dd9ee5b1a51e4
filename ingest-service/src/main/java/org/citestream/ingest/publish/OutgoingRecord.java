package org.citestream.ingest.publish;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.citestream.ingest.fact.Fact;

/**
 * One record on its way out.
 *
 * @param about the publication whose id decides the partition and stands in the header {@code article}
 * @param type the event's name; of a take-back, the name of what is taken back
 * @param value null withdraws the previous value of the key
 */
public record OutgoingRecord(Fact.Stream stream, String key, String about, String type, long revision, Fact value) {
    public OutgoingRecord {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(type, "type");
    }

    public static OutgoingRecord of(Fact fact) {
        return new OutgoingRecord(
                fact.stream(), fact.recordKey(), fact.about(), fact.typeName(), fact.headerRevision(), fact);
    }

    public static List<OutgoingRecord> all(Collection<? extends Fact> facts) {
        return facts.stream().map(OutgoingRecord::of).toList();
    }

    /** Withdraws the last value of a key of the compacted stream. */
    public static OutgoingRecord takeBack(String key, String about, String type) {
        return new OutgoingRecord(Fact.Stream.PUBLICATIONS, key, about, type, 0, null);
    }
}
