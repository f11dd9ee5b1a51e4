package org.citestream.ingest.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.ingest.fact.AliasFound;
import org.citestream.kit.database.Sql;

/**
 * Applies one batch in one transaction: offsets, rows, and the aliases that follow from the rows. For the loop's
 * thread.
 */
@ApplicationScoped
class CatalogueTransaction {
    /**
     * Only one batch at a time, over all instances, looks for aliases: two concurrent ones would not see each other.
     */
    private static final long LOCK = 0x6361_7461_6c6f_6775L;

    private final DataSource database;
    private final AliasFinder finder;
    private final CatalogueState state;

    CatalogueTransaction(DataSource database, CatalogueSettings settings, CatalogueState state) {
        this.database = database;
        this.state = state;
        this.finder = new AliasFinder(settings.matchThreshold());
    }

    /**
     * Applies a batch whole or not at all.
     *
     * @param expected where this loop believes each partition to stand
     * @return aliases found and no longer borne out, still to be published
     * @throws FencedException if another instance has moved on
     */
    AliasNews apply(Batch batch, Map<TopicPartition, Long> expected) throws SQLException, FencedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                begin(connection);
                StoredOffsets.advance(connection, expected, batch.next());
                List<LogEntry.Described> changed = BatchWriter.write(connection, batch);
                AliasNews news = finder.find(
                        connection, changed, batch.all(LogEntry.DescriptionRemoved.class), state.isCaughtUp());
                connection.commit();
                return news;
            } catch (SQLException | FencedException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    /** Where to go on; a partition never read before begins at its first record. */
    Map<TopicPartition, Long> offsets(Map<TopicPartition, Long> beginnings) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return StoredOffsets.load(connection, beginnings);
        }
    }

    /** Takes what comes at the end of a log that has lost records for newer than what is known from those. */
    void goBack(TopicPartition partition, long read, long end) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                begin(connection);
                StoredOffsets.goBack(connection, partition, read, end);
                // Of other partitions nothing older comes again, so their rows may say the same.
                for (String table : List.of("publication", "alias", "notice")) {
                    Sql.of("update " + table + " set log_offset = :last where log_offset > :last")
                            .with("last", end - 1)
                            .update(connection);
                }
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    /** Ids made of titles that may go: no reading makes them any more. */
    List<StaleId> staleIds() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return StaleIds.find(connection);
        }
    }

    /**
     * Forgets ids once the log says that they are gone.
     *
     * @return those that a reading has begun to make meanwhile, so that they must be described again
     */
    List<StaleId> forget(List<StaleId> gone) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                begin(connection);
                StaleIds.forget(connection, gone);
                connection.commit();
                // Whoever comes later finds no description any more and gives one.
                List<StaleId> meanwhile = StaleIds.madeMeanwhile(connection, gone);
                connection.commit();
                return meanwhile;
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
        }
    }

    /** Ids whose alias is to be taken back. */
    List<String> leading() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return StaleIds.leading(connection);
        }
    }

    /** What a crash kept from the log. */
    AliasNews pending() throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<AliasFound> found = ArrayQuery.ask(
                    connection,
                    "select from_id, to_id, method, score, found_at from alias where pending order by from_id",
                    row -> new AliasFound(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getDouble(4),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
            return new AliasNews(found, StaleIds.leading(connection));
        }
    }

    /**
     * These rows need not be durable: what is lost in a crash of the machine is read from the log again, offsets
     * included.
     */
    private static void begin(Connection connection) throws SQLException {
        Sql.of("select pg_advisory_xact_lock(:key), set_config('synchronous_commit', 'off', true)")
                .with("key", LOCK)
                .update(connection);
    }
}
