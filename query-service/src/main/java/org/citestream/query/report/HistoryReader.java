package org.citestream.query.report;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citestream.kit.database.Sql;
import org.citestream.query.change.Change;
import org.citestream.query.change.ChangeLog;
import org.citestream.query.database.Snapshot;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.Facet;

/**
 * The public history of a statement: corrections by people and automatic changes, oldest first, of removed statements
 * too. Automatic changes are known as long as changes are kept. Thread-safe.
 */
@Singleton
public record HistoryReader(Snapshot snapshot) {

    private static final Map<ChangeType, String> DONE = Map.of(
            ChangeType.STATEMENT_ADDED, "added",
            ChangeType.STATEMENT_CHANGED, "changed",
            ChangeType.STATEMENT_REMOVED, "removed");

    public List<HistoryEntry> read(UUID statement) {
        return snapshot.read(connection -> read(connection, statement));
    }

    List<HistoryEntry> read(Connection connection, UUID statement) throws SQLException {
        List<HistoryEntry> history = new ArrayList<>();
        for (Change change : changes(connection, statement)) {
            // A change made by a correction is already listed as that correction.
            if (change.cause() != Cause.CORRECTION) {
                history.add(done(change));
            }
        }
        new Sql()
                .add("SELECT * FROM active.correction WHERE statement = ? AND at IS NOT NULL", statement)
                .list(connection, row -> history.addAll(said(row)));
        history.sort(Comparator.comparing(HistoryEntry::at));
        return List.copyOf(history);
    }

    /** The statement's changes that are still kept, in order. */
    static List<Change> changes(Connection connection, UUID statement) throws SQLException {
        String citing = new Sql()
                .add("SELECT p.id FROM active.statement s JOIN active.publication p ON p.key = s.citing")
                .add("WHERE s.id = ?", statement)
                .first(connection, row -> row.getString(1))
                .orElse(null);
        return ChangeLog.of(connection, statement, citing);
    }

    private static HistoryEntry done(Change change) {
        JsonNode value = change.value();
        return new HistoryEntry(
                change.at().toString(),
                DONE.get(change.type()),
                null,
                value.path("typeBefore").textValue(),
                value.path(Facet.TYPE.parameter()).textValue(),
                null,
                change.cause().wireName(),
                null);
    }

    private static List<HistoryEntry> said(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Short fromCode = row.getObject("from_type", Short.class);
        String from = fromCode == null ? null : Codes.TYPE.name(fromCode);
        String to = Codes.TYPE.name(row.getInt("to_type"));
        String why = row.getString("why");
        List<HistoryEntry> said = new ArrayList<>();
        String proposedAt = instant(row, "proposed_at");
        boolean accepted = row.getString("status").equals("accepted");
        String first = row.getString("confirms") != null
                ? "confirmed"
                : row.getObject("moved_from") != null ? "moved" : "proposed";
        said.add(new HistoryEntry(
                proposedAt == null ? instant(row, "at") : proposedAt,
                first,
                row.getString("by"),
                from,
                to,
                why,
                null,
                id));
        if (accepted) {
            String by = row.getString("accepted_by");
            said.add(new HistoryEntry(
                    instant(row, "at"), "accepted", by == null ? row.getString("by") : by, from, to, null, null, id));
        }
        if (instant(row, "withdrawn_at") != null) {
            said.add(new HistoryEntry(
                    instant(row, "withdrawn_at"),
                    "withdrawn",
                    row.getString("withdrawn_by"),
                    null,
                    to,
                    row.getString("withdrawn_why"),
                    null,
                    id));
        }
        return said;
    }

    private static String instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant().toString();
    }
}
