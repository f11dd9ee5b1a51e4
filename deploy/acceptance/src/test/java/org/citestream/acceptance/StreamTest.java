package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An open page hears of new statements without asking. */
@WithLine
class StreamTest {

    private final Line line;

    StreamTest(Line line) {
        this.line = line;
    }

    @Test
    void shouldPushEveryNewStatementWhenAnArticleArrives() throws Exception {
        // Given
        Sample sample = Samples.world("pushed").get("bielski-2018");
        try (var stream = EventStream.open(line.query())) {

            // When
            line.ingest().post("/articles", sample.xml()).ok();

            // Then
            List<EventStream.Event> events = stream.await(
                    5,
                    event -> event.type().equals("StatementAdded")
                            && event.data().contains("10.5555/pushed.bielski2018"));
            JsonNode supporting = events.stream()
                    .map(event -> Json.tree(event.data()))
                    .filter(change -> change.path("cited").asText().equals("doi:10.5555/pushed.hallam2016"))
                    .findFirst()
                    .orElseThrow();
            assertThat(supporting.path("type").asText()).isEqualTo("supporting");
            assertThat(supporting.path("before").path("total").asInt()).isZero();
            assertThat(supporting.path("after").path("supporting").asInt()).isEqualTo(1);
            assertThat(events).extracting(EventStream.Event::id).doesNotHaveDuplicates();
        }
    }
}
