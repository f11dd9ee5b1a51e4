package org.citestream.query.ops.lag;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a group is behind in one partition.
 *
 * @param committed what the group committed, or null: it then counts from the first record that the log has
 * @param first first offset that the log has
 * @param end the offset that the next record gets
 * @param waitingSince time of the oldest record that waits, or null: nothing waits, or it is not known
 * @param member who reads it, or null
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

    /** Records that wait; never negative, though the end may be older than the commit. */
    @JsonProperty
    public long lag() {
        return Math.max(0, end - position());
    }

    /** Where the group goes on. */
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
