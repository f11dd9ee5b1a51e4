package org.citestream.query.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reaches every author, journal and citing publication of a report, not only the most frequent. Thread-safe. */
@ApplicationScoped
public class FacetReader {

    /** The facets whose values can be listed and searched; {@code citing} are the citing publications. */
    public static final Set<String> LISTED = Set.of("author", "journal", "citing");

    private final Snapshot snapshot;
    private final PublicationReader publications;

    FacetReader(Snapshot snapshot, PublicationReader publications) {
        this.snapshot = snapshot;
        this.publications = publications;
    }

    /**
     * The values that contain {@code like}, whatever its case, under the filters of {@code query} but the facet's own;
     * empty if no fact ever named the publication.
     */
    public Optional<FacetValues> read(
            String curie, String facet, ReportQuery query, String like, int limit, int offset) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(read(connection, key.get(), facet, query, like, limit, offset));
        });
    }

    private FacetValues read(
            Connection connection, long key, String facet, ReportQuery query, String like, int limit, int offset)
            throws SQLException {
        Sql sql = Scope.of(key, query, null)
                .add("SELECT value, label, n FROM (")
                .add(values(facet, query))
                .add(") v");
        if (!like.isBlank()) {
            sql.add("WHERE coalesce(label, value) ILIKE ALL (?)", (Object)
                    Words.parse(like).likePatterns().toArray(String[]::new));
        }
        List<FacetValues.Value> values = sql.add("ORDER BY n DESC, value LIMIT ? OFFSET ?", limit + 1, offset)
                .list(connection, row -> new FacetValues.Value(row.getString(1), row.getString(2), row.getLong(3)));
        boolean more = values.size() > limit;
        return new FacetValues(facet, more ? values.subList(0, limit) : values, more ? offset + limit : null);
    }

    private static Sql values(String facet, ReportQuery query) {
        return switch (facet) {
            case "author" ->
                new Sql()
                        .add("SELECT value, NULL AS label, n FROM (")
                        .add(Counts.authors(" FROM scope WHERE " + Scope.butFor(Facet.AUTHOR, query)))
                        .add(") a");
            case "journal" ->
                new Sql()
                        .add("SELECT journal AS value, NULL AS label, count(*) AS n FROM scope WHERE")
                        .add(Scope.butFor(Facet.JOURNAL, query) + " GROUP BY journal");
            case "citing" ->
                new Sql()
                        .add("SELECT publication AS value, title AS label, count(*) AS n FROM scope WHERE misses = 0")
                        .add("GROUP BY publication, title");
            default -> throw new IllegalArgumentException(facet);
        };
    }
}
