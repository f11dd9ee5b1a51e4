package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything stopped and started again: broker, database, services. */
@WithLine
@DisturbsLine
class RestartTest {

    private final Line line;

    RestartTest(Line line) {
        this.line = line;
    }

    @Test
    void shouldKeepEverythingWhenAllIsRestarted() {
        // Given
        List<Sample> samples = Samples.world("kept").all();
        Feed.whole(line, samples);
        ChangeLog.awaitStill(line);
        JsonNode report = lasting();
        long facts = line.log().size(TopicLog.STATEMENTS, TopicLog.CLASSIFIED, TopicLog.PUBLICATIONS, TopicLog.CHANGES);

        // When
        line.restart();

        // Then
        assertThat(lasting()).isEqualTo(report);
        Served.assertEqualTo(line, FoldedLog.of(line.log()));
        JsonNode again = line.ingest().post("/articles", samples.get(0).xml()).ok();
        assertThat(again.path("unchanged").asBoolean()).isTrue();
        ChangeLog.awaitStill(line);
        assertThat(line.log().size(TopicLog.STATEMENTS, TopicLog.CLASSIFIED, TopicLog.PUBLICATIONS, TopicLog.CHANGES))
                .isEqualTo(facts);
    }

    /** The whole report but its cursor, which holds the moment it was asked for. */
    private JsonNode lasting() {
        return ((ObjectNode) Served.report(line, "doi:10.5555/kept.hallam2016")).without("next");
    }
}
