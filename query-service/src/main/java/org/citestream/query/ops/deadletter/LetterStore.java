package org.citestream.query.ops.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;
import org.citestream.query.database.DatabaseUnavailable;
import org.citestream.query.database.Snapshot;
import org.citestream.query.database.Sql;

/** The account of dead letters in {@code app.dead_letter}: the bytes stay on their topics. Thread-safe. */
@ApplicationScoped
public class LetterStore {

    private static final String COLUMNS = "topic, partition, log_offset, group_id, origin, category, reason, article,"
            + " revision, type, attempt, bytes, at, state, decided_by, decided_why, decided_at";

    private final DataSource dataSource;
    private final Snapshot snapshot;

    LetterStore(DataSource dataSource, Snapshot snapshot) {
        this.dataSource = dataSource;
        this.snapshot = snapshot;
    }

    /** Where the account goes on, by partition. */
    Map<TopicPartition, Long> positions() throws SQLException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT topic, partition, next_offset FROM app.dead_letter_position");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                positions.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
            }
        }
        return positions;
    }

    /** Takes letters in and moves on, in one transaction. Several instances may do so at once: a letter counts once. */
    void add(Collection<DeadLetter> letters, Map<TopicPartition, Long> next) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO app.dead_letter (topic,"
                            + " partition, log_offset, group_id, origin, category, reason, article, revision, type,"
                            + " attempt, bytes, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING");
                    PreparedStatement move = connection.prepareStatement("INSERT INTO app.dead_letter_position AS p"
                            + " VALUES (?, ?, ?) ON CONFLICT (topic, partition)"
                            + " DO UPDATE SET next_offset = GREATEST(p.next_offset, excluded.next_offset)")) {
                for (DeadLetter letter : letters) {
                    bind(insert, letter);
                    insert.addBatch();
                }
                insert.executeBatch();
                for (Map.Entry<TopicPartition, Long> entry : next.entrySet()) {
                    move.setString(1, entry.getKey().topic());
                    move.setInt(2, entry.getKey().partition());
                    move.setLong(3, entry.getValue());
                    move.addBatch();
                }
                move.executeBatch();
                connection.commit();
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }
    }

    private static void bind(PreparedStatement insert, DeadLetter letter) throws SQLException {
        insert.setString(1, letter.place().topic());
        insert.setInt(2, letter.place().partition());
        insert.setLong(3, letter.place().offset());
        insert.setString(4, letter.group());
        insert.setString(5, letter.origin());
        insert.setString(6, letter.category());
        insert.setString(7, letter.reason());
        insert.setString(8, letter.article());
        insert.setObject(9, letter.revision());
        insert.setString(10, letter.type());
        insert.setInt(11, letter.attempt());
        insert.setInt(12, letter.bytes());
        insert.setObject(13, letter.at().atOffset(java.time.ZoneOffset.UTC));
    }

    /** Which letters; null for any. */
    public record Selection(List<LetterPlace> places, String group, String category, String state, String article) {

        /** Open ones of one category of one group. */
        static Selection open(String group, String category) {
            return new Selection(null, group, category, "open", null);
        }
    }

    /** Letters by group and category with their counts, the most open ones first. */
    public List<LetterCategory> categories() {
        return snapshot.once(connection -> {
            List<LetterCategory> categories = new ArrayList<>();
            for (LetterCategory counted : new Sql()
                    .add("SELECT group_id, category, count(*) FILTER (WHERE state = 'open'),")
                    .add("count(*) FILTER (WHERE state = 'redriven'), count(*) FILTER (WHERE state = 'discarded'),")
                    .add("max(at) FROM app.dead_letter GROUP BY group_id, category ORDER BY 3 DESC, 6 DESC")
                    .list(
                            connection,
                            row -> new LetterCategory(
                                    row.getString(1),
                                    row.getString(2),
                                    Category.meaning(row.getString(2)),
                                    row.getLong(3),
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getObject(6, OffsetDateTime.class).toInstant(),
                                    null))) {
                List<DeadLetter> sample = letters(
                        connection,
                        new Selection(
                                null, counted.group(), counted.category(), counted.open() > 0 ? "open" : null, null),
                        1);
                categories.add(counted.with(sample.isEmpty() ? null : sample.get(0)));
            }
            return List.copyOf(categories);
        });
    }

    /** The newest first. */
    public List<DeadLetter> letters(Selection selection, int limit) {
        return snapshot.once(connection -> letters(connection, selection, limit));
    }

    private static List<DeadLetter> letters(Connection connection, Selection selection, int limit) throws SQLException {
        return where(new Sql().add("SELECT " + COLUMNS + " FROM app.dead_letter WHERE true"), selection)
                .add("ORDER BY at DESC, topic, partition, log_offset DESC LIMIT ?", limit)
                .list(connection, LetterStore::letter);
    }

    /** How many there are. */
    public long count(Selection selection) {
        return snapshot.once(
                connection -> where(new Sql().add("SELECT count(*) FROM app.dead_letter WHERE true"), selection)
                        .first(connection, row -> row.getLong(1))
                        .orElse(0L));
    }

    /** Notes what became of letters that are open, or were redriven before. */
    void decide(Collection<LetterPlace> places, String state, String by, String why) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE app.dead_letter SET state = ?,"
                        + " decided_by = ?, decided_why = ?, decided_at = now()"
                        + " WHERE topic = ? AND partition = ? AND log_offset = ?")) {
            for (LetterPlace place : places) {
                update.setString(1, state);
                update.setString(2, by);
                update.setString(3, why);
                update.setString(4, place.topic());
                update.setInt(5, place.partition());
                update.setLong(6, place.offset());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException failed) {
            throw new DatabaseUnavailable(failed);
        }
    }

    private static Sql where(Sql sql, Selection selection) {
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
        return sql;
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new DeadLetter(
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
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                row.getString("decided_by"),
                row.getString("decided_why"),
                decided == null ? null : decided.toInstant());
    }
}
