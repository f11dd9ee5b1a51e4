package org.citestream.query.ops.survey;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What the database tells of the line.
 *
 * @param positions where the projection stands, written with its rows; what the group commits only shows it
 * @param outbox changes without a number yet
 * @param changes last sequence number given
 * @param published last sequence number that the topic of changes acknowledged
 * @param newestAt when the newest statement became visible, or null
 * @param newestRead when the article of that statement was read, or null
 */
record ViewProgress(
        Map<TopicPartition, Long> positions,
        long outbox,
        long changes,
        long published,
        String newest,
        Instant newestAt,
        Instant newestRead) {

    ViewProgress {
        positions = Map.copyOf(positions);
    }
}
