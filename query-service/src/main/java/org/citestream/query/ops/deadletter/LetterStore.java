package org.citestream.query.ops.deadletter;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.kit.database.Sql;
import org.citestream.kit.deadletter.Category;
import org.citestream.query.database.DatabaseUnavailableException;
import org.citestream.query.database.Snapshot;

/** The records about dead letters in {@code app.dead_letter}; the bytes stay on their topics. Thread-safe. */
@Singleton
public record LetterStore(DataSource dataSource, Snapshot snapshot) {

    private static final String COLUMNS = "topic, partition, log_offset, group_id, origin, category, reason, article,"
            + " revision, type, attempt, bytes, at, state, decided_by, decided_why, decided_at";

    /** The next offset to read, by partition. */
    Map<TopicPartition, Long> positions() throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Connection connection = dataSource.getConnection()) {
            Sql.of("SELECT topic, partition, next_offset FROM app.dead_letter_position")
                    .each(
                            connection,
                            0,
                            row -> positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)));
        }
        return positions;
    }

    /**
     * Stores letters and advances, in one transaction. Several instances may do so at once; a letter is stored once.
     */
    void add(Collection<ShownDeadLetter> letters, Map<TopicPartition, Long> next) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.of("INSERT INTO app.dead_letter (topic, partition, log_offset, group_id, origin, category, reason,"
                                + " article, revision, type, attempt, bytes, at) VALUES (:topic, :partition, :offset,"
                                + " :group, :origin, :category, :reason, :article, :revision, :type, :attempt, :bytes,"
                                + " :at) ON CONFLICT DO NOTHING")
                        .updateAll(connection, letters, LetterStore::parameters);
                Sql.of("INSERT INTO app.dead_letter_position AS p VALUES (:topic, :partition, :next)"
                                + " ON CONFLICT (topic, partition)"
                                + " DO UPDATE SET next_offset = GREATEST(p.next_offset, excluded.next_offset)")
                        .updateAll(
                                connection,
                                next.entrySet(),
                                entry -> Map.of(
                                        "topic", entry.getKey().topic(),
                                        "partition", entry.getKey().partition(),
                                        "next", entry.getValue()));
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static Map<String, Object> parameters(ShownDeadLetter letter) {
        Map<String, Object> parameters = new HashMap<>(place(letter.place()));
        parameters.put("group", letter.group());
        parameters.put("origin", letter.origin());
        parameters.put("category", letter.category());
        parameters.put("reason", letter.reason());
        parameters.put("article", letter.article());
        parameters.put("revision", letter.revision());
        parameters.put("type", letter.type());
        parameters.put("attempt", letter.attempt());
        parameters.put("bytes", letter.bytes());
        parameters.put("at", letter.at());
        return parameters;
    }

    private static Map<String, Object> place(LetterPlace place) {
        return Map.of("topic", place.topic(), "partition", place.partition(), "offset", place.offset());
    }

    /**
     * Which letters; null for any.
     *
     * @param belowAttempt those that were parked less often than this
     */
    public record LetterSelection(
            List<LetterPlace> places,
            String group,
            String category,
            String state,
            String article,
            Integer belowAttempt) {

        /** However often they were parked. */
        public LetterSelection(List<LetterPlace> places, String group, String category, String state, String article) {
            this(places, group, category, state, article, null);
        }

        /** Those of them that were parked less often than this. */
        LetterSelection below(int attempt) {
            return new LetterSelection(places, group, category, state, article, attempt);
        }

        /** Open letters of one category of one group. */
        static LetterSelection open(String group, String category) {
            return new LetterSelection(null, group, category, "open", null);
        }
    }

    private static String meaning(String category) {
        return Category.named(category).map(Category::meaning).orElse("The loop that read it could not use it");
    }

    /** Letters by group and category with their counts, the most open ones first. */
    public List<LetterCategory> categories() {
        return snapshot.once(connection -> {
            List<LetterCategory> categories = new ArrayList<>();
            for (LetterCategory counted : new Sql()
                    .add("SELECT group_id, category, count(*) FILTER (WHERE state = 'open'),")
                    .add("count(*) FILTER (WHERE state = 'redriven'), count(*) FILTER (WHERE state = 'discarded'),")
                    .add("max(at) AS newest FROM app.dead_letter GROUP BY group_id, category ORDER BY 3 DESC, 6 DESC")
                    .list(
                            connection,
                            row -> new LetterCategory(
                                    row.getString(1),
                                    row.getString(2),
                                    meaning(row.getString(2)),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    Sql.instant(row, "newest"),
                                    null))) {
                List<ShownDeadLetter> sample = letters(
                        connection,
                        new LetterSelection(
                                null, counted.group(), counted.category(), counted.open() > 0 ? "open" : null, null),
                        1);
                categories.add(counted.with(sample.isEmpty() ? null : sample.get(0)));
            }
            return List.copyOf(categories);
        });
    }

    /** The newest first. */
    public List<ShownDeadLetter> letters(LetterSelection selection, int limit) {
        return snapshot.once(connection -> letters(connection, selection, limit));
    }

    private static List<ShownDeadLetter> letters(Connection connection, LetterSelection selection, int limit)
            throws SQLException {
        return where(new Sql().add("SELECT " + COLUMNS + " FROM app.dead_letter WHERE true"), selection)
                .add("ORDER BY at DESC, topic, partition, log_offset DESC LIMIT ?", limit)
                .list(connection, LetterStore::letter);
    }

    /** The number of matching letters. */
    public long count(LetterSelection selection) {
        return snapshot.once(
                connection -> where(new Sql().add("SELECT count(*) FROM app.dead_letter WHERE true"), selection)
                        .first(connection, row -> row.getLong(1))
                        .orElse(0L));
    }

    /** Records the decision about letters that are open, or were redriven before. */
    void decide(Collection<LetterPlace> places, String state, String by, String why) {
        try (Connection connection = dataSource.getConnection()) {
            Sql.of("UPDATE app.dead_letter SET state = :state, decided_by = :by, decided_why = :why, decided_at = now()"
                            + " WHERE topic = :topic AND partition = :partition AND log_offset = :offset")
                    .with("state", state)
                    .with("by", by)
                    .with("why", why)
                    .updateAll(connection, places, LetterStore::place);
        } catch (SQLException failed) {
            throw new DatabaseUnavailableException(failed);
        }
    }

    private static Sql where(Sql sql, LetterSelection selection) {
        if (selection.places() != null) {
            sql.add("AND (topic, partition, log_offset) IN (");
            String comma = "";
            for (LetterPlace place : selection.places()) {
                sql.add(comma + "(?, ?, ?)", place.topic(), place.partition(), place.offset());
                comma = ", ";
            }
            sql.add(selection.places().isEmpty() ? "(NULL, NULL, NULL))" : ")");
        }
        if (selection.group() != null) {
            sql.add("AND group_id = ?", selection.group());
        }
        if (selection.category() != null) {
            sql.add("AND category = ?", selection.category());
        }
        if (selection.state() != null) {
            sql.add("AND state = ?", selection.state());
        }
        if (selection.article() != null) {
            sql.add("AND article = ?", selection.article());
        }
        if (selection.belowAttempt() != null) {
            sql.add("AND attempt < ?", selection.belowAttempt());
        }
        return sql;
    }

    private static ShownDeadLetter letter(ResultSet row) throws SQLException {
        return new ShownDeadLetter(
                new LetterPlace(row.getString("topic"), row.getInt("partition"), row.getLong("log_offset")),
                row.getString("group_id"),
                row.getString("origin"),
                row.getString("category"),
                row.getString("reason"),
                row.getString("article"),
                (Long) row.getObject("revision"),
                row.getString("type"),
                row.getInt("attempt"),
                row.getInt("bytes"),
                Sql.instant(row, "at"),
                row.getString("state"),
                row.getString("decided_by"),
                row.getString("decided_why"),
                Sql.instant(row, "decided_at"));
    }
}
