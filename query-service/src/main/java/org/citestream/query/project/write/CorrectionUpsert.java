package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.citestream.query.project.event.CorrectionFact;
import org.citestream.query.project.event.CorrectionWithdrawn;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.StatementCorrected;
import org.citestream.query.project.generation.Generation;

/**
 * Writes corrections. The resulting rows do not depend on the order in which corrections, withdrawals and statements
 * arrive. To be used only under the exclusive lock.
 */
final class CorrectionUpsert {

    private final String correct;
    private final String withdraw;
    private final String apply;

    CorrectionUpsert(Generation generation) {
        ViewSql sql = new ViewSql(generation);
        this.correct = sql.of("""
                INSERT INTO ${schema}.correction AS c
                    (id, statement, citing, from_type, to_type, by, why, status, at, log_offset, partition,
                     proposed_at, accepted_by, confirms, moved_from, cited, text)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET statement = excluded.statement, citing = excluded.citing,
                    from_type = excluded.from_type, to_type = excluded.to_type, by = excluded.by, why = excluded.why,
                    status = excluded.status, at = excluded.at, log_offset = excluded.log_offset,
                    proposed_at = excluded.proposed_at, accepted_by = excluded.accepted_by,
                    confirms = excluded.confirms, moved_from = excluded.moved_from, cited = excluded.cited,
                    text = excluded.text
                WHERE c.log_offset < excluded.log_offset""");
        this.withdraw = sql.of("""
                INSERT INTO ${schema}.correction AS c
                    (id, statement, withdrawn_by, withdrawn_why, withdrawn_at, partition)
                VALUES (?, ?, ?, ?, ?::timestamptz, ?)
                ON CONFLICT (id) DO UPDATE SET withdrawn_by = excluded.withdrawn_by,
                    withdrawn_why = excluded.withdrawn_why, withdrawn_at = excluded.withdrawn_at
                WHERE c.withdrawn_at IS NULL""");
        this.apply = sql.files("correct.sql", "tail.sql");
    }

    void apply(Connection connection, FactBatch batch) throws SQLException {
        if (batch.corrections().isEmpty()) {
            return;
        }
        Set<UUID> statements = new LinkedHashSet<>();
        for (LoggedFact<CorrectionFact> entry : batch.corrections()) {
            statements.add(entry.fact().statement());
            if (entry.fact() instanceof StatementCorrected corrected) {
                correct(connection, corrected, entry);
            } else if (entry.fact() instanceof CorrectionWithdrawn withdrawn) {
                withdraw(connection, withdrawn, entry);
            }
        }
        try (PreparedStatement applying = connection.prepareStatement(apply)) {
            applying.setArray(1, connection.createArrayOf("uuid", statements.toArray()));
            applying.executeUpdate();
        }
    }

    private void correct(Connection connection, StatementCorrected corrected, LoggedFact<?> entry) throws SQLException {
        try (PreparedStatement correcting = connection.prepareStatement(correct)) {
            correcting.setString(1, corrected.correction());
            correcting.setObject(2, corrected.statement());
            correcting.setString(3, corrected.citing());
            correcting.setObject(
                    4, corrected.from() == null ? null : corrected.from().code(), java.sql.Types.SMALLINT);
            correcting.setInt(5, corrected.to().code());
            correcting.setString(6, corrected.by());
            correcting.setString(7, corrected.why());
            correcting.setString(8, corrected.status());
            correcting.setString(9, corrected.at().toString());
            correcting.setLong(10, entry.place().offset());
            correcting.setInt(11, entry.place().partition());
            correcting.setString(
                    12,
                    corrected.proposedAt() == null
                            ? null
                            : corrected.proposedAt().toString());
            correcting.setString(13, corrected.acceptedBy());
            correcting.setString(14, corrected.confirms());
            correcting.setObject(15, corrected.movedFrom(), java.sql.Types.OTHER);
            correcting.setString(16, corrected.cited());
            correcting.setString(17, corrected.text());
            correcting.executeUpdate();
        }
    }

    private void withdraw(Connection connection, CorrectionWithdrawn withdrawn, LoggedFact<?> entry)
            throws SQLException {
        try (PreparedStatement withdrawing = connection.prepareStatement(withdraw)) {
            withdrawing.setString(1, withdrawn.correction());
            withdrawing.setObject(2, withdrawn.statement());
            withdrawing.setString(3, withdrawn.by());
            withdrawing.setString(4, withdrawn.why());
            withdrawing.setString(5, withdrawn.at().toString());
            withdrawing.setInt(6, entry.place().partition());
            withdrawing.executeUpdate();
        }
    }
}
