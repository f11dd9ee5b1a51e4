package org.citestream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random faults of every process of one line, schedule after schedule, with a checker that goes by what was acknowledged and
 * nothing else. {@code -Dschedules.seeds=1-200} runs them, {@code -Dschedules.seeds=17} one that has failed.
 */
@EnabledIfSystemProperty(
        named = "schedules.seeds",
        matches = ".+",
        disabledReason = "only with -Dschedules.seeds=1-200")
class FaultSchedulesTest {

    private static final String[] LOGS = {TopicLog.CLASSIFIED, TopicLog.PUBLICATIONS, TopicLog.CHANGES};

    private static final FoldedLog.Tally NONE = new FoldedLog.Tally(0, 0, 0, 0, 0, 0);

    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final Map<String, List<String>> texts = new TreeMap<>();
    private int articles;
    private int withdrawals;
    private int doubles;
    private int halves;
    private int statements;

    @Test
    void shouldLoseAndDoubleNothingWhateverIsKilledOrSuspended(@TempDir Path folder) throws Exception {
        // Given
        String[] ends = System.getProperty("schedules.seeds").split("-", -1);
        long first = Long.parseLong(ends[0]);
        long last = Long.parseLong(ends[ends.length - 1]);
        List<String> failed = new ArrayList<>();
        ProcessGround ground = new ProcessGround(folder.resolve("platform"));
        try (Line line = Line.start(ground, folder)) {
            // When
            for (long seed = first; seed <= last && failed.isEmpty(); seed++) {
                long begun = System.nanoTime();
                FaultSchedule schedule = FaultSchedule.of(
                        seed, Samples.world("schedule" + seed + "x").all());
                System.out.printf("schedule %d: %s%n", seed, schedule.faults());
                try {
                    run(line, ground, schedule);
                } catch (AssertionError | RuntimeException wrong) {
                    failed.add("seed " + seed + ": " + wrong);
                }
                System.out.printf("schedule %d: %d ms%n", seed, (System.nanoTime() - begun) / 1_000_000);
            }
            if (failed.isEmpty()) {
                checkAll(line);
            }
        }
        System.out.printf(
                "schedules %d to %d: %d articles, %d doubled, %d withdrawn, %d half-written uploads, %d statements acknowledged, faults %s%n",
                first, last, articles, doubles, withdrawals, halves, statements, faults);
        // Then
        assertThat(failed).as("run it again with -Dschedules.seeds=SEED").isEmpty();
    }

