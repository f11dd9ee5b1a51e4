package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGKILL in the middle of a feed: nothing is lost, nothing counted twice; {@link PushedCrashTest} kills again and again. */
@WithLine
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
        List<Sample> samples = Samples.world(world).all();
        Feed feed = Feed.start(line, samples);

        // When
        feed.awaitAccepted(samples.size() / 3);
        line.kill(service);
        line.revive(service);
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
        assertThat(Served.tally(line, "doi:10.5555/" + world + ".hallam2016"))
                .isEqualTo(new FoldedLog.Tally(2, 19, 0, 0, 19));
    }
}
