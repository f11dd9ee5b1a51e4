package org.citestream.query.simulation;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Faults that a program of this kind may well have, put back between the services and their database: a statement is
 * changed, or something is done behind it. The checker must find each.
 */
enum KnownFault {
    NONE(0),

    /** Offsets are committed before the rows that they stand for. */
    OFFSETS_COMMITTED_APART(2) {
        @Override
        void behind(String sql, Connection connection) throws SQLException {
            if (sql.contains("projection_offset o SET next_offset")) {
                connection.commit();
            }
        }
    },

    /** Batches that rewrite rows of others, and swaps, do not wait for those others. */
    NOBODY_IS_LOCKED_OUT(8) {
        @Override
        String changed(String sql) {
            return sql.replace("SELECT pg_advisory_xact_lock(", "SELECT pg_advisory_xact_lock_shared(");
        }
    },

    /** Facts of a reading are written although a later one is closed. */
    LATE_FACTS_ARE_WRITTEN(47) {
        @Override
        String changed(String sql) {
            return sql.replace("SELECT citing, closed_revision,", "SELECT citing, 0::bigint AS closed_revision,");
        }
    },

    /** Changes have their numbers before they have left the outbox. */
    NUMBERS_COMMITTED_APART(33) {
        @Override
        void behind(String sql, Connection connection) throws SQLException {
            if (sql.startsWith("INSERT INTO app.folded_tally")) {
                connection.commit();
            }
        }
    };

    private final long firstSeed;

    KnownFault(long firstSeed) {
        this.firstSeed = firstSeed;
    }

    /** The first seed, from 1 on, that was seen to find it; a test need not try those before. */
    long firstSeed() {
        return firstSeed;
    }

    /** What the database gets instead. */
    String changed(String sql) {
        return sql;
    }

    /** Done just behind a statement, on its connection. */
    void behind(String sql, Connection connection) throws SQLException {}
}
