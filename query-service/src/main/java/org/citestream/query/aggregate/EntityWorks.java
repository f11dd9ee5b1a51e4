package org.citestream.query.aggregate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.Journals;
import org.citestream.query.search.Entity;
import org.citestream.query.search.IndexCall;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;

/**
 * Finds the works of an author, a journal, an affiliation, a funder or a year. What has an id is one, whatever it is called; a
 * name is taken as it is written: two people of one name are one, one person of two names is two. Thread-safe.
 */
@Singleton
public record EntityWorks(SearchIndex index) {

    /** Works of more than that many are counted in part, where the search index finds them. */
    public static final int MOST = SearchRequest.FURTHEST;

    /** A query for the keys of its works; {@code key} as {@link AggregateKind#key} has it. */
    public Sql of(AggregateKind kind, String key) {
        return switch (kind) {
            case AUTHORS ->
                keys(found("author:\"" + key.replaceAll("[\"\\\\]", " ") + "\"", Filters.none()))
                        .add("AND author_names @> ARRAY[?]::text[]", key);
            case JOURNALS ->
                AggregateKind.isIssn(key)
                        ? Journals.byIssn(key).add(Journals.works()).add("SELECT DISTINCT key FROM work")
                        : keys(found("", Filters.of(Facet.JOURNAL, key))).add("AND journal = ?", key);
            case AFFILIATIONS -> keys(IndexCall.answer(() -> index.worksOf(Entity.EntityKind.AFFILIATION, key)));
            case FUNDERS -> keys(IndexCall.answer(() -> index.worksOf(Entity.EntityKind.FUNDER, key)));
            case YEARS ->
                new Sql()
                        .add(
                                "SELECT key FROM active.publication WHERE root = key AND year = ?",
                                key.matches("\\d{1,4}") ? Integer.parseInt(key) : -1);
        };
    }

    /** The keys themselves. */
    public static List<Long> keys(Connection connection, Sql query) throws SQLException {
        return query.list(connection, row -> row.getLong(1));
    }

    private List<String> found(String words, Filters filters) {
        SearchRequest request =
                new SearchRequest(words, filters, SearchRequest.SearchOrder.RELEVANCE, 0, SearchRequest.FURTHEST);
        return IndexCall.answer(() -> index.publications(request).ids());
    }

    private static Sql keys(List<String> ids) {
        return new Sql().add("SELECT key FROM active.publication WHERE root = key AND id = ANY (?)", (Object)
                ids.toArray(String[]::new));
    }
}
