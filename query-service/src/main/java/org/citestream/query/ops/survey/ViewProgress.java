package org.citestream.query.ops.survey;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * The progress of the view, as recorded in the database.
 *
 * @param positions offsets of the projection, written with its rows; the group's commits only mirror them
 * @param outbox number of changes without a sequence number
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
