package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.search.Highlighter;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.VocabularySql;

/**
 * Finds works as scite's search does: by words through the full-text index, by everything else in the tables. With
 * words, only the best hits of the index are considered (a setting says how many). Thread-safe.
 */
@Singleton
public record WorkSearch(
        Snapshot snapshot, PublicationReader publications, SearchCandidates candidates, SciteSettings settings) {

    /** After this rank come works of which only a statement was found. */
    private static final int BY_STATEMENT = 1_000_000;

    /** One work, how it is cited, and its own matching statements. */
    public record WorkHit(ShownPublication work, Tally tally, List<FoundStatement> statements) {}

    /**
     * A page of works.
     *
     * @param count number of works on all pages
     */
    public record FoundPage(long count, List<WorkHit> hits, Highlighter highlighter) {}

    /** A page of the matching works. */
    public FoundPage find(SearchQuery query) {
        boolean words = SearchCandidates.hasWords(query);
        SearchCandidates.Candidates found = words
                ? candidates.find(query)
                : new SearchCandidates.Candidates(List.of(), List.of(), text -> List.of());
        return snapshot.read(connection -> {
            Sql from = from(words).add(WorkFilter.of(query));
            long count = new Sql()
                    .add(with(words, found))
                    .add("SELECT count(*)")
                    .add(from)
                    .first(connection, row -> row.getLong(1))
                    .orElse(0L);
            List<Long> page = new Sql()
                    .add(with(words, found))
                    .add("SELECT p.key")
                    .add(from)
                    .add("ORDER BY " + order(query, words) + ", p.key")
                    .add("LIMIT ? OFFSET ?", query.limit(), query.offset())
                    .list(connection, row -> row.getLong(1));
            return new FoundPage(count, hits(connection, query, found.statements(), page), found.highlighter());
        });
    }

    /** {@code hit (root, place)}: the works found by the words, each at its best rank. */
    private static Sql with(boolean words, SearchCandidates.Candidates found) {
        if (!words) {
            return new Sql();
        }
        return new Sql()
                .add("WITH hit AS MATERIALIZED (SELECT root, min(place) AS place FROM (")
                .add("SELECT p.root, h.place FROM unnest(?) WITH ORDINALITY AS h (id, place)", (Object)
                        found.works().toArray(String[]::new))
                .add("JOIN active.publication p ON p.id = h.id")
                .add("UNION ALL SELECT c.root, h.place + " + BY_STATEMENT)
                .add("FROM unnest(?) WITH ORDINALITY AS h (id, place)", (Object)
                        found.statements().toArray(UUID[]::new))
                .add("JOIN active.statement s ON s.id = h.id JOIN active.publication c ON c.key = s.citing")
                .add(") AS places GROUP BY root)");
    }

    private static Sql from(boolean words) {
        String sums = VocabularySql.of("${types sum(@) AS @}, nullif(sum(${total @}), 0) AS total,"
                + " sum(citing_publications) AS citing_publications FROM active.tally");
        return words
                ? new Sql()
                        .add("FROM hit JOIN active.publication p ON p.key = hit.root")
                        .add("LEFT JOIN LATERAL (SELECT " + sums + " WHERE cited = p.key) t ON true")
                : new Sql()
                        .add("FROM active.publication p")
                        .add("LEFT JOIN (SELECT cited, " + sums + " GROUP BY cited) t ON t.cited = p.key");
    }

    private static String order(SearchQuery query, boolean words) {
        String direction = query.ascending() ? " ASC NULLS FIRST" : " DESC NULLS LAST";
        return switch (query.sort()) {
            case RELEVANCE -> words ? "hit.place" : "t.total DESC NULLS LAST";
            case DATE -> "p.published" + direction;
            case TOTAL_CITED -> "t.total" + direction;
            case TOTAL_SUPPORTED -> "t.supporting" + direction;
            case TOTAL_CONTRASTED -> "t.contrasting" + direction;
            case TOTAL_MENTIONED -> "t.mentioning" + direction;
            case TOTAL_CITING_PUBLICATIONS -> "t.citing_publications" + direction;
        };
    }

    private List<WorkHit> hits(Connection connection, SearchQuery query, List<UUID> statements, List<Long> page)
            throws SQLException {
        Map<Long, ShownPublication> works = publications.read(connection, page);
        Map<Long, Tally> tallies = Tallies.byKey(connection, page);
        boolean shown = !statements.isEmpty()
                || !query.citationTypes().isEmpty()
                || query.section().isPresent();
        Map<Long, List<FoundStatement>> said = new HashMap<>();
        if (shown) {
            FoundStatement.read(connection, page, statements, WorkFilter.statements(query), settings.citationsPerHit())
                    .forEach(statement -> said.computeIfAbsent(statement.work(), work -> new ArrayList<>())
                            .add(statement));
        }
        return page.stream()
                .map(key -> new WorkHit(
                        works.get(key), tallies.getOrDefault(key, Tally.NONE), said.getOrDefault(key, List.of())))
                .toList();
    }
}
