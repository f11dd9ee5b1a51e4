package org.citestream.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citestream.query.PlatformResource;
import org.citestream.query.view.FilledView;
import org.citestream.query.view.Said;
import org.citestream.query.view.Work;
import org.junit.jupiter.api.Test;

/** What the database does for a report of one work among many: it reads that work's statements, never all. */
@QuarkusTest
@WithTestResource(value = PlatformResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
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
        fill();
        List<Map<String, List<String>>> questions = List.of(
                Map.of(),
                Map.of("type", List.of("supporting"), "year", List.of("2019..2021"), "author", List.of("none")),
                Map.of("q", List.of("gamma"), "order", List.of("newest")),
                Map.of("exclude", List.of("self"), "asOf", List.of("2020")));
        for (Map<String, List<String>> question : questions) {
            ReportQuery query = ReportQuery.parse(question, settings);

            List<String> plan = snapshot.read(connection -> {
                long key = publications.find(connection, CITED).orElseThrow();
                return new Sql()
                        .add("EXPLAIN")
                        .add(Scope.of(key, query, null))
                        .add(Counts.sql(query, settings))
                        .add("UNION ALL (")
                        .add(new Page(query, 1).firsts(false))
                        .add(")")
                        .list(connection, row -> row.getString(1));
            });

            assertThat(plan)
                    .as("plan of %s", question)
                    .noneMatch(line -> line.contains("Seq Scan on statement"))
                    .anyMatch(line -> line.contains("statement_cited"));
            assertThat(reports.read(CITED, query).orElseThrow().matching()).isPositive();
        }
    }

    /** One work with 2,000 statements among 2,000 works with 25 each. */
    private void fill() throws SQLException {
        List<Work> works = Stream.iterate(0, i -> i + 1)
                .limit(2000)
                .map(i -> Work.of("doi:10.5555/plan." + i, "Work " + i, Integer.toString(2010 + i % 14)))
                .toList();
        FilledView view = new FilledView(dataSource)
                .works(works)
                .works(List.of(Work.of(CITED, "Cited", "2001")))
                .said(works.stream()
                        .map(work -> Said.of(work.id(), CITED, "We say gamma here.")
                                .as("supporting", 0.9)
                                .in("results"))
                        .toList());
        view.run("""
                INSERT INTO %1$s.statement SELECT (s.row).* FROM (
                  SELECT jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'cited', p.key,
                    'cited_as', p.key)) AS row
                  FROM %1$s.statement s, generate_series(1, 25) n,
                    LATERAL (SELECT key FROM %1$s.publication WHERE id = 'doi:10.5555/plan.' || (s.citing + n) %% 2000) p) s""");
        view.run("ANALYZE %s.statement");
    }
}
