package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;

/** Distinct pairs of a citing and a cited work; empty if no fact named the work. Thread-safe. */
@Singleton
record ReferencePairs(Snapshot snapshot, PublicationReader publications) {

    /** Where our pairs come from: reference lists of articles that were read. */
    private static final String READ = "fulltext";

    private static final String DOI = PublicationReader.doi("o");

    /** {@code source} cites {@code target}, both DOIs. */
    record Pair(String source, String target, List<SelfCite> selfCites, String dataSource) {}

    /**
     * A part of the pairs; only those with a DOI on the other side are listed.
     *
     * @param total number of all pairs
     * @param restricted number of those that are never listed
     */
    record FoundPairs(long total, long restricted, List<Pair> pairs) {
        FoundPairs {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * The works that cite the DOI.
     *
     * @param sources DOIs of the only citing works to list; empty for all
     */
    Optional<FoundPairs> to(String doi, List<String> sources, ListWindow span) {
        return read(
                doi,
                span,
                key -> {
                    Sql edges = new Sql()
                            .add("FROM active.reference_edge e JOIN active.publication c ON c.key = e.citing")
                            .add("JOIN active.publication o ON o.key = c.root WHERE e.cited = ?", key);
                    return sources.isEmpty()
                            ? edges
                            : edges.add("AND " + DOI + " = ANY (?)", (Object) sources.toArray(String[]::new));
                },
                (other, self) -> new Pair(other, doi, self, READ));
    }

    /** The works that the DOI cites. */
    Optional<FoundPairs> from(String doi, ListWindow span) {
        return read(
                doi,
                span,
                key -> new Sql()
                        .add("FROM active.reference_edge e JOIN active.publication o ON o.key = e.cited")
                        .add("WHERE e.citing IN (")
                        .add(PublicationReader.sameWork(key))
                        .add(")"),
                (other, self) -> new Pair(doi, other, self, READ));
    }

    private Optional<FoundPairs> read(
            String doi, ListWindow span, LongFunction<Sql> edges, BiFunction<String, List<SelfCite>, Pair> shape) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, "doi:" + doi);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(found(connection, span, edges.apply(key.get()), shape));
        });
    }

    private static FoundPairs found(
            Connection connection, ListWindow span, Sql edges, BiFunction<String, List<SelfCite>, Pair> shape)
            throws SQLException {
        List<Pair> pairs = new Sql()
                .add("SELECT " + DOI + " AS other, max(array_to_string(e.shared_authors, chr(10))) AS shared")
                .add(edges)
                .add("AND " + DOI + " IS NOT NULL GROUP BY o.key, other ORDER BY min(e.ordinal), o.key")
                .add("LIMIT ? OFFSET ?", span.limit(), span.offset())
                .list(connection, row -> {
                    String shared = row.getString("shared");
                    return shape.apply(
                            row.getString("other"),
                            shared == null || shared.isEmpty()
                                    ? List.of()
                                    : SelfCite.of(shared.lines().toList()));
                });
        return new Sql()
                .add("SELECT count(DISTINCT o.key), count(DISTINCT o.key) FILTER (WHERE " + DOI + " IS NULL)")
                .add(edges)
                .first(connection, row -> new FoundPairs(row.getLong(1), row.getLong(2), pairs))
                .orElseThrow();
    }
}
