package org.citestream.kit.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A statement with the values of its parameters, on a connection that the caller owns. Parameters have names ({@code
 * :name}, given by {@link #with}); a statement that is assembled piece by piece has question marks instead, each piece
 * with its values. User input is only ever passed as values. A collection goes in as an array of the type of its
 * elements, an instant as a time with zone. Not thread-safe.
 */
public final class Sql {

    /** Not the two colons of a cast, nor a colon in the middle of a word or at the beginning of a quoted text. */
    private static final Pattern NAME = Pattern.compile("(?<![:\\w']):([a-z][A-Za-z0-9]*)");

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final Map<String, Object> named = new HashMap<>();

    public Sql() {}

    /** One row as a value. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Processes a row while it is the current one. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** A whole statement, whose parameters have names. */
    public static Sql of(String statement) {
        return new Sql().add(statement);
    }

    /** Appends a piece with the values of its question marks. */
    public Sql add(String piece, Object... itsValues) {
        text.append(piece).append('\n');
        values.addAll(Arrays.asList(itsValues));
        return this;
    }

    /** Appends the whole other statement. */
    public Sql add(Sql other) {
        text.append(other.text);
        values.addAll(other.values);
        named.putAll(other.named);
        return this;
    }

    /** Gives a parameter its value, which may be null. */
    public Sql with(String name, Object value) {
        named.put(name, value);
        return this;
    }

    /** Gives the rows one after the other; with a fetch size, and in a transaction, they are never all in memory. */
    public void each(Connection connection, int fetchSize, RowVisitor visitor) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            statement.setFetchSize(fetchSize);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                }
            }
        }
    }

    /** All rows. */
    public <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        each(connection, 0, rows -> all.add(row.of(rows)));
        return all;
    }

    /** The first row; empty if there is none or its value is null. */
    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        List<T> rows = list(connection, row);
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    /**
     * The number in the only column of the only row.
     *
     * @throws SQLException also where there is no row
     */
    public long number(Connection connection) throws SQLException {
        return first(connection, row -> row.getLong(1))
                .orElseThrow(() -> new SQLException("a row was expected of: " + text));
    }

    /** Updates rows, or runs a statement without a result; returns the number of rows affected. */
    public int update(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        }
    }

    /** Changes rows once for each of the items, with one round trip for many; the item's parameters by their names. */
    public <T> void updateAll(Connection connection, Collection<T> items, Function<T, Map<String, Object>> parameters)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(marked(names))) {
            for (T item : items) {
                Map<String, Object> its = parameters.apply(item);
                for (int i = 0; i < names.size(); i++) {
                    String name = names.get(i);
                    bind(statement, i + 1, its.containsKey(name) ? its.get(name) : value(name));
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The time in a column; null if it holds none. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The texts in a column; none if it holds no array. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        PreparedStatement statement = connection.prepareStatement(marked(names));
        try {
            for (int i = 0; i < values.size(); i++) {
                bind(statement, i + 1, values.get(i));
            }
            for (int i = 0; i < names.size(); i++) {
                bind(statement, i + 1, value(names.get(i)));
            }
            return statement;
        } catch (SQLException | RuntimeException failure) {
            statement.close();
            throw failure;
        }
    }

    /** The text with question marks; the names come in their order, and only where the statement has values by name. */
    private String marked(List<String> names) {
        if (!values.isEmpty()) {
            if (!named.isEmpty()) {
                throw new IllegalStateException("question marks and names in one statement: " + text);
            }
            return text.toString();
        }
        return NAME.matcher(text).replaceAll(found -> {
            names.add(found.group(1));
            return Matcher.quoteReplacement("?");
        });
    }

    private Object value(String name) {
        if (!named.containsKey(name)) {
            throw new IllegalStateException("no value for :" + name + " in: " + text);
        }
        return named.get(name);
    }

    private static void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof Instant time) {
            statement.setObject(place, time.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Collection<?> all) {
            statement.setArray(place, statement.getConnection().createArrayOf(type(all), elements(all)));
        } else {
            statement.setObject(place, value);
        }
    }

    /** PostgreSQL's name for the type of the elements; texts where none tells. */
    private static String type(Collection<?> all) {
        Object one = stream(all).filter(Objects::nonNull).findFirst().orElse("");
        if (one instanceof UUID) {
            return "uuid";
        } else if (one instanceof Long) {
            return "bigint";
        } else if (one instanceof Integer) {
            return "integer";
        } else if (one instanceof Short) {
            return "smallint";
        } else if (one instanceof Float) {
            return "real";
        } else if (one instanceof Double) {
            return "double precision";
        }
        return "text";
    }

    /** As an array of their own type, if they have one: only that travels in binary, which spares both sides quoting it. */
    private static Object[] elements(Collection<?> all) {
        Object one = stream(all).filter(Objects::nonNull).findFirst().orElse("");
        boolean alike = stream(all).allMatch(other -> other == null || other.getClass() == one.getClass());
        return alike
                ? Arrays.copyOf(
                        all.toArray(), all.size(), one.getClass().arrayType().asSubclass(Object[].class))
                : all.toArray();
    }

    private static Stream<Object> stream(Collection<?> all) {
        return all.stream().map(one -> one);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
