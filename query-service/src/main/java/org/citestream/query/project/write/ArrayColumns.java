package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Rows turned into one array a column, as {@code unnest} takes them. Not thread-safe. */
final class ArrayColumns<T> {

    private final Collection<T> rows;
    private final List<String> types = new ArrayList<>();
    private final List<Object[]> columns = new ArrayList<>();

    ArrayColumns(Collection<T> rows) {
        this.rows = rows;
    }

    /** Adds a column of a PostgreSQL type; null stays null. */
    ArrayColumns<T> add(String type, Function<T, ?> value) {
        Object[] column = new Object[rows.size()];
        int i = 0;
        for (T row : rows) {
            column[i++] = value.apply(row);
        }
        types.add(type);
        columns.add(column);
        return this;
    }

    /** Sets the parameters from {@code first} on; returns the next free one. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        Connection connection = statement.getConnection();
        int parameter = first;
        for (int i = 0; i < columns.size(); i++) {
            statement.setArray(parameter++, connection.createArrayOf(types.get(i), columns.get(i)));
        }
        return parameter;
    }
}
