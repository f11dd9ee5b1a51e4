package org.citestream.query.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.WithdrawnNotice;

/** Reads the statements of a report by arrival, the newest first. Thread-safe. */
@Singleton
public record NewestStatements(Snapshot snapshot, PublicationReader publications, StatementReader statements) {

    /**
     * The newest statements about a publication, each with its citing publication.
     *
     * @param withdrawn notices on it that were taken back
     */
    public record WorkWithStatements(
            ShownPublication publication, List<WithdrawnNotice> withdrawn, List<AttributedStatement> statements) {

        public WorkWithStatements {
            withdrawn = List.copyOf(withdrawn);
            statements = List.copyOf(statements);
        }
    }

    /** A statement and its citing publication. */
    public record AttributedStatement(ShownStatement statement, ShownPublication citing) {}

    /** At most {@code most} statements that match the query; empty if no fact ever named the publication. */
    public Optional<WorkWithStatements> read(String curie, ReportQuery query, int limit) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            return key.isEmpty() ? Optional.empty() : Optional.of(read(connection, key.get(), query, limit));
        });
    }

    private WorkWithStatements read(Connection connection, long key, ReportQuery query, int limit) throws SQLException {
        Long onlyCiting = query.citing().isPresent()
                ? publications.find(connection, query.citing().get()).orElse(-1L)
                : null;
        List<UUID> ids = StatementScope.of(key, query, onlyCiting)
                .add("SELECT s.id FROM scope f JOIN active.statement s ON s.id = f.id WHERE f.misses = 0")
                .add("ORDER BY s.classified_at DESC, s.id LIMIT ?", limit)
                .list(connection, row -> row.getObject(1, UUID.class));
        Map<UUID, ShownStatement> whole = statements.read(connection, ids, query);
        Map<String, ShownPublication> citing = publications.readBriefByIds(
                connection,
                whole.values().stream().map(ShownStatement::citing).distinct().toList());
        return new WorkWithStatements(
                publications.read(connection, List.of(key)).get(key),
                publications.withdrawn(connection, key),
                ids.stream()
                        .map(whole::get)
                        .filter(Objects::nonNull)
                        .map(statement -> new AttributedStatement(statement, citing.get(statement.citing())))
                        .toList());
    }
}
