package org.citestream.query.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.change.ChangeTally;
import org.citestream.query.change.SteppedChanges;
import org.citestream.query.project.write.NaiveFold;
import org.citestream.query.project.write.View;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Section;

/** Compares what there is with what was acknowledged, and with nothing else. */
record Checker(SimulatedWorld world, SimulatedBroker broker, Acknowledged acknowledged) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOCKED = "55P03";
    private static final String STATEMENTS = """
            SELECT s.id, p.id, s.type, s.revision
            FROM active.statement s JOIN active.publication p ON p.key = s.cited""";
    private static final String OFFSETS = "SELECT topic, partition, next_offset FROM active.projection_offset";

    /** What readers see is what the rules make of the log up to the stored offsets, while everybody writes. */
    void atAnyMoment() throws SQLException {
        View view = world.view();
        try {
            Map<TopicPartition, Long> ends = new HashMap<>();
            broker.all().forEach(partition -> ends.put(partition, 0L));
            for (String line : view.lines(OFFSETS)) {
                String[] parts = line.split(" ", -1);
                ends.put(new TopicPartition(parts[0], Integer.parseInt(parts[1])), Long.parseLong(parts[2]));
            }
            equal(view, acknowledged.fold(ends));
        } catch (SQLException busy) {
            // A swap holds what readers see for this moment; they wait for it.
            if (!LOCKED.equals(busy.getSQLState())) {
                throw busy;
            }
        }
    }

    private static void equal(View view, NaiveFold fold) throws SQLException {
        assertThat(new TreeSet<>(view.lines(STATEMENTS))).as("statements").isEqualTo(fold.statements());
        assertThat(view.tallies()).as("tallies").isEqualTo(fold.tallies());
        assertThat(view.recounted()).as("tallies counted from rows").isEqualTo(fold.tallies());
    }

    /** Whether all that these partitions hold is in the tables. */
    boolean isProjected(List<TopicPartition> read) throws SQLException {
        return notProjected(read).isEmpty();
    }

    private Set<String> notProjected(List<TopicPartition> read) throws SQLException {
        Set<String> missing = new TreeSet<>();
        for (TopicPartition partition : read) {
            missing.add(partition.topic() + " " + partition.partition() + " "
                    + broker.records(partition).size());
        }
        world.view().lines(OFFSETS).forEach(missing::remove);
        return missing;
    }

    /** Whether every change has its number. */
    boolean isRelayed() throws SQLException {
        return waiting().equals("0");
    }

    private String waiting() throws SQLException {
        View view = world.view();
        String generation = view.lines("SELECT number FROM app.generation WHERE state = 'active'")
                .get(0);
        return view.lines("SELECT count(*) FROM view_" + generation + ".outbox").get(0);
    }

    /** Whether every number is on the topic. */
    boolean isPublished() throws SQLException {
        return unpublished().equals("0");
    }

    private String unpublished() throws SQLException {
        return world.view()
                .lines("SELECT last_sequence - published_sequence FROM app.relay")
                .get(0);
    }

    /** What has not gone all the way yet; empty if all has. */
    String standing(List<TopicPartition> read) throws SQLException {
        Set<String> missing = notProjected(read);
        if (!missing.isEmpty()) {
            return "not projected: " + missing;
        }
        return isRelayed() && isPublished() ? "" : waiting() + " in the outbox, " + unpublished() + " not published";
    }

    long lastNumber() throws SQLException {
        return new ChangeLog(world.dataSource()).last();
    }

    long publishedNumber() throws SQLException {
        return Long.parseLong(
                world.view().lines("SELECT published_sequence FROM app.relay").get(0));
    }

    /**
     * All that was acknowledged is there once, and the changes tell how it came.
     *
     * @param wentBack whether the database may have forgotten changes that the topic has
     */
    void atRest(boolean wentBack) throws Exception {
        View view = world.view();
        NaiveFold fold = acknowledged.fold();
        equal(view, fold);
        assertThat(new TreeSet<>(view.lines("SELECT topic, partition, log_offset FROM active.parked")))
                .as("records that nobody can read")
                .isEqualTo(acknowledged.unreadable());
        ChangeLog log = new ChangeLog(world.dataSource());
        List<Change> changes = log.after(0, Integer.MAX_VALUE);
        Map<String, JsonNode> last = new HashMap<>();
        long number = 0;
        for (Change change : changes) {
            assertThat(change.sequence()).as("numbers ascend").isGreaterThan(number);
            assertThat(wentBack ? log.isNext(number, change.sequence()) : change.sequence() == number + 1)
                    .as("%d behind %d", change.sequence(), number)
                    .isTrue();
            number = change.sequence();
            JsonNode value = change.value();
            JsonNode before = last.put(change.cited(), value.get("after"));
            if (before != null) {
                assertThat(value.get("before")).as("before of %s", change).isEqualTo(before);
            }
        }
        Map<String, Tally> folded = new TreeMap<>();
        last.forEach((cited, after) -> folded.put(cited, ChangeTally.of(after)));
        folded.values().removeIf(Tally.NONE::equals);
        assertThat(folded).as("tallies that the changes tell").isEqualTo(fold.tallies());
        published(changes, wentBack);
    }

    /** The topic has every change under its number, perhaps more than once, and first in order. */
    private void published(List<Change> changes, boolean wentBack) throws IOException {
        Map<Long, String> told = new TreeMap<>();
        for (TopicPartition partition : broker.partitions(SteppedChanges.TOPIC)) {
            long greatest = 0;
            for (ConsumerRecord<byte[], byte[]> record : broker.records(partition)) {
                String value = new String(record.value(), java.nio.charset.StandardCharsets.UTF_8);
                long sequence = JSON.readTree(value).get("sequence").asLong();
                String before = told.putIfAbsent(sequence, value);
                assertThat(before == null ? value : before)
                        .as("number %d is given once", sequence)
                        .isEqualTo(value);
                assertThat(before != null || sequence > greatest)
                        .as("number %d comes first behind %d", sequence, greatest)
                        .isTrue();
                greatest = Math.max(greatest, sequence);
            }
        }
        Map<Long, String> given = new TreeMap<>();
        changes.forEach(change -> given.put(change.sequence(), change.payload()));
        if (wentBack) {
            assertThat(told).as("what is published").containsAllEntriesOf(given);
        } else {
            assertThat(told).as("what is published").isEqualTo(given);
        }
    }

    /** The index holds what the tables hold. */
    void index(String name, MemoryIndex index) throws SQLException {
        View view = world.view();
        Set<String> indexed = new TreeSet<>();
        index.forEachStatement(
                said -> indexed.add(said.id() + " " + said.cited() + " " + said.type() + " " + said.section()));
        Set<String> rows = new TreeSet<>();
        for (String line : view.lines("SELECT id, cited, type, section FROM active.statement")) {
            String[] parts = line.split(" ", -1);
            rows.add(parts[0] + " " + parts[1] + " "
                    + CitationType.ofCode(Integer.parseInt(parts[2])).wireName() + " "
                    + Section.ofCode(Integer.parseInt(parts[3])).wireName());
        }
        assertThat(indexed).as("%s: statements in the index", name).isEqualTo(rows);
        Set<String> publications = new TreeSet<>();
        index.publications().forEach((id, document) -> publications.add(id + " " + document.key()));
        assertThat(publications)
                .as("%s: publications in the index", name)
                .isEqualTo(new TreeSet<>(view.lines("SELECT id, key FROM active.publication WHERE root = key")));
    }
}
