package org.citestream.query.ops.lag;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long a group needs until nothing waits for it: as long as its slowest partition.
 *
 * @param topic of the slowest partition
 * @param seconds at its recent pace; null if it does not catch up
 */
public record ClearTime(String topic, int partition, Long seconds) {

    /** One partition: what waits in it, and how that changed lately. */
    public record Pace(String topic, int partition, long lag, long lagBefore, Duration between) {

        /** Seconds until nothing waits; null if its lag does not fall. */
        Long seconds() {
            long cleared = lagBefore - lag;
            return cleared <= 0 || between.isZero()
                    ? null
                    : (long) Math.ceil(lag * (between.toMillis() / 1000.0) / cleared);
        }
    }

    /** Of all partitions in which something waits; empty if nothing does. */
    public static Optional<ClearTime> of(List<Pace> partitions) {
        return partitions.stream()
                .filter(pace -> pace.lag() > 0)
                .map(pace -> new ClearTime(pace.topic(), pace.partition(), pace.seconds()))
                .max(Comparator.comparing(ClearTime::seconds, Comparator.nullsLast(Comparator.naturalOrder())));
    }
}
