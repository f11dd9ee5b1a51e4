package org.citestream.query.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Faults that a program of this kind may well have, put back between the services and their database: a statement is
 * changed, or something is done behind it. The checker must find each.
 */
enum KnownFault {
    NONE(SeedKind.PROCESSES_DIE),

    /** Offsets are committed before the rows that they stand for. */
    OFFSETS_COMMITTED_APART(SeedKind.PROCESSES_DIE) {
        @Override
        void behind(String sql, Connection connection) throws SQLException {
            if (sql.contains("projection_offset o SET next_offset")) {
                connection.commit();
            }
        }
    },

    /** Batches that rewrite rows of others, and swaps, do not wait for those others. */
    NOBODY_IS_LOCKED_OUT(SeedKind.PROCESSES_DIE) {
        @Override
        String changed(String sql) {
            return sql.replace("SELECT pg_advisory_xact_lock(", "SELECT pg_advisory_xact_lock_shared(");
        }
    },

    /** Facts of a reading are written although a later one is closed. */
    LATE_FACTS_ARE_WRITTEN(SeedKind.PROCESSES_DIE) {
        @Override
        String changed(String sql) {
            return sql.replace("SELECT citing, closed_revision,", "SELECT citing, 0::bigint AS closed_revision,");
        }
    },

    /** Changes have their numbers before they have left the outbox. */
    NUMBERS_COMMITTED_APART(SeedKind.PROCESSES_DIE) {
        @Override
        void behind(String sql, Connection connection) throws SQLException {
            if (sql.startsWith("INSERT INTO app.folded_tally")) {
                connection.commit();
            }
        }
    },

    /** Two relays, and two publishers, work at the same time. */
    TWO_LEAD(SeedKind.PROCESSES_DIE) {
        @Override
        String changed(String sql) {
            return sql.replace("pg_try_advisory_lock(", "pg_try_advisory_lock_shared(");
        }
    },

    /** A change counts as published before it is sent. */
    PUBLISHED_BEFORE_SENT(SeedKind.PROCESSES_DIE) {
        @Override
        void behind(String sql, Connection connection) throws SQLException {
            if (sql.equals("SELECT published_sequence FROM app.relay")) {
                run(
                        connection,
                        "UPDATE app.relay SET published_sequence = LEAST(last_sequence, published_sequence + 1)");
            }
        }
    },

    /** The index takes publications as seen that a running transaction has yet to touch. */
    INDEX_OVERTAKES_WRITERS(SeedKind.PROCESSES_DIE) {
        @Override
        String changed(String sql) {
            return sql.replace(
                    "SELECT pg_snapshot_xmin(pg_current_snapshot())", "SELECT pg_snapshot_xmax(pg_current_snapshot())");
        }
    },

    /** Readers are switched while the rebuilt view is behind: what was relayed of the old one is not waited for. */
    SWAP_DOES_NOT_WAIT(SeedKind.VIEW_IS_REBUILT) {
        @Override
        String changed(String sql) {
            return sql.startsWith("SELECT NOT EXISTS (SELECT FROM view_") ? "SELECT true" : sql;
        }
    },

    /** A database that has gone back gives numbers again that it has forgotten. */
    NUMBERS_GIVEN_AGAIN(SeedKind.DATABASE_GOES_BACK) {
        @Override
        String changed(String sql) {
            return sql.startsWith(NUMBER_STATE)
                    ? sql.replaceFirst("life, (\\(SELECT .*\\)) FROM app", "$1, $1 FROM app")
                    : sql;
        }
    },

    /** Keys of publications are remembered although the database has forgotten them. */
    KEYS_OUTLIVE_THE_DATABASE(SeedKind.DATABASE_GOES_BACK) {
        @Override
        String changed(String sql) {
            return sql.startsWith("SELECT state = 'retired', (SELECT concat_ws")
                            || sql.startsWith("SELECT (SELECT concat_ws")
                    ? sql.replaceFirst("\\(SELECT concat_ws.*'app\\.relay'\\)\\)", "'one'")
                    : sql;
        }
    };

    private static final String NUMBER_STATE = "SELECT last_sequence, published_sequence, life, ";

    private final SeedKind kind;

    KnownFault(SeedKind kind) {
        this.kind = kind;
    }

    /** The kind of seed that can show it. */
    SeedKind kind() {
        return kind;
    }

    /** What the database gets instead. */
    String changed(String sql) {
        return sql;
    }

    /** Done just behind a statement, on its connection. */
    void behind(String sql, Connection connection) throws SQLException {}

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
