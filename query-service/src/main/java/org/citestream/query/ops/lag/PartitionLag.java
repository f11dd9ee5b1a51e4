package org.citestream.query.ops.lag;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * The lag of a group in one partition.
 *
 * @param committed the committed offset; if null, lag counts from the first record in the log
 * @param first first offset in the log
 * @param end the offset of the next record to be written
 * @param waitingSince time of the oldest waiting record; null if nothing waits or it is not known
 * @param member the member that reads it, or null
 */
public record PartitionLag(
        String topic,
        int partition,
        Long committed,
        long first,
        long end,
        Instant waitingSince,
        @JsonIgnore LagVerdict judged,
        String member)
        implements Judged {

    /** Waiting records; never negative, although the end may be older than the commit. */
    @JsonProperty
    public long lag() {
        return Math.max(0, end - position());
    }

    /** The offset at which the group continues. */
    @JsonProperty
    public long position() {
        return committed == null ? first : committed;
    }

    /** How long the oldest record has waited, in seconds; null if nothing waits or it is not known. */
    public Long seconds(Instant now) {
        return waitingSince == null
                ? null
                : Math.max(0, Duration.between(waitingSince, now).toSeconds());
    }
}
