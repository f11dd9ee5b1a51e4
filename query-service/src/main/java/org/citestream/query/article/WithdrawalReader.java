package org.citestream.query.article;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;

/** Finds which articles were withdrawn and have not been added again since. Thread-safe. */
@Singleton
public record WithdrawalReader(Snapshot snapshot, PublicationReader publications) {

    /** The withdrawal of the article with this CURIE; empty if it is in the index, or never was. */
    public Optional<Withdrawal> of(String curie) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : read(connection, key.get(), false);
        });
    }

    /** The same, but empty for a work that others cite, because it still has a report. */
    public Optional<Withdrawal> ofUncited(String curie) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : read(connection, key.get(), true);
        });
    }

    private static Optional<Withdrawal> read(Connection connection, long root, boolean uncited) throws SQLException {
        return new Sql()
                .add("SELECT p.id, a.withdrawn_at, a.why, a.superseded_by,")
                .add("(SELECT o.who FROM app.ops_audit o WHERE o.action = 'withdraw' AND o.target IN (p.id, p.doi)")
                .add("ORDER BY o.id DESC LIMIT 1) AS who")
                .add("FROM active.article a JOIN active.publication p ON p.key = a.citing WHERE a.citing IN (")
                .add(PublicationReader.sameWork(root))
                .add(") AND a.withdrawn_at IS NOT NULL")
                .add("AND a.withdrawn_revision >= GREATEST(a.closed_revision, a.seen_revision)")
                .add(uncited ? "AND NOT EXISTS (SELECT FROM active.reference_edge e WHERE e.cited = p.root)" : "")
                .add("ORDER BY a.withdrawn_at DESC LIMIT 1")
                .first(
                        connection,
                        row -> new Withdrawal(
                                row.getString("id"),
                                row.getObject("withdrawn_at", OffsetDateTime.class)
                                        .toInstant()
                                        .toString(),
                                row.getString("why"),
                                row.getString("who"),
                                row.getString("superseded_by")));
    }
}
