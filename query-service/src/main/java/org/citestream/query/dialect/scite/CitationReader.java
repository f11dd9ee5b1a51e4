package org.citestream.query.dialect.scite;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;

/** The statements toward and from a work; empty if no fact named it. Thread-safe. */
@Singleton
record CitationReader(Snapshot snapshot, PublicationReader publications) {

    private static final String DOI = PublicationReader.doi("o");

    /**
     * A part of the statements; only those with a DOI on the other side are listed, because scite's clients know no
     * other ids.
     *
     * @param total number of all statements
     * @param restricted number of those that are never listed
     */
    record FoundCitations(long total, long restricted, List<SciteCitation> citations) {
        FoundCitations {
            citations = List.copyOf(citations);
        }
    }

    /** Statements about the work with the DOI. */
    Optional<FoundCitations> toward(String doi, ListWindow span) {
        return read(doi, span, CitationReader::citing, (row, other) -> SciteCitation.of(row, other, doi));
    }

    /** Statements made by the work with the DOI. */
    Optional<FoundCitations> from(String doi, ListWindow span) {
        return read(doi, span, CitationReader::cited, (row, other) -> SciteCitation.of(row, doi, other)
                .withoutScores());
    }

    private static Sql citing(long key) {
        return new Sql()
                .add("FROM active.statement s JOIN active.publication c ON c.key = s.citing")
                .add("JOIN active.publication o ON o.key = c.root WHERE s.cited = ?", key);
    }

    private static Sql cited(long key) {
        return new Sql()
                .add("FROM active.statement s JOIN active.publication o ON o.key = s.cited WHERE s.citing IN (")
                .add(PublicationReader.sameWork(key))
                .add(")");
    }

    @FunctionalInterface
    private interface Statements {
        Sql of(long key);
    }

    @FunctionalInterface
    private interface StatementMapper {
        SciteCitation of(ResultSet row, String other) throws SQLException;
    }

    private Optional<FoundCitations> read(String doi, ListWindow span, Statements statements, StatementMapper shape) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, "doi:" + doi);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(found(connection, span, statements.of(key.get()), shape));
        });
    }

    private static FoundCitations found(Connection connection, ListWindow span, Sql statements, StatementMapper shape)
            throws SQLException {
        List<SciteCitation> citations = new Sql()
                .add("SELECT " + SciteCitation.COLUMNS + ", " + DOI + " AS other")
                .add(statements)
                .add("AND " + DOI + " IS NOT NULL ORDER BY o.key, s.ordinal, s.id")
                .add("LIMIT ? OFFSET ?", span.limit(), span.offset())
                .list(connection, row -> shape.of(row, row.getString("other")));
        return new Sql()
                .add("SELECT count(*), count(*) FILTER (WHERE " + DOI + " IS NULL)")
                .add(statements)
                .first(connection, row -> new FoundCitations(row.getLong(1), row.getLong(2), citations))
                .orElseThrow();
    }
}
