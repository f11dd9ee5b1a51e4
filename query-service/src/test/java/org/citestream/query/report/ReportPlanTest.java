package org.citestream.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.PlatformResource;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.SampleStatement;
import org.citestream.query.view.SampleWork;
import org.citestream.query.vocabulary.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the database does for a report of one work among many: it reads that work's statements, never all. */
@QuarkusTest
@WithTestResource(PlatformResource.class)
@Tag("slow")
class ReportPlanTest {

    private static final String CITED = "doi:10.5555/plan.cited";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ReportReader reports;

    @Inject
    Snapshot snapshot;

    @Inject
    PublicationReader publications;

    @Inject
    ReportSettings settings;

    @Test
    void shouldNeverScanTheStatements() throws SQLException {
        // Given
        fill();
        long key = snapshot.read(connection -> publications.find(connection, CITED))
                .orElseThrow();
        Long[] citing = snapshot.read(connection -> new Sql()
                        .add("SELECT DISTINCT citing FROM active.statement WHERE cited = ? LIMIT 50", key)
                        .list(connection, row -> row.getLong(1)))
                .toArray(Long[]::new);
        List<Sql> read = List.of(
                CitedWorkReader.statements(key),
                CitedWorkReader.hits(key, Words.parse("gamma")),
                CitedWorkReader.citers(citing),
                CitedWorkReader.notices(citing),
                StatementReader.rows(List.of(UUID.randomUUID())));
        // When, Then
        for (Sql sql : read) {
            List<String> plan = snapshot.read(
                    connection -> new Sql().add("EXPLAIN").add(sql).list(connection, row -> row.getString(1)));

            assertThat(plan).as("plan of %s", sql).noneMatch(line -> line.contains("Seq Scan on statement"));
        }
        assertThat(reports.read(CITED, ReportQuery.plain(settings))
                        .orElseThrow()
                        .matching())
                .isEqualTo(2000);
    }

    /** Others on the same database need not carry so many along. */
    @AfterEach
    void empty() throws SQLException {
        new FilledView(dataSource)
                .run("DELETE FROM %1$s.statement WHERE citing IN"
                        + " (SELECT key FROM %1$s.publication WHERE id LIKE 'doi:10.5555/plan.%%')");
    }

    /** Rows of a much cited work lie all over the table, each on a page of its own; those of an index side by side. */
    @Test
    void shouldReadTheWholeCachedWorkThroughAnIndex() {
        // When
        List<String> plan = snapshot.read(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off");
            }
            return new Sql()
                    .add("EXPLAIN")
                    .add(CitedWorkReader.statements(1))
                    .list(connection, row -> row.getString(1));
        });
        // Then
        assertThat(plan).anyMatch(line -> line.contains("Index Only Scan using statement_cited"));
    }

    /** One work with 2,000 statements among 2,000 works with 25 each. */
    private void fill() throws SQLException {
        List<SampleWork> works = Stream.iterate(0, i -> i + 1)
                .limit(2000)
                .map(i -> SampleWork.of("doi:10.5555/plan." + i, "Work " + i, Integer.toString(2010 + i % 14)))
                .toList();
        FilledView view = new FilledView(dataSource)
                .works(works)
                .works(List.of(SampleWork.of(CITED, "Cited", "2001")))
                .said(works.stream()
                        .map(work -> SampleStatement.of(work.id(), CITED, "We say gamma here.")
                                .as("supporting", 0.9)
                                .in("results"))
                        .toList());
        view.run("""
            INSERT INTO %1$s.statement SELECT (s.row).* FROM (
              SELECT jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'cited', p.key,
                'cited_as', p.key)) AS row
              FROM %1$s.statement s, generate_series(1, 25) n,
                LATERAL (SELECT key FROM %1$s.publication WHERE id = 'doi:10.5555/plan.' || (s.citing + n) %% 2000) p
              WHERE s.cited = (SELECT key FROM %1$s.publication WHERE id = 'doi:10.5555/plan.cited')) s\
            """);
        view.run("ANALYZE %s.statement");
        view.run("ANALYZE %s.publication");
    }
}
