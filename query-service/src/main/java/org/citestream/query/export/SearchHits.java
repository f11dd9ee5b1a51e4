package org.citestream.query.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.citestream.kit.database.Sql;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;

/**
 * The hits of a search as a temporary table, so that a million hits are held by the database, not in our memory. It is
 * filled before the export's transaction begins, because that must not be assigned a transaction id, or changes would
 * wait for it.
 */
final class SearchHits {

    static final String TABLE = "pg_temp.export_hit";

    private SearchHits() {}

    /** Fills the table on a connection in auto-commit mode. */
    static void fill(Connection connection, SearchIndex index, String words, SearchRequest.SearchOrder order)
            throws SQLException {
        Sql.of("CREATE TEMPORARY TABLE IF NOT EXISTS export_hit (place bigint, id uuid)")
                .update(connection);
        Sql.of("TRUNCATE pg_temp.export_hit").update(connection);
        long[] place = {0};
        Sql insert = Sql.of("INSERT INTO pg_temp.export_hit SELECT :place + n, id"
                + " FROM unnest(:ids::uuid[]) WITH ORDINALITY AS h (id, n)");
        try {
            index.forEachHit(words, order, ids -> {
                try {
                    insert.with("place", place[0]).with("ids", ids).update(connection);
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
        Sql.of("ANALYZE pg_temp.export_hit").update(connection);
    }

    /** Drops the table, once the export's transaction is over. */
    static void clear(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        Sql.of("TRUNCATE pg_temp.export_hit").update(connection);
    }
}
