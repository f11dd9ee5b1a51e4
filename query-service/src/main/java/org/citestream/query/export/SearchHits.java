package org.citestream.query.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;

/**
 * What a search finds, as a temporary table, so that a million hits are in the database's memory, not in ours. It is filled
 * before the export's transaction begins: that one must stay without a transaction number, or changes would wait for it.
 */
final class SearchHits {

    static final String TABLE = "pg_temp.export_hit";

    private SearchHits() {}

    /** Fills the table on a connection in auto-commit mode. */
    static void fill(Connection connection, SearchIndex index, String words, SearchRequest.Order order)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE IF NOT EXISTS export_hit (place bigint, id uuid)");
            statement.execute("TRUNCATE pg_temp.export_hit");
        }
        long[] place = {0};
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO pg_temp.export_hit SELECT ? + n, id FROM unnest(?::uuid[]) WITH ORDINALITY AS h (id, n)")) {
            index.forEachHit(words, order, ids -> {
                try {
                    insert.setLong(1, place[0]);
                    insert.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                    insert.executeUpdate();
                } catch (SQLException e) {
                    throw new IOException(e);
                }
                place[0] += ids.size();
            });
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException database) {
                throw database;
            }
            throw new UncheckedIOException("the search index cannot be read", e);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE pg_temp.export_hit");
        }
    }

    /** Gives the database its room back, once the export's transaction is over. */
    static void clear(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE pg_temp.export_hit");
        }
    }
}
