package org.citestream.query.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.vocabulary.VocabularySql;

/** Which works cite which: distinct pairs of works, aliases resolved on both sides, in a stable order. Thread-safe. */
@ApplicationScoped
public class CitationLinks {
    private static final String SELF = VocabularySql.of("bool_or(e.relationship = ${relationship:self})");
    private static final String SUPPORTS_OR_CONTRASTS =
            VocabularySql.of("bool_or(s.type IN (${type:supporting}, ${type:contrasting}))");

    /** The works that cite this one. */
    public List<CitationLink> citing(Connection connection, long cited, int limit, int offset) throws SQLException {
        return new Sql()
                .add("SELECT c.root, e.cited, " + SELF)
                .add("FROM active.reference_edge e JOIN active.publication c ON c.key = e.citing")
                .add(
                        "WHERE e.cited = ? GROUP BY c.root, e.cited ORDER BY c.root LIMIT ? OFFSET ?",
                        cited,
                        limit,
                        offset)
                .list(connection, row -> new CitationLink(row.getLong(1), row.getLong(2), row.getBoolean(3)));
    }

    /** The works that this one cites, in the order of its reference list. */
    public List<CitationLink> cited(Connection connection, long citing, int limit, int offset) throws SQLException {
        return new Sql()
                .add("SELECT e.cited, " + SELF)
                .add("FROM active.reference_edge e WHERE e.citing IN (")
                .add(PublicationReader.sameWork(citing))
                .add(") GROUP BY e.cited ORDER BY min(e.ordinal), e.cited LIMIT ? OFFSET ?", limit, offset)
                .list(connection, row -> new CitationLink(citing, row.getLong(1), row.getBoolean(2)));
    }

    /** The link between two works, if there is one. */
    public Optional<CitationLink> between(Connection connection, long citing, long cited) throws SQLException {
        return new Sql()
                .add("SELECT count(*) > 0, coalesce(" + SELF + ", false)")
                .add("FROM active.reference_edge e WHERE e.cited = ? AND e.citing IN (", cited)
                .add(PublicationReader.sameWork(citing))
                .add(")")
                .first(
                        connection,
                        row -> row.getBoolean(1) ? new CitationLink(citing, cited, row.getBoolean(2)) : null);
    }

    /** How many works cite this one. */
    public long countCiting(Connection connection, long cited) throws SQLException {
        return new Sql()
                .add("SELECT count(DISTINCT c.root) FROM active.reference_edge e")
                .add("JOIN active.publication c ON c.key = e.citing WHERE e.cited = ?", cited)
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
    }

    /** How many works this one cites. */
    public long countCited(Connection connection, long citing) throws SQLException {
        return new Sql()
                .add("SELECT count(DISTINCT e.cited) FROM active.reference_edge e WHERE e.citing IN (")
                .add(PublicationReader.sameWork(citing))
                .add(")")
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
    }

    /**
     * A work that is cited together with another.
     *
     * @param work its key
     * @param citingBoth how many works cite both
     */
    public record CoCited(long work, long citingBoth) {}

    /**
     * The works in the same reference lists as this one, those that share the most lists first.
     *
     * @param among number of citing works considered, those with the lowest keys
     */
    public List<CoCited> coCited(Connection connection, long cited, int among, int limit, int offset)
            throws SQLException {
        return new Sql()
                .add("WITH citing AS MATERIALIZED (SELECT DISTINCT e.citing FROM active.reference_edge e")
                .add("WHERE e.cited = ? ORDER BY e.citing LIMIT ?)", cited, among)
                .add("SELECT o.cited, count(DISTINCT c.root) AS shared FROM citing")
                .add("JOIN active.publication c ON c.key = citing.citing")
                .add("JOIN active.reference_edge o ON o.citing = citing.citing")
                .add("WHERE o.cited <> ? GROUP BY o.cited", cited)
                .add("ORDER BY shared DESC, o.cited LIMIT ? OFFSET ?", limit, offset)
                .list(connection, row -> new CoCited(row.getLong(1), row.getLong(2)));
    }

    /**
     * The link counts of a work.
     *
     * @param citing number of works that cite it
     * @param cited number of works that it cites
     * @param influential number of citing works with at least three statements about it, or one that supports or
     *     contrasts it
     */
    public record LinkCounts(long citing, long cited, long influential) {
        public static final LinkCounts NONE = new LinkCounts(0, 0, 0);
    }

    /** The counts of many works in one round trip; the result has an entry for every work. */
    public Map<Long, LinkCounts> counts(Connection connection, Collection<Long> works) throws SQLException {
        Map<Long, LinkCounts> counts = new HashMap<>();
        new Sql()
                .add("SELECT w.key, (SELECT count(DISTINCT c.root) FROM active.reference_edge e")
                .add("JOIN active.publication c ON c.key = e.citing WHERE e.cited = w.key),")
                .add("(SELECT count(DISTINCT e.cited) FROM active.reference_edge e WHERE e.citing IN (")
                .add("SELECT w.key UNION ALL SELECT a.key FROM active.publication a")
                .add("WHERE a.root = w.key AND a.root <> a.key)),")
                .add("(SELECT count(*) FROM (SELECT c.root FROM active.statement s")
                .add("JOIN active.publication c ON c.key = s.citing WHERE s.cited = w.key")
                .add("GROUP BY c.root HAVING count(*) >= 3 OR " + SUPPORTS_OR_CONTRASTS + ") strong)")
                .add("FROM unnest(?) AS w (key)", (Object) works.toArray(Long[]::new))
                .list(
                        connection,
                        row -> counts.put(
                                row.getLong(1), new LinkCounts(row.getLong(2), row.getLong(3), row.getLong(4))));
        return counts;
    }
}
