package org.citestream.query.project.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.citestream.kit.deadletter.Place;
import org.citestream.platform.Database;
import org.citestream.platform.WithPlatform;
import org.citestream.query.project.TestDatabase;
import org.citestream.query.project.event.Fact;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.generation.Generation;
import org.citestream.query.project.generation.Generations;
import org.citestream.query.vocabulary.CitationType;
import org.junit.jupiter.api.Test;

@WithPlatform
class GenerationSwapTest {

    @Test
    void shouldLeaveTheOutboxAloneWhenItWasCommittedBefore(Database database) throws Exception {
        // Given: a swap whose commit was not heard of, and an article that the new generation has read since
        DataSource dataSource = TestDatabase.withApp(database);
        Generation old = new Generations(dataSource).ensureActive();
        write(new BatchWriter(dataSource, old), "doi:10.5555/swap.a");
        Generation rebuilt = new Generations(dataSource).begin();
        write(new BatchWriter(dataSource, rebuilt), "doi:10.5555/swap.a");
        try (Connection connection = dataSource.getConnection();
                Statement relayed = connection.createStatement()) {
            relayed.execute("DELETE FROM " + old.schema() + ".outbox");
        }
        GenerationSwap swap = new GenerationSwap(dataSource, old, rebuilt);
        assertThat(swap.attempt(() -> true, Duration.ZERO, Duration.ZERO)).isZero();
        write(new BatchWriter(dataSource, rebuilt), "doi:10.5555/swap.b");
        // When
        int changes = swap.attempt(() -> true, Duration.ZERO, Duration.ZERO);
        // Then
        assertThat(changes).isZero();
        assertThat(new View(dataSource)
                        .lines("SELECT d.cause FROM " + rebuilt.schema() + ".outbox o, unnest(o.deltas) d"))
                .containsExactly("article");
    }

    private static void write(BatchWriter writer, String citing) throws Exception {
        List<Fact> facts = List.of(
                Facts.statement(citing, 1, "B1", "doi:10.5555/swap.cited", CitationType.SUPPORTING),
                Facts.closed(citing, 1, 1, 0));
        FactBatch batch = new FactBatch();
        long offset = 0;
        for (Fact fact : facts) {
            batch.add(new LoggedFact<>(fact, citing, new Place("classified", 1, offset++), false, null));
        }
        writer.write(batch, List.of(), List.of());
    }
}
