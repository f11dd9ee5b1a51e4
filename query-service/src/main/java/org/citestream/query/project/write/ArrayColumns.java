package org.citestream.query.project.write;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Turns rows into one array per column, as {@code unnest} takes them. Each array has its column's Java type, because
 * only then the driver sends it in binary, which saves both sides formatting and parsing text. Not thread-safe.
 */
final class ArrayColumns<T> {

    private static final Map<String, Class<?>> JAVA = Map.of(
            "bigint", Long.class,
            "int4", Integer.class,
            "int2", Short.class,
            "smallint", Short.class,
            "float4", Float.class,
            "bool", Boolean.class,
            "text", String.class,
            "bytea", byte[].class);

    private final Collection<T> rows;
    private final List<String> types = new ArrayList<>();
    private final List<Object[]> columns = new ArrayList<>();

    ArrayColumns(Collection<T> rows) {
        this.rows = rows;
    }

    /** Adds a column of a PostgreSQL type; null stays null. */
    ArrayColumns<T> add(String type, Function<T, ?> value) {
        Class<?> java = JAVA.getOrDefault(type, Object.class);
        Object[] column = (Object[]) Array.newInstance(java, rows.size());
        int i = 0;
        for (T row : rows) {
            Object of = value.apply(row);
            column[i++] = java == Short.class && of != null ? (Short) ((Number) of).shortValue() : of;
        }
        types.add(type);
        columns.add(column);
        return this;
    }

    /** Runs the statement with nothing but these columns; without rows there is nothing to do. */
    void update(Connection connection, String sql) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, 1);
            statement.executeUpdate();
        }
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
