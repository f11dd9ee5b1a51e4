package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.database.Sql;
import org.citestream.query.project.generation.Generation;

/**
 * What is done where the log of a partition ends before what the view has read: the view keeps its rows, reads on at the end that
 * the log has now, and takes what comes there for newer than what is lost.
 */
final class LogCut {

    private static final String CLASSIFIED = "citations.classified.v1";

    /** Tables whose rows remember at which offset they were said. */
    private static final Map<String, List<String>> TABLES = Map.of(
            CLASSIFIED,
            List.of("statement", "reference_edge"),
            "citations.publications.v1",
            List.of("publication_description", "alias", "notice"),
            "citations.corrections.v1",
            List.of("correction"));

    private final DataSource dataSource;
    private final Generation generation;
    private final ViewSql sql;

    LogCut(DataSource dataSource, Generation generation) {
        this.dataSource = dataSource;
        this.generation = generation;
        this.sql = new ViewSql(generation);
    }

    /**
     * Goes back, in one transaction.
     *
     * @param read the stored offset
     * @param held the end of the log, before it
     * @return ids of articles with rows from the lost records
     * @throws FencedException if another owner has moved the offset
     */
    List<String> apply(TopicPartition partition, long read, long held) throws SQLException, FencedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.of("SELECT pg_advisory_xact_lock(:key)")
                        .with("key", BatchWriter.lockKey(generation))
                        .update(connection);
                int moved = of(
                                "UPDATE ${schema}.projection_offset SET next_offset = :held WHERE topic = :topic"
                                        + " AND partition = :partition AND next_offset = :read",
                                partition,
                                held)
                        .with("topic", partition.topic())
                        .with("read", read)
                        .update(connection);
                if (moved == 0) {
                    throw new FencedException(partition + " was moved on by another owner");
                }
                List<String> articles = articles(connection, partition, held);
                for (String table : TABLES.getOrDefault(partition.topic(), List.of())) {
                    of(
                                    "UPDATE ${schema}." + table + " SET log_offset = :held - 1"
                                            + " WHERE partition = :partition AND log_offset >= :held",
                                    partition,
                                    held)
                            .update(connection);
                }
                Sql.of("INSERT INTO app.log_cut (topic, partition, held, read, articles)"
                                + " VALUES (:topic, :partition, :held, :read, :articles)")
                        .with("topic", partition.topic())
                        .with("partition", partition.partition())
                        .with("held", held)
                        .with("read", read)
                        .with("articles", articles)
                        .update(connection);
                connection.commit();
                return articles;
            } catch (SQLException | FencedException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private List<String> articles(Connection connection, TopicPartition partition, long held) throws SQLException {
        return partition.topic().equals(CLASSIFIED)
                ? of("""
                        SELECT DISTINCT p.id
                        FROM (
                            SELECT citing FROM ${schema}.statement WHERE partition = :partition AND log_offset >= :held
                            UNION ALL
                            SELECT citing FROM ${schema}.reference_edge
                            WHERE partition = :partition AND log_offset >= :held) lost
                        JOIN ${schema}.publication p ON p.key = lost.citing
                        ORDER BY p.id""", partition, held).list(connection, row -> row.getString(1))
                : List.of();
    }

    private Sql of(String statement, TopicPartition partition, long held) {
        return Sql.of(sql.of(statement))
                .with("partition", partition.partition())
                .with("held", held);
    }
}
