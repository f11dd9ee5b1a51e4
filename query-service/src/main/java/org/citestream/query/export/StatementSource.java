package org.citestream.query.export;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.report.StatementReader;

/** Reads selected statements batch by batch through a database cursor. Thread-safe. */
@Singleton
record StatementSource(StatementReader statements, PublicationReader publications, ExportSettings settings) {

    /** Receives one statement. */
    @FunctionalInterface
    interface RowConsumer {
        void take(ExportRow row) throws SQLException;
    }

    /** Reads all that {@code selection} selects (columns id, root), in its order, in one transaction. */
    void read(Connection connection, Sql selection, ReportQuery query, RowConsumer taking) throws SQLException {
        List<UUID> batch = new ArrayList<>();
        selection.each(connection, settings.batch(), row -> {
            batch.add(row.getObject("id", UUID.class));
            if (batch.size() == settings.batch()) {
                take(connection, batch, query, taking);
            }
        });
        take(connection, batch, query, taking);
    }

    private void take(Connection connection, List<UUID> batch, ReportQuery query, RowConsumer taking)
            throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        Map<UUID, ShownStatement> rows = statements.read(connection, batch, query);
        Map<String, ShownPublication> works =
                publications.readBriefByIds(connection, ShownStatement.works(rows.values()));
        for (UUID id : batch) {
            ShownStatement statement = rows.get(id);
            taking.take(new ExportRow(statement, works.get(statement.citing()), works.get(statement.cited())));
        }
        batch.clear();
    }
}
