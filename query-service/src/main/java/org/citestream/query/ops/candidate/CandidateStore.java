package org.citestream.query.ops.candidate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.StatementClassified;

/**
 * The tables that hold a candidate's labels. Rows and offsets are written in one transaction, and only if the offsets
 * are still what was read, so that several instances may follow at once.
 */
record CandidateStore(DataSource dataSource) {

    /** Drops the data of any other candidate; null if there is none. */
    void begin(String topicId) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            String before = Sql.of("SELECT topic_id FROM app.candidate")
                    .first(connection, row -> row.getString(1))
                    .orElse(null);
            if (Objects.equals(before, topicId)) {
                connection.rollback();
                return;
            }
            Sql.of("TRUNCATE app.candidate, app.candidate_offset, app.candidate_statement")
                    .update(connection);
            if (topicId != null) {
                Sql.of("INSERT INTO app.candidate (topic_id) VALUES (:topic)")
                        .with("topic", topicId)
                        .update(connection);
            }
            connection.commit();
        }
    }

    Map<Integer, Long> offsets() throws SQLException {
        Map<Integer, Long> offsets = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            Sql.of("SELECT partition, next_offset FROM app.candidate_offset")
                    .each(connection, 0, row -> offsets.put(row.getInt(1), row.getLong(2)));
        }
        return offsets;
    }

    /** The offsets between which a partition was read. */
    record PartitionProgress(int partition, long from, long to) {}

    /** Writes everything or, if another instance was faster, nothing; returns whether it wrote. */
    boolean write(
            String topicId,
            List<LoggedFact<StatementClassified>> statements,
            List<PartitionProgress> advances,
            Optional<String> model)
            throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            if (!isStill(connection, topicId) || !advance(connection, advances)) {
                connection.rollback();
                return false;
            }
            upsert(connection, statements);
            if (model.isPresent()) {
                Sql.of("UPDATE app.candidate SET model = :model::jsonb")
                        .with("model", model.get())
                        .update(connection);
            }
            connection.commit();
            return true;
        }
    }

    private static boolean isStill(Connection connection, String topicId) throws SQLException {
        return Sql.of("SELECT 1 FROM app.candidate WHERE topic_id = :topic FOR SHARE")
                .with("topic", topicId)
                .first(connection, row -> row.getInt(1))
                .isPresent();
    }

    private static boolean advance(Connection connection, List<PartitionProgress> advances) throws SQLException {
        for (PartitionProgress advance : advances) {
            int moved = Sql.of("""
                    INSERT INTO app.candidate_offset AS o (partition, next_offset) VALUES (:partition, :to)
                    ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset
                    WHERE o.next_offset = :from""")
                    .with("partition", advance.partition())
                    .with("to", advance.to())
                    .with("from", advance.from())
                    .update(connection);
            if (moved == 0) {
                return false;
            }
        }
        return true;
    }

    private static void upsert(Connection connection, List<LoggedFact<StatementClassified>> statements)
            throws SQLException {
        // The last of each id, because one statement may not touch a row twice.
        Map<UUID, LoggedFact<StatementClassified>> last = new LinkedHashMap<>();
        statements.forEach(entry -> last.put(entry.fact().id(), entry));
        List<LoggedFact<StatementClassified>> rows = List.copyOf(last.values());
        Sql.of("""
                INSERT INTO app.candidate_statement AS c (statement, revision, log_offset, type, confidence)
                SELECT * FROM unnest(:ids::uuid[], :revisions::bigint[], :offsets::bigint[], :types::smallint[],
                    :confidences::real[])
                ON CONFLICT (statement) DO UPDATE SET revision = excluded.revision, log_offset = excluded.log_offset,
                    type = excluded.type, confidence = excluded.confidence
                WHERE (c.revision, c.log_offset) < (excluded.revision, excluded.log_offset)""")
                .with("ids", rows.stream().map(row -> row.fact().id()).toList())
                .with(
                        "revisions",
                        rows.stream().map(row -> row.fact().revision()).toList())
                .with("offsets", rows.stream().map(row -> row.place().offset()).toList())
                .with(
                        "types",
                        rows.stream().map(row -> row.fact().type().code()).toList())
                .with(
                        "confidences",
                        rows.stream().map(row -> row.fact().confidence()).toList())
                .update(connection);
    }
}
