package org.citestream.query.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.citestream.kit.deadletter.Place;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.DatabaseCopies;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.project.write.BatchWriter;
import org.citestream.query.project.write.FactBatch;
import org.citestream.query.project.write.Facts;
import org.citestream.query.project.write.FencedException;
import org.citestream.query.project.write.View;
import org.citestream.query.search.IndexFollower;
import org.citestream.query.search.LuceneIndex;
import org.citestream.query.vocabulary.CitationType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the database takes its place, as after a failover that lost commits, or a restore. */
@WithPlatform
class DatabaseGoesBackTest {

    private static final String CITED = "doi:10.5555/back.cited";
    private static final long PUBLISHED = 2;

    private final Generation generation = new Generation(1);
    private final SwitchedDataSource dataSource = new SwitchedDataSource();
    private BatchWriter writer;
    private Database copy;

    /** The copy knows one change. */
    @BeforeEach
    void copy(Database database) throws Exception {
        DataSource first = TestDatabase.withApp(database);
        new Generations(first).ensureActive();
        dataSource.now = first;
        writer = new BatchWriter(dataSource, generation);
        write("doi:10.5555/back.a", CITED);
        relay(0);
        ((AgroalDataSource) first).close();
        copy = DatabaseCopies.of(database);
        dataSource.now = TestDatabase.plain(database);
    }

    @Test
    void shouldGiveNoNumberTwice() throws Exception {
        // Given: one more on the topic, and one that only readers of the stream have seen
        write("doi:10.5555/back.b", CITED);
        write("doi:10.5555/back.c", CITED);
        relay(0);
        assertThat(numbers()).containsExactly(1L, 2L, 3L);
        // When
        dataSource.now = TestDatabase.plain(copy);
        assertThatThrownBy(() -> write("doi:10.5555/back.d", CITED)).isInstanceOf(FencedException.class);
        write("doi:10.5555/back.d", CITED);
        relay(PUBLISHED);
        // Then
        long resumes = PUBLISHED + Relay.SKIPPED + 1;
        assertThat(numbers()).containsExactly(1L, resumes);
        ChangeLog log = new ChangeLog(dataSource);
        assertThat(log.isNext(1, resumes))
                .as("who has read up to the copy has missed nothing")
                .isTrue();
        assertThat(List.of(log.isNext(2, resumes), log.isNext(3, resumes)))
                .as("who has read further knows changes that are lost")
                .containsOnly(false);
        // And from then on one follows the other
        write("doi:10.5555/back.e", CITED);
        relay(PUBLISHED);
        assertThat(numbers()).endsWith(resumes + 1);
    }

    @Test
    void shouldWriteUnderTheKeysOfTheDatabaseThatIsThere() throws Exception {
        // Given: keys that the writer remembers and the copy has never given
        write("doi:10.5555/back.b", "doi:10.5555/back.lost");
        dataSource.now = TestDatabase.plain(copy);
        // When
        assertThatThrownBy(() -> write("doi:10.5555/back.x", "doi:10.5555/back.other"))
                .isInstanceOf(FencedException.class);
        write("doi:10.5555/back.x", "doi:10.5555/back.other");
        write("doi:10.5555/back.b", "doi:10.5555/back.lost");
        // Then
        assertThat(new View(dataSource).lines("""
                        SELECT citing.id, cited.id
                        FROM active.statement s
                        JOIN active.publication citing ON citing.key = s.citing
                        JOIN active.publication cited ON cited.key = s.cited
                        ORDER BY 1"""))
                .containsExactly(
                        "doi:10.5555/back.a " + CITED,
                        "doi:10.5555/back.b doi:10.5555/back.lost",
                        "doi:10.5555/back.x doi:10.5555/back.other");
    }

    @Test
    void shouldFillTheIndexAnewThatKnowsMore(@TempDir Path folder) throws Exception {
        try (LuceneIndex index = new LuceneIndex(folder, 1)) {
            // Given
            IndexFollower follower = new IndexFollower(dataSource, index, 10);
            write("doi:10.5555/back.b", CITED);
            relay(0);
            follow(follower);
            index.commit(follower.reached());
            // When
            dataSource.now = TestDatabase.plain(copy);
            writer = new BatchWriter(dataSource, generation);
            write("doi:10.5555/back.c", "doi:10.5555/back.other");
            relay(PUBLISHED);
            follow(new IndexFollower(dataSource, index, 10));
            index.refresh();
            // Then
            Set<String> indexed = new TreeSet<>();
            index.forEachStatement(statement -> indexed.add(statement.id() + " " + statement.cited()));
            assertThat(indexed)
                    .isEqualTo(new TreeSet<>(new View(dataSource).lines("SELECT id, cited FROM active.statement")))
                    .hasSize(2);
        }
    }

    private static void follow(IndexFollower follower) throws Exception {
        boolean moved = true;
        while (moved) {
            moved = follower.step();
        }
    }

    private List<Long> numbers() throws SQLException {
        return new ChangeLog(dataSource)
                .after(0, 1000).stream().map(Change::sequence).toList();
    }

    private void write(String citing, String cited) throws Exception {
        List<Fact> facts = List.of(
                Facts.references(citing, 1, List.of(Facts.reference("B1", cited))),
                Facts.statement(citing, 1, "B1", cited, CitationType.SUPPORTING),
                Facts.closed(citing, 1, 1, 1));
        FactBatch batch = new FactBatch();
        long offset = 0;
        for (Fact fact : facts) {
            batch.add(new LoggedFact<>(fact, citing, new Place("classified", 1, offset++), false, null));
        }
        writer.write(batch, List.of(), List.of());
    }

    private void relay(long published) throws Exception {
        Relay relay = new Relay(() -> generation, 100, () -> published);
        try (Connection connection = dataSource.getConnection()) {
            relay.relay(connection);
        }
    }
}
