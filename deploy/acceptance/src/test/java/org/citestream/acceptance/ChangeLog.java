package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** The topic of changes, which the relay fills a moment after the views changed. */
final class ChangeLog {

    private ChangeLog() {}

    /** Waits until the relay has been silent for a second. */
    static void awaitStill(Line line) {
        long[] last = {-1};
        Awaitility.await("changes to come to rest")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    long size = line.log().size(TopicLog.CHANGES);
                    boolean still = size == last[0];
                    last[0] = size;
                    return still;
                });
    }

    /** The number of the last change, zero before the first; a record count is none, for the relay may repeat itself. */
    static long lastSequence(Line line) {
        return line.log().read(TopicLog.CHANGES).stream()
                .mapToLong(record -> sequence(Json.tree(record.value())))
                .max()
                .orElse(0);
    }

    /** Changes numbered above {@code after} to works whose id starts with {@code prefix}, each once and in order. */
    static Collection<JsonNode> about(Line line, String prefix, long after) {
        Map<Long, JsonNode> changes = new TreeMap<>();
        line.log().read(TopicLog.CHANGES).stream()
                .map(record -> Json.tree(record.value()))
                .filter(change -> sequence(change) > after)
                .filter(change -> change.path("cited").asText().startsWith(prefix))
                .forEach(change -> changes.put(sequence(change), change));
        return changes.values();
    }

    private static long sequence(JsonNode change) {
        return change.path("sequence").asLong();
    }
}
