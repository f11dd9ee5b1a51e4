package org.citestream.query.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Who cites whom: distinct pairs of works, aliases followed on both sides, in a stable order. Thread-safe. */
@ApplicationScoped
public class CitationLinks {
    private static final String SELF = "bool_or(e.relationship = " + Codes.RELATIONSHIP.code("self") + ")";

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
}
