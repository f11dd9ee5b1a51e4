package org.citestream.query.search;

import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.DatabaseLife;
import org.citestream.query.search.ViewDocuments.TouchedPublication;

/**
 * Brings an index up to date with the tables: changes by their sequence number, publications by the transactions that
 * touched them. An index of another generation, or an empty one, is first filled from the tables,
 * and so is one that knows changes which the database does not: that has gone back in time. For one thread.
 */
public final class IndexFollower {
    /**
     * Changes per step: enough that it is rarely behind. Articles that were just described are indexed in their current
     * state; if the changes of their statements were read only in a later step, they would be indexed twice.
     */
    private static final int MOST_CHANGES = 50_000;

    /**
     * So many transactions a database may have lost that was started again. Their ids are given to others, so publications that
     * were touched by those are looked at once more.
     */
    private static final long MOST_LOST = 10_000;

    private final DataSource database;
    private final SearchIndex index;
    private final int batch;
    private IndexPosition reached;
    private long behind;

    public IndexFollower(DataSource database, SearchIndex index, int batch) {
        this.database = database;
        this.index = index;
        this.batch = batch;
        this.reached = index.place();
    }

    /** The position of the index, committed or not. */
    public IndexPosition reached() {
        return reached;
    }

    /** The number of changes that had a number when the last step began and that it did not follow. */
    long behind() {
        return behind;
    }

    /** Makes the next step rebuild the index. */
    void forget() {
        reached = IndexPosition.NOWHERE;
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
                ViewState now = standing(connection);
                if (!now.life().equals(reached.life())) {
                    // What was touched in the life before may be touched no more, and what is may have a smaller id.
                    long touched = Math.max(0, Math.min(reached.touched(), horizon(connection)) - MOST_LOST);
                    reached = new IndexPosition(reached.generation(), reached.sequence(), touched, now.life());
                }
                boolean moved = (now.generation() == reached.generation() && now.goesOn())
                        ? follow(connection)
                        : fill(connection, now.generation());
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
        PendingChanges changes = changes(connection);
        List<Long> touched = publications(view, reached.touched(), horizon);
        boolean moved = changes.sequence > reached.sequence() || !touched.isEmpty();
        Set<Long> silent = new HashSet<>(view.keysOf(changes.citing));
        Set<Long> articles = new HashSet<>(silent);
        articles.addAll(touched);
        articles.addAll(view.knownAs(touched));
        view.forEachArticle(articles, batch, some -> {
            index.putArticles(some);
            some.forEach(article -> silent.remove(article.key()));
        });
        // An article that was only described and makes no statements was never in the index.
        index.removeArticles(silent);
        reached = new IndexPosition(reached.generation(), changes.sequence, horizon, reached.life());
        behind = Math.max(0, changes.last - changes.sequence);
        return moved;
    }

    /** Indexes the publications; returns the keys of all that were touched. */
    private List<Long> publications(ViewDocuments view, long from, long to) throws SQLException, IOException {
        List<Long> keys = new ArrayList<>();
        TouchedPublication last = null;
        List<TouchedPublication> rows;
        do {
            rows = view.publicationsTouched(from, to, last, batch);
            index.putPublications(rows.stream()
                    .filter(row -> row.document() != null)
                    .map(TouchedPublication::document)
                    .toList());
            index.removePublications(rows.stream()
                    .filter(row -> row.document() == null)
                    .map(TouchedPublication::id)
                    .toList());
            rows.forEach(row -> keys.add(row.key()));
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1);
        } while (rows.size() == batch);
        return keys;
    }

    /** Indexes everything from the tables; what changes meanwhile is followed afterwards. */
    private boolean fill(Connection connection, int generation) throws SQLException, IOException {
        long horizon = horizon(connection);
        long sequence = lastSequence(connection);
        index.clear();
        ViewDocuments view = new ViewDocuments(connection);
        publications(view, 0, horizon);
        view.forEachArticle(batch, index::putArticles);
        reached = new IndexPosition(generation, sequence, horizon, reached.life());
        behind = 0;
        index.commit(reached);
        return true;
    }

    /** The articles whose statements changed, the last change considered, and the last change there is. */
    private record PendingChanges(long sequence, List<String> citing, long last) {}

    private PendingChanges changes(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                SELECT max(last), array_agg(DISTINCT citing), (SELECT last_sequence FROM app.relay)
                FROM (
                    SELECT last, articles, sum(last - first + 1) OVER (ORDER BY last) AS its
                    FROM app.change_batch WHERE last > ? ORDER BY last LIMIT ?) b
                LEFT JOIN LATERAL unnest(articles) citing ON true
                WHERE its <= ?""")) {
            select.setLong(1, reached.sequence());
            select.setInt(2, MOST_CHANGES);
            select.setInt(3, MOST_CHANGES);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long last = row.getLong(1);
                Array citing = row.getArray(2);
                return new PendingChanges(
                        last == 0 ? reached.sequence() : last,
                        citing == null
                                ? List.of()
                                : Arrays.stream((String[]) citing.getArray())
                                        .filter(Objects::nonNull)
                                        .toList(),
                        row.getLong(3));
            }
        }
    }

    /**
     * What the database says.
     *
     * @param goesOn whether it knows the last change that the index has, and all behind it
     */
    private record ViewState(int generation, String life, boolean goesOn) {}

    private ViewState standing(Connection connection) throws SQLException {
        return Sql.of("SELECT number, " + DatabaseLife.SQL + ", (SELECT last_sequence = :sequence FROM app.relay) OR"
                        + " coalesce((SELECT first <= :sequence + 1 FROM app.change_batch WHERE last >= :sequence"
                        + " ORDER BY last LIMIT 1), false)"
                        + " FROM app.generation WHERE state = 'active'")
                .with("sequence", reached.sequence())
                .first(connection, row -> new ViewState(row.getInt(1), row.getString(2), row.getBoolean(3)))
                .orElseThrow(() -> new SQLException("no generation of the view is active"));
    }

    private static long lastSequence(Connection connection) throws SQLException {
        return number(connection, "SELECT last_sequence FROM app.relay");
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
