package org.citestream.query.web.profile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.YearTrend;
import org.citestream.query.report.YearTrendReader;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.VocabularySql;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.WebSettings;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;

/**
 * Finds an author's or a journal's works in the search index and counts them in the tables. Names are taken literally:
 * two people with one name share a page, one person with two names has two. Thread-safe.
 */
@Singleton
record ProfileReader(SearchIndex index, Snapshot snapshot, PublicationReader publications, WebSettings settings) {

    /** The author; empty if no work has an author of that name. */
    Optional<Profile> author(String name, int offset) {
        String phrase = "author:\"" + name.replaceAll("[\"\\\\]", " ") + "\"";
        List<String> ids = ids(new SearchRequest(
                phrase, Filters.none(), SearchRequest.SearchOrder.RELEVANCE, 0, SearchRequest.FURTHEST));
        Sql named = new Sql().add("AND author_names @> ARRAY[?]::text[]", name);
        return snapshot.read(connection -> profile(connection, "authors", name, keys(connection, ids, named), offset));
    }

    /** The journal; empty if no work was published there. */
    Optional<Profile> journal(String name, int offset) {
        Filters there = Filters.of(Facet.JOURNAL, name);
        List<String> ids =
                ids(new SearchRequest("", there, SearchRequest.SearchOrder.RELEVANCE, 0, SearchRequest.FURTHEST));
        Sql named = new Sql().add("AND journal = ?", name);
        return snapshot.read(connection -> profile(connection, "journals", name, keys(connection, ids, named), offset));
    }

    private List<String> ids(SearchRequest request) {
        return IndexCall.answer(() -> index.publications(request).ids());
    }

    private static List<Long> keys(Connection connection, List<String> ids, Sql condition) throws SQLException {
        return new Sql()
                .add("SELECT key FROM active.publication WHERE root = key AND id = ANY (?)", (Object)
                        ids.toArray(String[]::new))
                .add(condition)
                .list(connection, row -> row.getLong(1));
    }

    private Optional<Profile> profile(Connection connection, String kind, String name, List<Long> keys, int offset)
            throws SQLException {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Long[] all = keys.toArray(Long[]::new);
        Tally sum = new Sql()
                .add("SELECT " + Tallies.COLUMNS + " FROM active.tally t WHERE t.cited = ANY (?)", (Object) all)
                .first(connection, Tallies::of)
                .orElseThrow();
        List<WorkTally> most = new Sql()
                .add("SELECT w.key, " + Tallies.COLUMNS + " FROM unnest(?) w(key)", (Object) all)
                .add("LEFT JOIN active.tally t ON t.cited = w.key GROUP BY w.key")
                .add(VocabularySql.of("ORDER BY sum(${total t.@}) DESC NULLS LAST, w.key"))
                .add("LIMIT ? OFFSET ?", settings.works(), offset)
                .list(connection, row -> new WorkTally(row.getLong("key"), Tallies.of(row)));
        Map<Long, ShownPublication> works =
                publications.read(connection, most.stream().map(WorkTally::key).toList());
        YearTrend trend = YearTrendReader.read(connection, keys);
        int next = offset + settings.works();
        return Optional.of(new Profile(
                name,
                keys.size(),
                keys.size() >= SearchRequest.FURTHEST,
                sum,
                kind.equals("authors") ? orcid(name, works) : null,
                YearChart.of(trend),
                SectionBars.of(trend),
                most.stream()
                        .map(work -> new Profile.ListedWork(works.get(work.key), work.tally))
                        .toList(),
                next < keys.size()
                        ? PageAddress.of(kind, name)
                                .with("offset", Integer.toString(next))
                                .toString()
                        : null));
    }

    private static String orcid(String name, Map<Long, ShownPublication> works) {
        return works.values().stream()
                .flatMap(work -> work.authors().stream())
                .filter(author -> author.orcid() != null && author.name().equals(name))
                .map(ShownAuthor::orcid)
                .findFirst()
                .orElse(null);
    }

    private record WorkTally(long key, Tally tally) {}
}