    private void run(Line line, ProcessGround ground, FaultSchedule schedule) {
        Map<TopicPartition, Long> before = line.log().ends(LOGS);
        CarefulClient client = new CarefulClient(line);
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(() -> schedule.uploads().forEach(client::send));
        for (FaultSchedule.TimedFault timed : schedule.faults()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> sending.isDone() || client.done() >= timed.after());
            timed.fault().begin(line, ground);
            Awaitility.await()
                    .pollDelay(Duration.ofMillis(timed.millis()))
                    .atMost(Duration.ofMillis(timed.millis() + 5_000L))
                    .until(() -> true);
            timed.fault().end(line, ground);
            faults.merge(timed.fault(), 1, Integer::sum);
        }
        try {
            sending.join();
        } catch (CompletionException failed) {
            throw new AssertionError("the client ended: " + failed.getCause(), failed.getCause());
        }
        schedule.uploads().forEach(upload -> {
            doubles += upload.doubled() ? 1 : 0;
            withdrawals += upload.withdrawn() ? 1 : 0;
            halves += upload.halves();
        });
        check(line, client.acknowledged(), "doi:10.5555/schedule" + schedule.seed() + "x.", before);
    }

    private void check(
            Line line,
            Map<Sample, CarefulClient.Acknowledgement> acknowledged,
            String world,
            Map<TopicPartition, Long> before) {
        acknowledged.forEach((sample, said) -> {
            int expected = said.withdrawn() ? 0 : sample.statements();
            awaitState(line, said, expected);
            List<String> texts = new ArrayList<>();
            if (!said.withdrawn()) {
                sample.expected()
                        .path("statements")
                        .forEach(statement -> texts.add(statement.path("text").asText()));
            }
            texts.sort(null);
            this.texts.put(said.publication(), texts);
            articles++;
            statements += expected;
        });
        Map<String, Integer> totals = totals(acknowledged, world);
        // Withdrawals and changes are a moment behind the articles.
        Awaitility.await("log, tallies and changes agree")
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .untilAsserted(() -> agree(line, acknowledged, totals, world, before));
        Served.awaitIndexed(line);
    }

    /** What works are cited how often, from the articles alone: those that every article here names by its DOI. */
    private static Map<String, Integer> totals(Map<Sample, CarefulClient.Acknowledgement> acknowledged, String world) {
        Map<String, Integer> totals = new TreeMap<>();
        Set<String> byTitle = new HashSet<>();
        acknowledged.forEach(
                (sample, said) -> sample.expected().path("statements").forEach(statement -> {
                    String cited = statement.path("cited").asText();
                    if (!cited.startsWith(world) || !sample.xml().contains(cited.substring("doi:".length()))) {
                        byTitle.add(cited);
                    } else if (!said.withdrawn()) {
                        totals.merge(cited, 1, Integer::sum);
                    }
                }));
        totals.keySet().removeAll(byTitle);
        return totals;
    }

    private static void agree(
            Line line,
            Map<Sample, CarefulClient.Acknowledgement> acknowledged,
            Map<String, Integer> totals,
            String world,
            Map<TopicPartition, Long> before) {
        FoldedLog log = FoldedLog.of(line.log(), before);
        acknowledged.forEach((sample, said) -> assertThat(log.statementsOf(said.publication()))
                .as("statements of %s in the log", said.publication())
                .isEqualTo(said.withdrawn() ? 0 : sample.statements()));
        Map<String, FoldedLog.Tally> tallies = new TreeMap<>(log.tallies());
        tallies.keySet().removeIf(id -> !id.startsWith(world));
        Map<String, FoldedLog.Tally> served = new TreeMap<>();
        tallies.keySet().forEach(id -> served.put(id, Served.tally(line, id)));
        assertThat(served).as("tallies").isEqualTo(tallies);
        Map<String, Integer> servedTotals = new TreeMap<>();
        totals.keySet()
                .forEach(id -> servedTotals.put(id, Served.tally(line, id).total()));
        assertThat(servedTotals).as("totals from the articles alone").isEqualTo(totals);
        tallies.values().removeIf(NONE::equals);
        assertThat(folded(line, world, before)).as("what the changes fold to").isEqualTo(tallies);
    }

    private static void awaitState(Line line, CarefulClient.Acknowledgement said, int expected) {
        Awaitility.await(said + " with " + expected + " statements")
                .atMost(Duration.ofSeconds(90))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(
                        () -> Visible.state(line, said.publication()),
                        state -> said.withdrawn()
                                ? state.path("visible").asInt() == 0
                                : state.path("revision").asLong() >= said.revision()
                                        && state.path("complete").asBoolean()
                                        && state.path("visible").asInt() == expected);
    }

    /** As a consumer folds the changes that honours their numbers; each begins where the last ended. */
    private static Map<String, FoldedLog.Tally> folded(Line line, String world, Map<TopicPartition, Long> before) {
        Map<String, FoldedLog.Tally> tallies = new TreeMap<>();
        Map<String, Long> last = new HashMap<>();
        line.log().read(TopicLog.CHANGES, before).forEach(record -> {
            JsonNode change = Json.tree(record.value());
            long sequence = change.path("sequence").asLong();
            if (record.key().startsWith(world) && sequence > last.getOrDefault(record.key(), 0L)) {
                FoldedLog.Tally known = tallies.put(record.key(), FoldedLog.Tally.of(change.path("after")));
                assertThat(FoldedLog.Tally.of(change.path("before")))
                        .as("before of %s", change)
                        .isEqualTo(known == null ? NONE : known);
                last.put(record.key(), sequence);
            }
        });
        tallies.values().removeIf(NONE::equals);
        return tallies;
    }

    /** All that was acknowledged in all schedules is there word for word, and nothing else; so has the index. */
    private void checkAll(Line line) {
        Served.awaitIndexed(line);
        Map<String, List<String>> exported = new TreeMap<>();
        texts.keySet().forEach(id -> exported.put(id, new ArrayList<>()));
        line.query()
                .get("/api/v1/exports/full?format=jsonl")
                .body()
                .lines()
                .map(Json::tree)
                .filter(row -> row.path("kind").asText().equals("statement"))
                .map(row -> row.path("statement"))
                .forEach(statement -> exported.computeIfAbsent(
                                statement.path("citing").asText(), none -> new ArrayList<>())
                        .add(statement.path("text").asText()));
        exported.values().forEach(list -> list.sort(null));
        assertThat(exported).isEqualTo(texts);
        Served.assertEqualTo(line, FoldedLog.of(line.log()));
    }
}
