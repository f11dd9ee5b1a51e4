package org.citestream.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits for what ingest accepted to stand in the views. */
final class Visible {

    private Visible() {}

    /** Waits until the revision of {@code answer} is complete, with as many rows as ingest said. */
    static void await(Line line, JsonNode answer) {
        String id = answer.path("publication").asText();
        int statements = answer.path("statements").asInt();
        await(line, id, answer.path("revision").asLong(), statements);
    }

    static void await(Line line, String id, long revision, int statements) {
        Awaitility.await(id + " revision " + revision + " with " + statements + " statements")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(
                        () -> state(line, id),
                        state -> state.path("revision").asLong() == revision
                                && state.path("complete").asBoolean()
                                && state.path("visible").asInt() == statements);
    }

    /** {@code {revision, expected, visible, complete}}, or an empty object while the article is unknown. */
    static JsonNode state(Line line, String id) {
        return line.query().get("/api/v1/articles/" + id).json();
    }
}
