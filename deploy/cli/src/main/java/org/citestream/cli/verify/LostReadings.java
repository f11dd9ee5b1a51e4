package org.citestream.cli.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.citestream.platform.Database;

/**
 * Articles that the view shows in a reading whose end the log does not hold: the broker has lost it. A rebuild would forget them.
 *
 * @param database of the running line
 * @param bootstrapServers of its broker
 */
public record LostReadings(Database database, String bootstrapServers) {

    /** What goes into the line, and what comes out; a replay begins at the one, a rebuild at the other. */
    private static final List<String> TOPICS = List.of("citations.statements.v1", "citations.classified.v1");

    private static final String SHOWN = """
            SELECT p.id, a.closed_revision FROM active.article a JOIN active.publication p ON p.key = a.citing
            WHERE a.closed_revision > a.withdrawn_revision""";

    /** Their ids, in order. The view is read first, so what arrives meanwhile is not among them. */
    public List<String> find() throws SQLException {
        Map<String, Long> shown = shown();
        List<String> lost = new ArrayList<>();
        try (LogPass log = new LogPass(bootstrapServers)) {
            for (String topic : TOPICS) {
                LogFold fold = new LogFold(Set.of());
                log.read(log.ends(log.partitionsOf(topic)), fold::take);
                shown.forEach((id, revision) -> {
                    if (fold.closed(id) < revision && !lost.contains(id)) {
                        lost.add(id);
                    }
                });
            }
        }
        return lost.stream().sorted().toList();
    }

    private Map<String, Long> shown() throws SQLException {
        Map<String, Long> shown = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SHOWN)) {
            while (row.next()) {
                shown.put(row.getString(1), row.getLong(2));
            }
        }
        return shown;
    }
}
