package org.citestream.query.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.change.Change;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Codes;

/** Reads a single statement with its provenance and history, or why it was removed. Thread-safe. */
@Singleton
public record StatementPages(
        Snapshot snapshot,
        StatementReader statements,
        PublicationReader publications,
        SentenceReader sentences,
        HistoryReader history,
        ReportSettings settings) {

    /** The statement; empty if it is not in the index. */
    public Optional<StatementPage> read(UUID id) {
        return snapshot.read(connection -> {
            ShownStatement statement = statements
                    .read(connection, List.of(id), ReportQuery.plain(settings))
                    .get(id);
            return statement == null ? Optional.empty() : Optional.of(page(connection, statement));
        });
    }

    /** Why the statement was removed; empty if it never existed or its change is no longer kept. */
    public Optional<Removal> removal(UUID id) {
        List<Change> changes = snapshot.read(connection -> HistoryReader.changes(connection, id));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        Change last = changes.get(changes.size() - 1);
        return last.type() == ChangeType.STATEMENT_REMOVED
                ? Optional.of(new Removal(last.cause().wireName(), last.at().toString(), last.citing()))
                : Optional.empty();
    }

    private StatementPage page(Connection connection, ShownStatement statement) throws SQLException {
        long citing = publications.find(connection, statement.citing()).orElseThrow();
        long cited = publications.find(connection, statement.cited()).orElseThrow();
        Map<Long, ShownPublication> works = publications.read(connection, List.of(citing, cited));
        List<StatementPage.Correction> corrections = new Sql()
                .add("SELECT * FROM active.correction WHERE statement = ? AND at IS NOT NULL", statement.id())
                .add("ORDER BY at, id")
                .list(connection, StatementPages::correction);
        return new StatementPage(
                statement,
                works.get(citing).brief(),
                works.get(cited).brief(),
                sentences.read(connection, List.of(statement.id()), false).getOrDefault(statement.id(), List.of()),
                corrections,
                history.read(connection, statement.id()));
    }

    private static StatementPage.Correction correction(ResultSet row) throws SQLException {
        return new StatementPage.Correction(
                row.getString("id"),
                Codes.TYPE.name(row.getInt("from_type")),
                Codes.TYPE.name(row.getInt("to_type")),
                row.getString("by"),
                row.getString("why"),
                row.getString("status"),
                instant(row, "at"),
                instant(row, "withdrawn_at"));
    }

    private static String instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant().toString();
    }
}
