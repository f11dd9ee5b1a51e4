package org.citestream.cli.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.citestream.platform.Database;

/**
 * The view at one moment, with the offsets up to which it has read the log then: so that it can be compared while work goes
 * on. In memory, some hundred bytes a statement.
 *
 * @param offsets the next record of each partition
 * @param parked records that became dead letters instead of rows, {@code TOPIC-PARTITION@OFFSET}
 * @param statements by id
 * @param tallies by cited work, without those that are all zero
 * @param disagreements of the view with itself, in words
 */
record ViewSnapshot(
        Map<TopicPartition, Long> offsets,
        Set<String> parked,
        Map<UUID, Row> statements,
        Map<String, Tally> tallies,
        List<String> disagreements) {

    private static final int FETCH = 5_000;

    private static final String COUNTED = """
            SELECT p.id, coalesce(t.a, 0), coalesce(t.b, 0), coalesce(t.c, 0), coalesce(t.d, 0), coalesce(t.e, 0),
              coalesce(t.f, 0), coalesce(s.a, 0), coalesce(s.b, 0), coalesce(s.c, 0), coalesce(s.d, 0),
              coalesce(s.e, 0), coalesce(r.f, 0)
            FROM (SELECT cited, sum(supporting) a, sum(mentioning) b, sum(contrasting) c, sum(unclassified) d,
                    sum(not_a_sentence) e, sum(citing_publications) f FROM active.tally GROUP BY cited) t
            FULL JOIN (SELECT cited, count(*) FILTER (WHERE type = 1) a, count(*) FILTER (WHERE type = 2) b,
                    count(*) FILTER (WHERE type = 3) c, count(*) FILTER (WHERE type = 0) d,
                    count(*) FILTER (WHERE type = 4) e FROM active.statement GROUP BY cited) s USING (cited)
            FULL JOIN (SELECT cited, count(DISTINCT citing) f FROM active.reference_edge GROUP BY cited) r USING (cited)
            JOIN active.publication p ON p.key = cited""";

    private static final String INCOMPLETE = """
            SELECT p.id, a.expected_statements, count(s.id) FROM active.article a
            JOIN active.publication p ON p.key = a.citing
            LEFT JOIN active.statement s ON s.citing = a.citing AND s.revision = a.closed_revision
            WHERE a.closed_revision > a.withdrawn_revision AND a.seen_revision = a.closed_revision
            GROUP BY p.id, a.expected_statements HAVING count(s.id) <> a.expected_statements""";

    /** Reads all of it in one transaction, which sees one moment. */
    static ViewSnapshot read(Database database) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Map<TopicPartition, Long> offsets = new HashMap<>();
            each(
                    connection,
                    "SELECT topic, partition, next_offset FROM active.projection_offset",
                    row -> offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)));
            Set<String> parked = new HashSet<>();
            each(
                    connection,
                    "SELECT topic || '-' || partition || '@' || log_offset FROM active.parked",
                    row -> parked.add(row.getString(1)));
            Map<UUID, Row> statements = new HashMap<>();
            Map<String, String> ids = new HashMap<>();
            each(
                    connection,
                    "SELECT s.id, p.id, s.revision, s.machine_type FROM active.statement s"
                            + " JOIN active.publication p ON p.key = s.citing",
                    row -> statements.put(
                            row.getObject(1, UUID.class),
                            new Row(
                                    ids.computeIfAbsent(row.getString(2), id -> id),
                                    row.getLong(3),
                                    row.getInt(4) > 3 ? 0 : row.getInt(4))));
            List<String> disagreements = new ArrayList<>();
            Map<String, Tally> tallies = tallies(connection, disagreements);
            each(
                    connection,
                    INCOMPLETE,
                    row -> disagreements.add("article %s: closed with %d statements, the view has %d"
                            .formatted(row.getString(1), row.getInt(2), row.getInt(3))));
            connection.rollback();
            return new ViewSnapshot(offsets, parked, statements, tallies, disagreements);
        }
    }

    private static Map<String, Tally> tallies(Connection connection, List<String> disagreements) throws SQLException {
        Map<String, Tally> tallies = new HashMap<>();
        each(connection, COUNTED, row -> {
            Tally kept = tally(row, 2);
            Tally counted = tally(row, 8);
            if (!kept.equals(counted)) {
                disagreements.add("tally of %s: %s; its rows: %s".formatted(row.getString(1), kept, counted));
            }
            if (!kept.equals(Tally.NONE)) {
                tallies.put(row.getString(1), kept);
            }
        });
        return tallies;
    }

    private static Tally tally(ResultSet row, int first) throws SQLException {
        return new Tally(
                row.getLong(first),
                row.getLong(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5));
    }

    private interface Taking {
        void take(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, Taking taking) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    taking.take(row);
                }
            }
        }
    }
}
