package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** The topic of changes, which the relay fills a moment after the views changed. */
final class ChangeLog {

    private ChangeLog() {}

    /** Waits until the relay has been silent for a second. */
    static void awaitStill(Line line) {
        long[] last = {-1};
        Awaitility.await("changes to come to rest")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    long size = line.log().size(TopicLog.CHANGES);
                    boolean still = size == last[0];
                    last[0] = size;
                    return still;
                });
    }

    /** Changes to works whose id starts with {@code prefix}, behind the first {@code after} changes of all. */
    static List<JsonNode> about(Line line, String prefix, long after) {
        return line.log().read(TopicLog.CHANGES).stream()
                .map(record -> Json.tree(record.value()))
                .filter(change -> change.path("sequence").asLong() > after)
                .filter(change -> change.path("cited").asText().startsWith(prefix))
                .toList();
    }
}
