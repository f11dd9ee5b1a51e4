package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What is pushed to readers and to a webhook holds while query-service is killed, with two instances of it. */
@WithLine
@DisturbsLine
class PushedCrashTest {

    private static final String FOLLOWED = "doi:10.5555/pushkilla.hallam2016";

    private final Line line;

    PushedCrashTest(Line line) {
        this.line = line;
    }

    @Test
    void shouldPushEveryChangeOnceWhenOneOfTwoInstancesIsKilledAtRandomMoments() throws Exception {
        // Given: two instances and a reader that comes back
        List<Sample> samples = Stream.of("pushkilla", "pushkillb")
                .flatMap(name -> Samples.world(name).all().stream())
                .toList();
        ChangeLog.awaitStill(line);
        long start = ChangeLog.lastSequence(line);
        Random random = new Random(8);
        ServiceProcess another = line.startAnother(Service.QUERY);
        try (ResumingReader reader = ResumingReader.behind(line.query(), start);
                WebhookReceiver webhook = WebhookReceiver.following(line, FOLLOWED)) {
            // When
            Feed feed = Feed.start(line, samples);
            for (int kill = 1; kill <= 2; kill++) {
                feed.awaitAccepted(samples.size() * kill / 4 + random.nextInt(samples.size() / 4));
                line.kill(Service.QUERY);
                line.revive(Service.QUERY);
            }
            feed.awaitVisible();
            ChangeLog.awaitStill(line);
            long end = ChangeLog.lastSequence(line);
            // Then: one relay gave every number once
            Map<Long, String> numbered = new HashMap<>();
            Set<String> different = new HashSet<>();
            line.log().read(TopicLog.CHANGES).forEach(record -> {
                String known =
                        numbered.put(Json.tree(record.value()).path("sequence").asLong(), record.value());
                if (known != null && !known.equals(record.value())) {
                    different.add(known);
                }
            });
            assertThat(different).as("repeats that say something else").isEmpty();
            assertThat(numbered.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, end).boxed().toList());
            // And the reader missed and repeated nothing over the restarts
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> reader.ids().size() >= end - start);
            assertThat(reader.connections()).isGreaterThanOrEqualTo(3);
            assertThat(reader.ids())
                    .isEqualTo(LongStream.rangeClosed(start + 1, end).boxed().toList());
            assertToldOnce(webhook);
        } finally {
            another.stop();
        }
        // And the topic folds to what is served
        Map<String, FoldedLog.Tally> folded = folded();
        Map<String, FoldedLog.Tally> served = new TreeMap<>();
        Set<String> ours = folded.keySet().stream()
                .filter(id -> id.startsWith("doi:10.5555/pushkill"))
                .collect(Collectors.toSet());
        ours.forEach(id -> served.put(id, Served.tally(line, id)));
        folded.keySet().retainAll(ours);
        assertThat(served).isNotEmpty().isEqualTo(folded);
        folded.values().removeIf(new FoldedLog.Tally(0, 0, 0, 0, 0, 0)::equals);
        assertThat(FoldedLog.of(line.log()).tallies()).containsAllEntriesOf(folded);
    }

    /** Every statement and notice about the work in one delivery and no other; a delivery that came twice said the same. */
    private void assertToldOnce(WebhookReceiver webhook) {
        List<Long> changes = ChangeLog.about(line, FOLLOWED, 0).stream()
                .filter(change -> change.has("statement") || change.has("notice"))
                .map(change -> change.path("sequence").asLong())
                .toList();
        assertThat(changes).isNotEmpty();
        Awaitility.await("a call for each change")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(webhook.calls().stream()
                                .distinct()
                                .flatMap(call -> call.sequences().stream())
                                .sorted()
                                .toList())
                        .isEqualTo(changes));
    }

    /** As a consumer folds it that honours ids: what is not greater than the last of its key is a repeat. */
    private Map<String, FoldedLog.Tally> folded() {
        Map<String, FoldedLog.Tally> tallies = new TreeMap<>();
        Map<String, Long> last = new HashMap<>();
        line.log().read(TopicLog.CHANGES).forEach(record -> {
            JsonNode change = Json.tree(record.value());
            long sequence = change.path("sequence").asLong();
            if (sequence > last.getOrDefault(record.key(), 0L)) {
                FoldedLog.Tally before = tallies.put(record.key(), FoldedLog.Tally.of(change.path("after")));
                if (before != null) {
                    assertThat(FoldedLog.Tally.of(change.path("before"))).isEqualTo(before);
                }
                last.put(record.key(), sequence);
            }
        });
        return tallies;
    }
}
