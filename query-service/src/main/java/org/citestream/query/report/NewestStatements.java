package org.citestream.query.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.publication.WithdrawnNotice;
import org.citestream.query.vocabulary.CitationType;

/** Reads the statements of a report by arrival, the newest first. Thread-safe. */
@Singleton
public record NewestStatements(
        Snapshot snapshot, PublicationReader publications, StatementReader statements, ReportSettings settings) {

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

    /**
     * The newest statements about any of these works, by their keys.
     *
     * @param type only of this type; all if empty
     */
    public List<ShownStatement> ofWorks(
            Connection connection, Collection<Long> keys, Optional<CitationType> type, int limit) throws SQLException {
        Sql newest = new Sql()
                .add("SELECT id FROM active.statement WHERE cited = ANY (?)", (Object) keys.toArray(Long[]::new));
        type.ifPresent(only -> newest.add("AND type = ?", only.code()));
        List<UUID> ids = newest.add("ORDER BY classified_at DESC, id LIMIT ?", limit)
                .list(connection, row -> row.getObject(1, UUID.class));
        return inOrder(ids, statements.read(connection, ids, ReportQuery.plain(settings)));
    }

    /** The newest statements about any of these works that match the query. */
    public List<ShownStatement> ofWorks(Connection connection, Collection<Long> keys, ReportQuery query, int limit)
            throws SQLException {
        Long onlyCiting = onlyCiting(connection, query);
        List<UUID> ids = ids(
                connection,
                StatementScope.of(
                        new Sql().add("s.cited = ANY (?)", (Object) keys.toArray(Long[]::new)), query, onlyCiting),
                limit);
        return inOrder(ids, statements.read(connection, ids, query));
    }

    private static List<ShownStatement> inOrder(List<UUID> ids, Map<UUID, ShownStatement> whole) {
        return ids.stream().map(whole::get).filter(Objects::nonNull).toList();
    }

    private static List<UUID> ids(Connection connection, Sql scope, int limit) throws SQLException {
        return scope.add("SELECT s.id FROM scope f JOIN active.statement s ON s.id = f.id WHERE f.misses = 0")
                .add("ORDER BY s.classified_at DESC, s.id LIMIT ?", limit)
                .list(connection, row -> row.getObject(1, UUID.class));
    }

    private Long onlyCiting(Connection connection, ReportQuery query) throws SQLException {
        return query.citing().isPresent()
                ? publications.find(connection, query.citing().get()).orElse(-1L)
                : null;
    }

    private WorkWithStatements read(Connection connection, long key, ReportQuery query, int limit) throws SQLException {
        List<UUID> ids = ids(connection, StatementScope.of(key, query, onlyCiting(connection, query)), limit);
        Map<UUID, ShownStatement> whole = statements.read(connection, ids, query);
        Map<String, ShownPublication> citing = publications.readBriefByIds(
                connection,
                whole.values().stream().map(ShownStatement::citing).distinct().toList());
        return new WorkWithStatements(
                publications.read(connection, List.of(key)).get(key),
                publications.withdrawn(connection, key),
                inOrder(ids, whole).stream()
                        .map(statement -> new AttributedStatement(statement, citing.get(statement.citing())))
                        .toList());
    }
}
