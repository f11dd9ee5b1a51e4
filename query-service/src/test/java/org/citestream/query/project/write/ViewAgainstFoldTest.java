package org.citestream.query.project.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the log says and however it is cut into batches, the view is what the plain rules give. */
@WithPlatform
class ViewAgainstFoldTest {

    private static final String STATEMENTS = """
        SELECT s.id, p.id, s.type, s.revision
        FROM active.statement s JOIN active.publication p ON p.key = s.cited\
        """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void shouldEqualNaiveFoldWhenLogIsRandom(long seed, Database database) throws Exception {
        // Given
        DataSource dataSource = TestDatabase.withApp(database);
        Generation generation = new Generations(dataSource).ensureActive();
        BatchWriter writer = new BatchWriter(dataSource, generation);
        View view = new View(dataSource);
        NaiveFold fold = new NaiveFold();
        Random cuts = new Random(seed);
        List<LoggedFact<Fact>> log = new RandomLog(seed).entries(120);
        int done = 0;
        while (done < log.size()) {
            int end = Math.min(log.size(), done + 1 + cuts.nextInt(40));
            FactBatch batch = new FactBatch();
            for (LoggedFact<Fact> entry : log.subList(done, end)) {
                batch.add(entry);
                fold.apply(entry);
            }
            done = end;
            // When
            writer.write(batch, List.of(), List.of());
            // Then
            assertThat(view.lines(STATEMENTS)).containsExactlyInAnyOrderElementsOf(fold.statements());
            assertThat(view.tallies()).isEqualTo(fold.tallies());
            assertThat(view.recounted()).isEqualTo(fold.tallies());
            assertThat(view.folded()).isEqualTo(fold.tallies());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void shouldChangeNothingWhenLogIsReplayed(long seed, Database database) throws Exception {
        // Given
        DataSource dataSource = TestDatabase.withApp(database);
        BatchWriter writer = new BatchWriter(dataSource, new Generations(dataSource).ensureActive());
        View view = new View(dataSource);
        List<LoggedFact<Fact>> log = new RandomLog(seed).entries(80);
        for (LoggedFact<Fact> entry : log) {
            writer.write(batch(entry), List.of(), List.of());
        }
        var statements = view.lines(STATEMENTS + " ORDER BY 1");
        var outbox = view.lines("SELECT count(*) FROM " + View.OUTBOX);
        // When
        for (LoggedFact<Fact> entry : log) {
            writer.write(batch(entry), List.of(), List.of());
        }
        // Then
        assertThat(view.lines(STATEMENTS + " ORDER BY 1")).isEqualTo(statements);
        assertThat(view.lines("SELECT count(*) FROM " + View.OUTBOX)).isEqualTo(outbox);
    }

    private static FactBatch batch(LoggedFact<Fact> entry) {
        FactBatch batch = new FactBatch();
        batch.add(entry);
        return batch;
    }
}
