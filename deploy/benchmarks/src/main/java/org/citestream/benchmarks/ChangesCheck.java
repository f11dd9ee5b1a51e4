package org.citestream.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Folds {@code citations.changes.v1} from its start and compares it with the tallies in the database. */
final class ChangesCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TALLIES = """
            SELECT p.id, sum(supporting), sum(mentioning), sum(contrasting), sum(unclassified), sum(not_a_sentence),
                sum(citing_publications)
            FROM view_1.tally t JOIN view_1.publication p ON p.key = t.cited GROUP BY p.id""";

    private final Map<String, String> folded = new TreeMap<>();
    private final Map<String, Long> last = new HashMap<>();
    private long records;
    private long repeats;
    private long broken;

    /** Prints what was found; true if both agree. */
    boolean run(RunningLine line) throws SQLException {
        Log.read(line.bootstrapServers(), "citations.changes.v1", record -> {
            take(Facts.text(record.key()), Facts.text(record.value()));
        });
        Map<String, String> stored = stored(line);
        String none = "0 0 0 0 0 0";
        folded.values().removeIf(none::equals);
        stored.values().removeIf(none::equals);
        boolean equal = folded.equals(stored);
        System.out.printf(
                "%d records, %d of them repeats, %d do not begin where the one before ended; tallies folded %d, stored %d: %s%n",
                records, repeats, broken, folded.size(), stored.size(), equal ? "equal" : "DIFFERENT");
        return equal && broken == 0;
    }

    private void take(String key, String value) {
        records++;
        JsonNode change = tree(value);
        long sequence = change.get("sequence").asLong();
        if (sequence <= last.getOrDefault(key, 0L)) {
            repeats++;
            return;
        }
        String before = line(change.get("before"));
        String known = folded.put(key, line(change.get("after")));
        if (known != null && !known.equals(before)) {
            broken++;
        }
        last.put(key, sequence);
    }

    private static Map<String, String> stored(RunningLine line) throws SQLException {
        Map<String, String> stored = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(line.jdbcUrl(), RunningLine.ACCOUNT, line.password());
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(TALLIES)) {
            while (row.next()) {
                stored.put(
                        row.getString(1),
                        "%d %d %d %d %d %d"
                                .formatted(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6),
                                        row.getLong(7)));
            }
        }
        return stored;
    }

    private static String line(JsonNode tally) {
        return "%d %d %d %d %d %d"
                .formatted(
                        tally.get("supporting").asLong(),
                        tally.get("mentioning").asLong(),
                        tally.get("contrasting").asLong(),
                        tally.get("unclassified").asLong(),
                        tally.path("notASentence").asLong(),
                        tally.get("citingPublications").asLong());
    }

    private static JsonNode tree(String value) {
        try {
            return JSON.readTree(value);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
