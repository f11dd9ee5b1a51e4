package org.citestream.ingest.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.citestream.kit.database.Sql;

/** Runs one query whose arguments are text arrays, on a connection that the caller owns. Stateless. */
final class ArrayQuery {
    private ArrayQuery() {}

    @SafeVarargs
    @SuppressWarnings("varargs")
    static <T> List<T> ask(Connection connection, String sql, Sql.Row<T> row, Collection<String>... arrays)
            throws SQLException {
        return new Sql().add(sql, (Object[]) arrays).list(connection, row);
    }

    /** The same for an update; returns the number of rows affected. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static int tell(Connection connection, String sql, List<String>... arrays) throws SQLException {
        return new Sql().add(sql, (Object[]) arrays).update(connection);
    }
}
