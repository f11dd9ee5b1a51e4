package org.citestream.query.integrity;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.integrity.Signals.Signal;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.vocabulary.VocabularySql;

/** Counts the signals of an article. Thread-safe. */
@Singleton
public record SignalReader(Snapshot snapshot, PublicationReader publications, IntegritySettings settings) {

    private static final String MINE = """
            WITH mine AS MATERIALIZED (
                SELECT key FROM active.publication WHERE key = :work
                UNION ALL SELECT key FROM active.publication WHERE root = :work AND root <> key)
            """;

    private static final String LIST = VocabularySql.of(MINE + """
            SELECT count(*) AS entries, count(*) FILTER (WHERE NOT e.cited_in_text) AS uncited,
                count(DISTINCT e.cited) FILTER (WHERE e.relationship = ${relationship:self}) AS self,
                count(DISTINCT e.cited) FILTER (WHERE e.relationship <> ${relationship:unknown}) AS related
            FROM active.reference_edge e WHERE e.citing IN (SELECT key FROM mine)""");

    private static final String RECIPROCAL = MINE + """
            SELECT count(*) FILTER (WHERE cites.listed) AS listed, count(*) FILTER (WHERE cites.back) AS back
            FROM (SELECT DISTINCT e.cited FROM active.reference_edge e
                WHERE e.citing IN (SELECT key FROM mine) AND e.cited <> :work) w
            CROSS JOIN LATERAL (
                SELECT count(*) > 0 AS listed, coalesce(bool_or(r.cited = :work), false) AS back
                FROM (SELECT w.cited AS key
                    UNION ALL SELECT k.key FROM active.publication k WHERE k.root = w.cited AND k.root <> k.key) named
                JOIN active.reference_edge r ON r.citing = named.key) cites""";

    private static final String GROUPS = MINE + """
            SELECT coalesce(sum(said), 0) AS statements, coalesce(sum(large), 0) AS large, count(*) AS works,
                count(*) FILTER (WHERE said = large) AS only_large
            FROM (
                SELECT s.cited, count(*) AS said, count(*) FILTER (WHERE s.group_size >= :large) AS large
                FROM active.statement s WHERE s.citing IN (SELECT key FROM mine) GROUP BY s.cited) w""";

    /** The signals, or empty if no fact ever named the publication. */
    public Optional<Signals> read(String curie) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : Optional.of(new Signals(curie, signals(connection, key.get())));
        });
    }

    private List<Signal> signals(Connection connection, long work) throws SQLException {
        Optional<long[]> found = numbers(connection, LIST, work, "entries", "uncited", "self", "related");
        long[] list = found.orElseThrow();
        if (list[0] == 0) {
            return List.of();
        }
        long[] reciprocal =
                numbers(connection, RECIPROCAL, work, "listed", "back").orElseThrow();
        long[] groups = numbers(connection, GROUPS, work, "statements", "large", "works", "only_large")
                .orElseThrow();
        int large = settings.largeGroup();
        return List.of(
                new Signal(
                        "uncited",
                        list[1],
                        list[0],
                        "Entries of the reference list that no marker in the text leads to, of all entries. Works cited only in"
                                + " supplements or figures count, too."),
                new Signal(
                        "self",
                        list[2],
                        list[3],
                        "Listed works that share an author with this one, of those whose authors are known."),
                new Signal(
                        "reciprocal",
                        reciprocal[1],
                        reciprocal[0],
                        "Listed works whose own reference list names this one, of those whose list was read here."),
                new Signal(
                        "largeGroups",
                        groups[1],
                        groups[0],
                        "Statements whose marker cites %d works or more at once ([3–9]), of all statements."
                                .formatted(large)),
                new Signal(
                        "onlyLargeGroups",
                        groups[3],
                        groups[2],
                        "Works that the text cites only in groups of %d or more, of all works that it cites."
                                .formatted(large)),
                new Signal(
                        "unlisted",
                        null,
                        null,
                        "References that a registry has deposited for this article and its own list lacks: not known, registries'"
                                + " reference lists are not kept here."));
    }

    private Optional<long[]> numbers(Connection connection, String sql, long work, String... columns)
            throws SQLException {
        return Sql.of(sql)
                .with("work", work)
                .with("large", settings.largeGroup())
                .first(connection, row -> {
                    long[] numbers = new long[columns.length];
                    for (int i = 0; i < columns.length; i++) {
                        numbers[i] = row.getLong(columns[i]);
                    }
                    return numbers;
                });
    }
}
