package org.citestream.query.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.citestream.kit.database.Sql;

/**
 * Which life of the database this is: another after each start of its server, in each copy, after each restore. Within one
 * life nothing that was committed is undone, so that what was learned of it stays true; of an earlier life it may not.
 */
public final class DatabaseLife {

    /** The life as a text, for use within a statement: when the server started, which database, which of its tables. */
    public static final String SQL = "(SELECT concat_ws('/', extract(epoch FROM pg_postmaster_start_time()), d.oid,"
            + " c.oid) FROM pg_database d, pg_class c"
            + " WHERE d.datname = current_database() AND c.oid = to_regclass('app.relay'))";

    private DatabaseLife() {}

    /** The life that this connection belongs to. */
    public static String of(Connection connection) throws SQLException {
        return Sql.of("SELECT " + SQL)
                .first(connection, row -> row.getString(1))
                .orElse("");
    }
}
