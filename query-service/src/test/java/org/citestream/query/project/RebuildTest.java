package org.citestream.query.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.citestream.query.PlatformResource;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.ops.SmallArticle;
import org.citestream.query.project.write.View;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = PlatformResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
@Tag("slow")
class RebuildTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String CITED = "doi:10.5555/rebuild.cited";

    /** Everything that readers can see of a statement, its references and its article, under ids instead of keys. */
    private static final List<String> ROWS = List.of("""
            SELECT s.id, citing.id, cited.id, cited_as.id, s.revision, s.log_offset, s.type, s.machine_type, s.section,
                s.text, s.before, s.after, s.markers, s.confidence, s.packed_evidence
            FROM %1$s.statement s
            JOIN %1$s.publication citing ON citing.key = s.citing
            JOIN %1$s.publication cited ON cited.key = s.cited
            JOIN %1$s.publication cited_as ON cited_as.key = s.cited_as\
            """, """
            SELECT citing.id, e.key, cited.id, e.revision, e.log_offset, e.label, e.title, e.raw, e.match_score
            FROM %1$s.reference_edge e
            JOIN %1$s.publication citing ON citing.key = e.citing
            JOIN %1$s.publication cited ON cited.key = e.cited\
            """, """
            SELECT p.id, a.closed_revision, a.withdrawn_revision, a.seen_revision, a.expected_statements, a.digest
            FROM %1$s.article a JOIN %1$s.publication p ON p.key = a.citing\
            """, """
            SELECT p.id, sum(t.supporting), sum(t.mentioning), sum(t.contrasting), sum(t.citing_publications)
            FROM %1$s.tally t JOIN %1$s.publication p ON p.key = t.cited GROUP BY p.id\
            """, """
            SELECT id, title, author_names, journal, year FROM %1$s.publication WHERE source > 0\
            """, """
            SELECT topic, partition, next_offset FROM %1$s.projection_offset\
            """);

    @Inject
    Rebuild rebuild;

    @Inject
    Projection projection;

    @Inject
    DataSource dataSource;

    @Test
    void shouldSwapToAnEqualViewWithoutAGapWhenArticlesStreamIn() throws Exception {
        // Given
        View view = new View(dataSource);
        await().atMost(LONG).until(projection::isCaughtUp);
        SmallArticle.send(SmallArticle.of("doi:10.5555/rebuild.first", CITED).records());
        await().atMost(LONG).until(() -> visible() == 1);
        AtomicBoolean going = new AtomicBoolean(true);
        AtomicInteger sent = new AtomicInteger(1);
        Queue<String> gaps = new ConcurrentLinkedQueue<>();
        var threads = Executors.newFixedThreadPool(2);
        var writing = threads.submit(() -> {
            while (going.get()) {
                SmallArticle.send(SmallArticle.of("doi:10.5555/rebuild." + sent.get(), CITED)
                        .records());
                sent.incrementAndGet();
            }
            return null;
        });
        var reading = threads.submit(() -> {
            long before = 1;
            while (going.get()) {
                long now = visible();
                if (now < before) {
                    gaps.add(now + " after " + before);
                }
                before = Math.max(before, now);
            }
        });
        // When
        assertThat(rebuild.start()).isTrue();
        await().atMost(LONG).until(() -> !rebuild.isRunning());
        int atSwap = sent.get();
        await().atMost(LONG).until(() -> visible() > atSwap);
        going.set(false);
        writing.get();
        reading.get();
        threads.shutdown();
        await().atMost(LONG).until(() -> visible() == sent.get());
        // Then
        assertThat(rebuild.state()).isInstanceOfSatisfying(RebuildState.Done.class, done -> {
            assertThat(done.generation()).isEqualTo(2);
            assertThat(done.changes()).isZero();
        });
        assertThat(gaps).isEmpty();
        ChangeLog log = new ChangeLog(dataSource);
        await().atMost(LONG).untilAsserted(() -> assertThat(log.after(0, Integer.MAX_VALUE).stream()
                        .filter(change -> change.type() == ChangeType.STATEMENT_ADDED
                                && change.cited().equals(CITED)))
                .hasSize(sent.get()));
        assertThat(log.after(0, Integer.MAX_VALUE)).noneMatch(change -> change.cause() == Cause.REBUILD);
        // When: once more, with nothing streaming in
        assertThat(rebuild.start()).isTrue();
        await().atMost(LONG).until(() -> rebuild.state() instanceof RebuildState.Done done && done.generation() == 3);
        // Then
        for (String rows : ROWS) {
            assertThat(view.lines("(" + rows.formatted("view_2") + ") EXCEPT (" + rows.formatted("view_3") + ")"))
                    .isEmpty();
            assertThat(view.lines("(" + rows.formatted("view_3") + ") EXCEPT (" + rows.formatted("view_2") + ")"))
                    .isEmpty();
        }
        assertThat(view.lines("SELECT count(*) FROM view_3.statement")).isNotEqualTo(List.of("0"));
    }

    private static long visible() {
        var answer = RestAssured.get("/api/v1/reports/" + CITED.substring(4));
        return answer.statusCode() == 200 ? answer.jsonPath().getLong("tally.total") : -answer.statusCode();
    }
}
