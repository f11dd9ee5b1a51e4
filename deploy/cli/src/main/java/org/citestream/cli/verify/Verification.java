package org.citestream.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.citestream.cli.Json;
import org.citestream.cli.follow.ChangeConsumer;
import org.citestream.platform.Database;

/**
 * Compares log, view, index and changes of a running line. Log and view are compared at one moment, whatever goes on; index
 * and changes follow the view, so what differs there is looked at again until it agrees or the patience is over.
 */
public final class Verification {

    private static final Set<String> LOG = Set.of("citations.classified.v1", "redrive.citestream.projection");
    private static final long PAUSE_MILLIS = 500;
    private static final int OK = 200;

    private final Database database;
    private final String bootstrapServers;
    private final String query;
    private final Optional<String> key;
    private final Duration patience;

    /**
     * Of one line.
     *
     * @param query where query-service answers
     * @param key of scope operate, where keys are in use
     * @param patience how long index and changes may take to follow
     */
    public Verification(
            Database database, String bootstrapServers, String query, Optional<String> key, Duration patience) {
        this.database = database;
        this.bootstrapServers = bootstrapServers;
        this.query = query;
        this.key = key;
        this.patience = patience;
    }

    /**
     * What came out.
     *
     * @param statements in the view
     * @param works cited works with a tally
     * @param followed cited works of which changes are kept
     * @param differences in words, one each
     */
    public record Result(int statements, int works, int followed, List<String> differences) {

        public Result {
            differences = List.copyOf(differences);
        }
    }

    /** Compares all of it. */
    public Result run() throws SQLException, IOException, InterruptedException {
        ViewSnapshot view = ViewSnapshot.read(database);
        List<String> differences = new ArrayList<>(view.disagreements());
        compareLog(view, differences);
        int followed = compareChanges(differences);
        compareIndex(differences);
        return new Result(view.statements().size(), view.tallies().size(), followed, differences);
    }

    private void compareLog(ViewSnapshot view, List<String> differences) {
        Map<TopicPartition, Long> ends = new HashMap<>(view.offsets());
        ends.keySet().removeIf(partition -> !LOG.contains(partition.topic()));
        LogFold fold = new LogFold(view.parked());
        try (LogPass log = new LogPass(bootstrapServers)) {
            Map<TopicPartition, Long> held = log.ends(ends.keySet());
            log.beginnings(ends.keySet()).forEach((partition, first) -> {
                if (first > 0 && !partition.topic().startsWith("redrive.")) {
                    differences.add("log %s: begins at %d; what was before is gone".formatted(partition, first));
                }
            });
            held.forEach((partition, end) -> {
                if (end < ends.get(partition)) {
                    differences.add("log %s: ends at %d, but the view has read up to %d"
                            .formatted(partition, end, ends.put(partition, end)));
                }
            });
            log.read(ends, fold::take);
        }
        Map<UUID, Row> said = fold.statements();
        view.statements().forEach((id, row) -> {
            Row expected = said.remove(id);
            if (expected == null) {
                differences.add("statement %s: the view has it (%s), the log does not say so".formatted(id, row));
            } else if (!expected.equals(row)) {
                differences.add("statement %s: the log says %s; the view %s".formatted(id, expected, row));
            }
        });
        said.forEach(
                (id, row) -> differences.add("statement %s: the log says %s; the view lacks it".formatted(id, row)));
    }

    private int compareChanges(List<String> differences) throws SQLException, InterruptedException {
        Map<String, Tally> last = new TreeMap<>();
        Map<String, String> broken = new TreeMap<>();
        Instant deadline = Instant.now().plus(patience);
        List<String> found;
        do {
            read(last, broken);
            Map<String, Tally> tallies = ViewSnapshot.read(database).tallies();
            found = new ArrayList<>(broken.values());
            for (Map.Entry<String, Tally> change : last.entrySet()) {
                Tally tally = tallies.getOrDefault(change.getKey(), Tally.NONE);
                if (!tally.equals(change.getValue())) {
                    found.add("changes of %s: end with %s; its tally: %s"
                            .formatted(change.getKey(), change.getValue(), tally));
                }
            }
        } while (!found.isEmpty() && again(deadline));
        differences.addAll(found);
        return last.size();
    }

    private void read(Map<String, Tally> last, Map<String, String> broken) {
        last.clear();
        broken.clear();
        Set<Long> sequences = new TreeSet<>();
        try (ChangeConsumer changes = new ChangeConsumer(bootstrapServers, true)) {
            changes.catchUp(change -> {
                Tally before = Tally.of(change.value().path("before"));
                Tally previous =
                        last.put(change.cited(), Tally.of(change.value().path("after")));
                if (previous != null && !previous.equals(before)) {
                    broken.put(
                            change.cited(),
                            "changes of %s: number %d begins with %s; the one before ended with %s"
                                    .formatted(change.cited(), change.sequence(), before, previous));
                }
                if (!sequences.add(change.sequence())) {
                    broken.put(
                            "sequence " + change.sequence(),
                            "changes: number %d was given to more than one".formatted(change.sequence()));
                }
            });
        }
    }

    private void compareIndex(List<String> differences) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        List<String> found;
        do {
            found = indexDifferences();
        } while (!found.isEmpty() && again(deadline));
        found.forEach(difference -> differences.add("index: " + difference));
    }

    private List<String> indexDifferences() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(query + "/api/v1/ops/index/check"))
                .POST(BodyPublishers.noBody());
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        JsonNode body = Json.MAPPER.readTree(answer.body());
        List<String> found = new ArrayList<>();
        if (answer.statusCode() == OK) {
            body.path("differences").forEach(one -> found.add(one.asText()));
        } else {
            found.add("not compared: " + body.path("detail").asText("query-service answered " + answer.statusCode()));
        }
        return found;
    }

    private static boolean again(Instant deadline) throws InterruptedException {
        Thread.sleep(PAUSE_MILLIS);
        return Instant.now().isBefore(deadline);
    }
}
