package org.citestream.query.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.citestream.kit.deadletter.Place;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FactBatch;
import org.citestream.query.project.write.Facts;
import org.citestream.query.project.write.RandomLog;
import org.citestream.query.search.IndexFollower;
import org.citestream.query.search.IndexedStatement;
import org.citestream.query.search.LuceneIndex;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.search.StatementHits;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Section;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that followed a log, with crashes on the way, holds what the tables hold, as does one that is filled at the end. */
@WithPlatform
class IndexFollowsChangesTest {
    private static final List<String> QUESTIONS = List.of(
            "", "the", "type:contrasting", "section:results", "doi:10.5555*", "doi:10.5555/d", "NOT type:mentioning");

    private DataSource dataSource;
    private Relay relay;
    private BatchWriter writer;

    @ParameterizedTest
    @ValueSource(longs = {61, 62})
    void shouldHoldWhatTheTablesHold(long seed, Database database, @TempDir Path folder) throws Exception {
        // Given
        dataSource = TestDatabase.withApp(database);
        Generation generation = new Generations(dataSource).ensureActive();
        writer = new BatchWriter(dataSource, generation);
        relay = new Relay(() -> generation, 50, () -> 0);
        LuceneIndex index = new LuceneIndex(folder.resolve("followed"), 2);
        IndexFollower follower = new IndexFollower(dataSource, index, 3);

        // When
        int steps = 0;
        for (LoggedFact<Fact> entry : new RandomLog(seed).entries(150)) {
            write(entry);
            steps++;
            if (steps % 4 == 0) {
                relayAll();
                follower.step();
            }
            if (steps % 30 == 0) {
                index.commit(follower.reached());
            }
            if (steps % 70 == 0) {
                // What was not committed is lost.
                index.close();
                index = new LuceneIndex(folder.resolve("followed"), 2);
                follower = new IndexFollower(dataSource, index, 3);
            }
        }
        catchUp(follower);
        write(new LoggedFact<>(
                Facts.alias("pmcid:PMC7", "doi:10.5555/d"),
                "alias pmcid:PMC7",
                new Place("publications", 0, 1_000_000),
                false,
                null));
        catchUp(follower);
        index.refresh();

        // Then
        try (LuceneIndex filled = new LuceneIndex(folder.resolve("filled"), 2)) {
            catchUp(new IndexFollower(dataSource, filled, 7));
            filled.refresh();
            assertThat(held(index)).isEqualTo(inTables()).hasSizeGreaterThan(3);
            assertThat(held(filled)).isEqualTo(inTables());
            for (String words : QUESTIONS) {
                StatementHits followed = index.statements(SearchRequest.of(words, 1000));
                StatementHits anew = filled.statements(SearchRequest.of(words, 1000));
                assertThat(Set.copyOf(followed.ids())).as(words).isEqualTo(Set.copyOf(anew.ids()));
                assertThat(followed.total()).as(words).isEqualTo(anew.total());
                assertThat(followed.facets()).as(words).isEqualTo(anew.facets());
            }
        }
        index.close();
    }

    private void write(LoggedFact<Fact> entry) throws Exception {
        FactBatch batch = new FactBatch();
        batch.add(entry);
        writer.write(batch, List.of(), List.of());
    }

    private void catchUp(IndexFollower follower) throws Exception {
        relayAll();
        while (follower.step()) {
            relayAll();
        }
    }

    private void relayAll() throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            Relay.RelayedBatch round = relay.relay(connection);
            while (!round.changes().isEmpty()) {
                round = relay.relay(connection);
            }
        }
    }

    private static Set<IndexedStatement> held(LuceneIndex index) throws Exception {
        Set<IndexedStatement> held = new HashSet<>();
        index.forEachStatement(statement -> assertThat(held.add(statement)).isTrue());
        return held;
    }

    private Set<IndexedStatement> inTables() throws Exception {
        Set<IndexedStatement> rows = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT id, cited, type, section FROM active.statement")) {
            while (row.next()) {
                rows.add(new IndexedStatement(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        CitationType.ofCode(row.getInt(3)).wireName(),
                        Section.ofCode(row.getInt(4)).wireName()));
            }
        }
        return rows;
    }
}
