package org.citestream.query.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query put together piece by piece, each with the values of its question marks. What people write goes in as
 * values only. Not thread-safe.
 */
public final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    public Sql() {}

    /** One row as a value. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What is done with a row while it is the current one. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    public Sql add(String piece, Object... itsValues) {
        text.append(piece).append('\n');
        values.addAll(List.of(itsValues));
        return this;
    }

    public Sql add(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        return this;
    }

    /** Gives the rows one after the other; with a fetch size, and in a transaction, they are never all in memory. */
    public void each(Connection connection, int fetchSize, RowVisitor visitor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            statement.setFetchSize(fetchSize);
            bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        }
    }

    public <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.of(rows));
                }
                return all;
            }
        }
    }

    private void bind(PreparedStatement statement) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        List<T> rows = list(connection, row);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
