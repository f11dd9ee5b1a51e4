package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** What query-service serves. */
final class Served {

    private Served() {}

    static JsonNode report(Line line, String id) {
        return line.query().get("/api/v1/reports/" + id).ok();
    }

    static FoldedLog.Tally tally(Line line, String id) {
        Api.Answer answer = line.query().get("/api/v1/reports/" + id);
        return FoldedLog.Tally.of(
                answer.status() == 404 ? answer.json() : answer.ok().path("tally"));
    }

    static void awaitTally(Line line, String id, FoldedLog.Tally tally) {
        Awaitility.await("tally of " + id)
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(tally(line, id)).isEqualTo(tally));
    }

    /** Waits until the search index has every statement as the tables have it, and nothing else. */
    static void awaitIndexed(Line line) {
        Awaitility.await("index and tables agree")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    JsonNode check =
                            line.query().postJson("/api/v1/ops/index/check", "").ok();
                    assertThat(check.path("differences")).isEmpty();
                    assertThat(check.path("statements").asLong()).isPositive();
                });
    }

    /** Every work that any reference list names has the tally that follows from the topics alone. */
    static void assertEqualTo(Line line, FoldedLog log) {
        Map<String, FoldedLog.Tally> expected = log.tallies();
        Map<String, FoldedLog.Tally> served = new TreeMap<>();
        expected.keySet().forEach(id -> served.put(id, tally(line, id)));
        assertThat(served).isEqualTo(expected);
    }
}
