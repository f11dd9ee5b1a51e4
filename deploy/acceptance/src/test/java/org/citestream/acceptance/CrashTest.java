package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL in the middle of a feed: nothing is lost, nothing counted twice. */
@WithLine
@DisturbsLine
class CrashTest {

    private final Line line;

    CrashTest(Line line) {
        this.line = line;
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void shouldLoseAndDoubleNothingWhenKilledInTheMiddleOfAFeed(Service service) {
        // Given
        String world = "kill" + service.name().toLowerCase(Locale.ROOT);
        List<Sample> samples = Stream.of(world + "a", world + "b")
                .flatMap(name -> Samples.world(name).all().stream())
                .toList();
        Feed feed = Feed.start(line, samples);

        // When: killed twice, so that the second life dies too
        for (int accepted : new int[] {samples.size() / 4, samples.size() / 2}) {
            feed.awaitAccepted(accepted);
            line.kill(service);
            line.revive(service);
        }
        feed.awaitVisible();

        // Then
        FoldedLog log = FoldedLog.of(line.log());
        feed.answers().forEach((sample, answer) -> {
            String id = answer.path("publication").asText();
            JsonNode state = Visible.state(line, id);
            assertThat(state.path("visible").asInt()).as(id).isEqualTo(sample.statements());
            assertThat(log.statementsOf(id)).as(id).isEqualTo(sample.statements());
        });
        Served.assertEqualTo(line, log);
        Served.awaitIndexed(line);
        assertThat(Served.tally(line, "doi:10.5555/" + world + "a.hallam2016"))
                .isEqualTo(new FoldedLog.Tally(2, 19, 0, 0, 0, 19));
    }
}
