package org.citestream.query.correction;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.citestream.kit.database.Sql;
import org.citestream.query.database.Snapshot;
import org.citestream.query.vocabulary.Codes;

/**
 * Accepted corrections as labelled citations, one JSON row per line, as {@code train} and {@code evaluate} read them.
 * One row per statement, by the correction in force and in the order of statement ids, so that the same corrections
 * make the same file. Thread-safe.
 */
@Singleton
public record GoldRows(Snapshot snapshot, ObjectMapper json) {

    private static final String ROWS = """
            SELECT DISTINCT ON (s.id) s.id, s.text, s.markers, s.heading_path, s.section, s.machine_type, s.language,
                c.to_type, c.at, r.id AS citing
            FROM active.correction c
            JOIN active.statement s ON s.id = c.statement
            JOIN active.publication p ON p.key = s.citing JOIN active.publication r ON r.key = p.root
            WHERE c.status = 'accepted' AND c.withdrawn_at IS NULL
            ORDER BY s.id, c.at DESC, c.id DESC""";

    private static final int FETCH = 500;

    /** Writes all rows. */
    public void write(OutputStream out) {
        snapshot.read(connection -> write(connection, out));
    }

    private Void write(Connection connection, OutputStream out) throws SQLException {
        Sql.of(ROWS).each(connection, FETCH, rows -> writeLine(row(rows), out));
        return null;
    }

    private static void writeLine(String row, OutputStream out) {
        try {
            out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private String row(ResultSet rows) throws SQLException {
        Integer[] markers = (Integer[]) rows.getArray("markers").getArray();
        String[] headings = (String[]) rows.getArray("heading_path").getArray();
        String label = Codes.TYPE.name(rows.getInt("to_type"));
        ObjectNode row = json.createObjectNode()
                .put("source", "corrections")
                .put("split", "gold")
                .put("text", rows.getString("text"))
                .put("label", label)
                .put("stance", label);
        if (headings.length > 0) {
            row.put("section", headings[headings.length - 1]);
        } else if (Codes.SECTION.knownName(rows.getInt("section")) != null) {
            row.put("section", Codes.SECTION.name(rows.getInt("section")));
        }
        if (markers.length > 1) {
            row.putArray("cite").add(markers[0]).add(markers[1]);
        }
        return row.put("id", rows.getString("id"))
                .put("citing", rows.getString("citing"))
                .put("machine", Codes.TYPE.name(rows.getInt("machine_type")))
                .toString();
    }
}
