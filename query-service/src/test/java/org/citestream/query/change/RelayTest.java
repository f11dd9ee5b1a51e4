package org.citestream.query.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.citestream.kit.deadletter.Place;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.NoticeIssued;
import org.citestream.query.project.event.NoticeWithdrawn;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FactBatch;
import org.citestream.query.project.write.Facts;
import org.citestream.query.project.write.RandomLog;
import org.citestream.query.project.write.View;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.CitationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithPlatform
class RelayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CITING = "doi:10.5555/relay.citing";
    private static final String CITED = "doi:10.5555/relay.cited";

    private DataSource dataSource;
    private BatchWriter writer;
    private Relay relay;

    @BeforeEach
    void begin(Database database) throws Exception {
        dataSource = TestDatabase.withApp(database);
        Generation generation = new Generations(dataSource).ensureActive();
        writer = new BatchWriter(dataSource, generation);
        relay = new Relay(() -> generation, 7, () -> 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void shouldFoldToTalliesWhenChangesAreReadInOrder(long seed) throws Exception {
        // When
        for (LoggedFact<Fact> entry : new RandomLog(seed).entries(100)) {
            write(entry);
            if (entry.place().offset() % 5 == 0) {
                relayAll();
            }
        }
        relayAll();
        // Then
        List<Change> changes = new ChangeLog(dataSource).after(0, 1_000_000);
        Map<String, JsonNode> last = new HashMap<>();
        long sequence = 0;
        for (Change change : changes) {
            JsonNode value = JSON.readTree(change.payload());
            assertThat(change.sequence()).isEqualTo(++sequence);
            JsonNode previous = last.put(change.cited(), value.get("after"));
            if (previous != null) {
                assertThat(value.get("before")).isEqualTo(previous);
            }
        }
        Map<String, Tally> folded = new TreeMap<>();
        last.forEach((cited, after) -> {
            Tally tally = ChangeTally.of(after);
            if (!tally.equals(Tally.NONE)) {
                folded.put(cited, tally);
            }
        });
        assertThat(changes).hasSizeGreaterThan(100);
        assertThat(folded).isEqualTo(new View(dataSource).tallies());
    }

    @Test
    void shouldPublishNothingWhenSameArticleIsReadAgain(Database database) throws Exception {
        // Given
        ChangeLog log = new ChangeLog(dataSource);
        read(1, 0);
        relayAll();
        // When
        read(2, 100);
        relayAll();
        // Then
        assertThat(log.after(0, 100))
                .extracting(Change::type)
                .containsExactly(ChangeType.STATEMENT_ADDED, ChangeType.STATEMENT_ADDED);
        assertThat(new View(dataSource).lines("SELECT DISTINCT revision FROM active.statement"))
                .containsExactly("2");
        assertThat(JSON.readTree(log.after(0, 1).get(0).payload())
                        .get("after")
                        .get("citingPublications")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void shouldWaitForEarlierTransactionWhenItIsStillRunning() throws Exception {
        // Given
        ChangeLog log = new ChangeLog(dataSource);
        try (Connection earlier = dataSource.getConnection()) {
            earlier.setAutoCommit(false);
            try (var statement = earlier.createStatement()) {
                statement.execute("SELECT pg_current_xact_id()");
            }
            // When
            read(1, 0);
            Relay.RelayedBatch round = relayAll();
            // Then
            assertThat(log.after(0, 100)).isEmpty();
            assertThat(round.heldBack()).isTrue();
            earlier.commit();
        }
        assertThat(relayAll().heldBack()).isFalse();
        assertThat(log.after(0, 100)).hasSize(2);
    }

    @Test
    void shouldNotifyEveryCitingWorkWhenNoticeIsIssued(Database database) throws Exception {
        // Given
        read(1, 0);
        NoticeIssued notice = new NoticeIssued(CITED, "retraction", "2022-05-02", null, List.of(), "a registry");
        String key = "notice " + CITED + " retraction 2022-05-02";
        // When
        for (long offset : new long[] {1, 2}) {
            FactBatch batch = new FactBatch();
            batch.add(new LoggedFact<>(notice, key, new Place("publications", 1, offset), false, null));
            writer.write(batch, List.of(), List.of());
        }
        relayAll();
        // Then: once each, although the notice was read twice and its work is cited by two references
        List<Change> changes = new ChangeLog(dataSource).after(2, 100);
        assertThat(changes)
                .extracting(Change::type)
                .containsExactly(ChangeType.NOTICE_ISSUED, ChangeType.CITED_NOTICE_ISSUED);
        assertThat(changes).extracting(Change::cited).containsExactly(CITED, CITING);
        JsonNode told = JSON.readTree(changes.get(1).payload());
        assertThat(told.get("publication").asText()).isEqualTo(CITED);
        assertThat(told.get("before")).isEqualTo(told.get("after"));
    }

    @Test
    void shouldNotifyWhoWasToldAndWhoCitesNowOnceTheLastSourceTakesANoticeBack() throws Exception {
        // Given: two sources say the same; then the citing work no longer cites, and another one does
        String other = "doi:10.5555/relay.later";
        read(1, 0);
        notice(10, issued("retraction-watch"));
        notice(11, issued("crossref"));
        read(20, List.of(Facts.closed(CITING, 2, 0, 0)), CITING);
        read(
                30,
                List.of(
                        Facts.references(other, 1, List.of(Facts.reference("B1", CITED))),
                        Facts.closed(other, 1, 0, 1)),
                other);
        relayAll();
        long before = new ChangeLog(dataSource).after(0, 100).size();
        // When: the second record of each repeats the first, as after a crash
        notice(12, withdrawn("retraction-watch"));
        notice(12, withdrawn("retraction-watch"));
        notice(13, withdrawn("crossref"));
        notice(14, withdrawn("crossref"));
        relayAll();
        // Then
        List<Change> changes = new ChangeLog(dataSource).after(before, 100);
        assertThat(changes)
                .extracting(Change::type)
                .containsExactly(
                        ChangeType.NOTICE_WITHDRAWN,
                        ChangeType.CITED_NOTICE_WITHDRAWN,
                        ChangeType.CITED_NOTICE_WITHDRAWN);
        assertThat(changes).extracting(Change::cited).containsExactlyInAnyOrder(CITED, CITING, other);
        JsonNode told = JSON.readTree(changes.get(0).payload());
        assertThat(told.get("why").asText()).isEqualTo("reinstated");
        assertThat(told.get("source").asText()).isEqualTo("crossref");
        assertThat(told.get("kind").asText()).isEqualTo("retraction");
        assertThat(changes.get(0).facets()).containsEntry("notice", List.of("retraction"));
        assertThat(new View(dataSource).lines("SELECT removed, withdrawn_why FROM active.notice"))
                .containsExactly("t reinstated", "t reinstated");
        assertThat(new View(dataSource).lines("SELECT * FROM view_1.notice_told"))
                .isEmpty();
    }

    private static NoticeIssued issued(String source) {
        return new NoticeIssued(CITED, "retraction", "2022-05-02", null, List.of(), source);
    }

    private static NoticeWithdrawn withdrawn(String source) {
        return new NoticeWithdrawn(CITED, "retraction", "2022-05-02", source, "reinstated");
    }

    private void notice(long offset, Fact fact) throws Exception {
        String source = fact instanceof NoticeIssued issued ? issued.source() : ((NoticeWithdrawn) fact).source();
        FactBatch batch = new FactBatch();
        batch.add(new LoggedFact<>(
                fact,
                "notice " + CITED + " retraction 2022-05-02 " + source,
                new Place("publications", 1, offset),
                false,
                null));
        writer.write(batch, List.of(), List.of());
    }

    private void read(long revision, long offset) throws Exception {
        List<Fact> facts = List.of(
                Facts.references(CITING, revision, List.of(Facts.reference("B1", CITED), Facts.reference("B2", CITED))),
                Facts.statement(CITING, revision, "B1", CITED, CitationType.SUPPORTING),
                Facts.statement(CITING, revision, "B2", CITED, CitationType.MENTIONING),
                Facts.closed(CITING, revision, 2, 2));
        read(offset, facts, CITING);
    }

    private void read(long offset, List<Fact> facts, String citing) throws Exception {
        FactBatch batch = new FactBatch();
        long next = offset;
        for (Fact fact : facts) {
            batch.add(new LoggedFact<>(fact, citing, new Place("classified", 1, next++), false, null));
        }
        writer.write(batch, List.of(), List.of());
    }

    private void write(LoggedFact<Fact> entry) throws Exception {
        FactBatch batch = new FactBatch();
        batch.add(entry);
        writer.write(batch, List.of(), List.of());
    }

    /** Returns what the last round, which found nothing to relay, said. */
    private Relay.RelayedBatch relayAll() throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            Relay.RelayedBatch round = relay.relay(connection);
            while (!round.changes().isEmpty()) {
                round = relay.relay(connection);
            }
            return round;
        }
    }
}
