package org.citestream.query.search;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.citestream.query.search.ViewDocuments.PublicationRow;

/**
 * Brings an index to where the tables are: changes by their sequence, publications by the transactions that touched them.
 * An index of another generation, or of none, is filled anew from the tables first. For one thread.
 */
public final class IndexFollower {
    /**
     * Changes that one step follows: enough that it is hardly ever behind them. Statements of a publication just touched
     * are put in as they stand now; were their changes only read in a later step, they would be put in a second time.
     */
    private static final int MOST_CHANGES = 50_000;

    private final DataSource database;
    private final SearchIndex index;
    private final int batch;
    private IndexPlace reached;

    public IndexFollower(DataSource database, SearchIndex index, int batch) {
        this.database = database;
        this.index = index;
        this.batch = batch;
        this.reached = index.place();
    }

    /** Where the index stands, committed or not. */
    public IndexPlace reached() {
        return reached;
    }

    /** Has the next step fill the index anew. */
    void forget() {
        reached = IndexPlace.NOWHERE;
    }

    /**
     * Takes the next step. Readers see it after the index's next {@link SearchIndex#refresh()}.
     *
     * @return whether there was anything to do
     */
    public boolean step() throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                int generation = generation(connection);
                boolean moved = generation == reached.generation() ? follow(connection) : fill(connection, generation);
                connection.commit();
                return moved;
            } finally {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        }
    }

    private boolean follow(Connection connection) throws SQLException, IOException {
        ViewDocuments view = new ViewDocuments(connection);
        long horizon = horizon(connection);
        Set<UUID> changed = new LinkedHashSet<>();
        long sequence = changes(connection, changed);
        List<Long> touched = publications(view, reached.touched(), horizon);
        boolean moved = sequence > reached.sequence() || !touched.isEmpty();
        // An article's statements and its description mostly come together; what is put in for one is done for the
        // other.
        for (List<Long> part : parts(touched)) {
            put(view.statementsOf(part), changed);
        }
        for (List<UUID> part : parts(List.copyOf(changed))) {
            put(view.statements(part), changed);
        }
        index.removeStatements(changed);
        reached = new IndexPlace(reached.generation(), sequence, horizon);
        return moved;
    }

    private <T> List<List<T>> parts(List<T> whole) {
        return IntStream.iterate(0, start -> start < whole.size(), start -> start + batch)
                .mapToObj(start -> whole.subList(start, Math.min(start + batch, whole.size())))
                .toList();
    }

    private void put(List<StatementDocument> documents, Set<UUID> changed) throws IOException {
        index.putStatements(documents);
        documents.forEach(document -> changed.remove(document.id()));
    }

    /** Puts the publications in; returns the keys of all that were touched. */
    private List<Long> publications(ViewDocuments view, long from, long to) throws SQLException, IOException {
        List<Long> keys = new ArrayList<>();
        PublicationRow last = null;
        List<PublicationRow> rows;
        do {
            rows = view.publicationsTouched(from, to, last, batch);
            index.putPublications(rows.stream()
                    .filter(row -> row.document() != null)
                    .map(PublicationRow::document)
                    .toList());
            index.removePublications(rows.stream()
                    .filter(row -> row.document() == null)
                    .map(PublicationRow::id)
                    .toList());
            rows.forEach(row -> keys.add(row.key()));
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1);
        } while (rows.size() == batch);
        return keys;
    }

    /** Everything from the tables; what changes meanwhile is followed afterwards. */
    private boolean fill(Connection connection, int generation) throws SQLException, IOException {
        long horizon = horizon(connection);
        long sequence = lastSequence(connection);
        index.clear();
        ViewDocuments view = new ViewDocuments(connection);
        publications(view, 0, horizon);
        UUID last = null;
        List<StatementDocument> documents;
        do {
            documents = view.statementsAfter(last, batch);
            index.putStatements(documents);
            last = documents.isEmpty()
                    ? last
                    : documents.get(documents.size() - 1).id();
        } while (documents.size() == batch);
        reached = new IndexPlace(generation, sequence, horizon);
        index.commit(reached);
        return true;
    }

    private long changes(Connection connection, Set<UUID> changed) throws SQLException {
        long sequence = reached.sequence();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT sequence, statement FROM app.change WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
            select.setLong(1, sequence);
            select.setInt(2, MOST_CHANGES);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sequence = row.getLong(1);
                    UUID statement = row.getObject(2, UUID.class);
                    if (statement != null) {
                        changed.add(statement);
                    }
                }
            }
        }
        return sequence;
    }

    private static int generation(Connection connection) throws SQLException {
        return (int) number(connection, "SELECT number FROM app.generation WHERE state = 'active'");
    }

    private static long lastSequence(Connection connection) throws SQLException {
        return number(connection, "SELECT coalesce(max(sequence), 0) FROM app.change");
    }

    /** No running or later transaction can still write below this one. */
    private static long horizon(Connection connection) throws SQLException {
        return number(connection, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
