package org.citestream.query.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citestream.kit.database.Sql;
import org.citestream.query.vocabulary.ChangeType;

/**
 * The changes that have a sequence number, in that order. Stored in packed batches; those just made by this instance
 * are read from memory. Thread-safe.
 */
@ApplicationScoped
public class ChangeLog {

    /** Enough batches to hold {@code limit} changes; from the first only the changes after the given number. */
    private static final String AFTER = """
            SELECT content
            FROM (
                SELECT last, content, sum(its) OVER (ORDER BY last) - its AS before
                FROM (
                    SELECT last, content, last - GREATEST(first, :after + 1) + 1 AS its
                    FROM app.change_batch WHERE last > :after ORDER BY last LIMIT :limit) b) c
            WHERE before < :limit
            ORDER BY last""";

    /** About 2.5 kB each. */
    private static final int REMEMBERED = 3000;

    private final DataSource dataSource;
    private volatile List<Change> newest = List.of();

    public ChangeLog(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Appends a batch, in the transaction that has given its changes their numbers. */
    public static void append(Connection connection, List<Change> changes) throws SQLException {
        Sql.of("INSERT INTO app.change_batch (last, first, at, articles, removed, content)"
                        + " VALUES (:last, :first, :at, :articles, :removed::uuid[], :content)")
                .with("last", changes.get(changes.size() - 1).sequence())
                .with("first", changes.get(0).sequence())
                .with(
                        "at",
                        changes.stream()
                                .map(Change::at)
                                .max(Comparator.naturalOrder())
                                .orElse(Instant.EPOCH))
                .with(
                        "articles",
                        ofStatements(changes)
                                .map(Change::citing)
                                .filter(citing -> citing != null)
                                .distinct()
                                .toList())
                .with(
                        "removed",
                        ofStatements(changes)
                                .filter(change -> change.type() == ChangeType.STATEMENT_REMOVED)
                                .map(Change::statement)
                                .distinct()
                                .toList())
                .with("content", PackedChanges.pack(changes))
                .update(connection);
    }

    private static Stream<Change> ofStatements(List<Change> changes) {
        return changes.stream().filter(change -> change.statement() != null);
    }

    /** Remembers what was just committed, so that close followers read it without the database. For one thread. */
    void remember(List<Change> committed) {
        List<Change> known = newest;
        boolean goesOn = !known.isEmpty()
                && known.get(known.size() - 1).sequence() + 1
                        == committed.get(0).sequence();
        List<Change> all = new ArrayList<>(goesOn ? known : List.of());
        all.addAll(committed);
        newest = List.copyOf(all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }

    /** Remembers nothing any more. */
    void forget() {
        newest = List.of();
    }

    /**
     * Whether nothing lies between a number and that of the change behind it: numbers are skipped where the database may
     * have gone back in time.
     */
    public boolean isNext(long number, long following) throws SQLException {
        if (following <= number + 1) {
            return true;
        }
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of("SELECT count(*) FROM app.number_skip WHERE after = :number AND resumes = :following")
                            .with("number", number)
                            .with("following", following)
                            .number(connection)
                    > 0;
        }
    }

    /** At most {@code limit} changes after {@code sequence}, in order. */
    public List<Change> after(long sequence, int limit) throws SQLException {
        List<Change> remembered = newest;
        if (!remembered.isEmpty()
                && sequence >= remembered.get(0).sequence() - 1
                && sequence < remembered.get(remembered.size() - 1).sequence()) {
            return behind(remembered.stream(), sequence, limit);
        }
        try (Connection connection = dataSource.getConnection()) {
            return behind(
                    unpacked(Sql.of(AFTER).with("after", sequence).with("limit", limit), connection), sequence, limit);
        }
    }

    private static List<Change> behind(Stream<Change> changes, long sequence, int limit) {
        return changes.filter(change -> change.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    private static Stream<Change> unpacked(Sql batches, Connection connection) throws SQLException {
        return batches.list(connection, row -> row.getBytes("content")).stream()
                .flatMap(content -> PackedChanges.unpack(content).stream());
    }

    /** The changes with these numbers that are still kept, in order. */
    public static List<Change> numbered(Connection connection, Collection<Long> sequences) throws SQLException {
        if (sequences.isEmpty()) {
            return List.of();
        }
        Set<Long> wanted = new HashSet<>(sequences);
        return unpacked(Sql.of("""
                        SELECT content FROM app.change_batch WHERE last IN (
                            SELECT (SELECT min(last) FROM app.change_batch WHERE last >= n) FROM unnest(:numbers) n)
                        ORDER BY last""").with("numbers", sequences), connection)
                .filter(change -> wanted.contains(change.sequence()))
                .toList();
    }

    /**
     * All changes still kept of a statement, in order.
     *
     * @param citing id of the work that makes it; null if it is not in the view, so that only its removal names it
     */
    public static List<Change> of(Connection connection, UUID statement, String citing) throws SQLException {
        String article = citing;
        if (article == null) {
            article = of(
                            connection,
                            Sql.of("SELECT content FROM app.change_batch WHERE removed @> :statements ORDER BY last")
                                    .with("statements", List.of(statement)),
                            statement)
                    .stream()
                    .map(Change::citing)
                    .filter(known -> known != null)
                    .findFirst()
                    .orElse(null);
        }
        return of(
                connection,
                Sql.of("SELECT content FROM app.change_batch WHERE articles @> :articles OR removed @> :statements"
                                + " ORDER BY last")
                        .with("articles", article == null ? List.of("") : List.of(article))
                        .with("statements", List.of(statement)),
                statement);
    }

    private static List<Change> of(Connection connection, Sql batches, UUID statement) throws SQLException {
        return unpacked(batches, connection)
                .filter(change -> statement.equals(change.statement()))
                .toList();
    }

    /**
     * The newest changes that are wanted, the latest first.
     *
     * @param after only changes after this number
     * @param lookedAt roughly how many changes are examined at most
     */
    public static List<Change> newest(
            Connection connection, Predicate<Change> wanted, long after, int lookedAt, int most) throws SQLException {
        List<Change> found = new ArrayList<>();
        long before = Long.MAX_VALUE;
        int seen = 0;
        while (seen < lookedAt && found.size() < most) {
            List<Change> batch = unpacked(
                            Sql.of("SELECT content FROM app.change_batch WHERE last < :before AND last > :after"
                                            + " ORDER BY last DESC LIMIT 1")
                                    .with("before", before)
                                    .with("after", after),
                            connection)
                    .toList();
            if (batch.isEmpty()) {
                break;
            }
            for (int i = batch.size() - 1; i >= 0 && found.size() < most; i--) {
                Change change = batch.get(i);
                if (change.sequence() > after && wanted.test(change)) {
                    found.add(change);
                }
            }
            seen += batch.size();
            before = batch.get(0).sequence();
        }
        return found;
    }

    /** The last sequence number given; 0 if there is none. */
    public long last() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Sql.of("SELECT last_sequence FROM app.relay").number(connection);
        }
    }
}
