package org.citestream.query.export;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.SelectedStatements;
import org.citestream.query.tally.Tallies;
import org.citestream.query.vocabulary.Codes;
import org.citestream.query.vocabulary.VocabularySql;

/**
 * Everything that is known, as JSON Lines: each publication once, aliases, references, statements by ids alone, and
 * tallies as of the sequence number in the first line. Thread-safe.
 */
@Singleton
record FullExport(StatementSource statements, PublicationReader publications, ExportSettings settings) {

    void write(Connection view, JsonLines lines, ReportQuery query) throws SQLException, IOException {
        lines.begin();
        long[] count = {0};
        publications(view, lines);
        rows(
                view,
                lines,
                "alias",
                new Sql()
                        .add("SELECT a.id, r.id FROM active.publication a")
                        .add("JOIN active.publication r ON r.key = a.root WHERE a.root <> a.key ORDER BY a.key"),
                row -> Map.of("from", row.getString(1), "to", row.getString(2)));
        rows(view, lines, "reference", references(), FullExport::reference);
        statements.read(view, SelectedStatements.ofAll(query, null, new Sql()), query, row -> {
            written(() -> lines.line("statement", "statement", row.statement()));
            count[0]++;
        });
        if (!query.blind()) {
            // Not the tables' own sums, which may be ahead of the sequence number; the next change starts from these.
            rows(
                    view,
                    lines,
                    "tally",
                    new Sql()
                            .add(VocabularySql.of("SELECT cited, ${types @}, citing_publications"))
                            .add("FROM app.folded_tally ORDER BY cited"),
                    FullExport::tally);
        }
        lines.end(count[0]);
    }

    private void publications(Connection view, JsonLines lines) throws SQLException {
        List<Long> batch = new ArrayList<>();
        new Sql()
                .add("SELECT key FROM active.publication WHERE root = key ORDER BY key")
                .each(view, settings.batch(), row -> {
                    batch.add(row.getLong(1));
                    if (batch.size() == settings.batch()) {
                        publications(view, lines, batch);
                    }
                });
        publications(view, lines, batch);
    }

    private void publications(Connection view, JsonLines lines, List<Long> batch) throws SQLException {
        Map<Long, ShownPublication> works = publications.read(view, batch);
        for (Long key : batch) {
            written(() -> lines.line("publication", "publication", works.get(key)));
        }
        batch.clear();
    }

    private static Sql references() {
        return new Sql()
                .add("SELECT c.id, e.key, w.id AS cited, e.label, e.title, e.year, e.raw, e.relationship,")
                .add("e.cited_in_text, e.match_method, e.match_score FROM active.reference_edge e")
                .add("JOIN active.publication c ON c.key = e.citing JOIN active.publication w ON w.key = e.cited")
                .add("ORDER BY e.citing, e.key");
    }

    private static Map<String, Object> reference(ResultSet row) throws SQLException {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("citing", row.getString(1));
        reference.put("key", row.getString(2));
        reference.put("cited", row.getString(3));
        reference.put("label", row.getString(4));
        reference.put("title", row.getString(5));
        reference.put("year", row.getObject(6, Integer.class));
        reference.put("raw", row.getString(7));
        reference.put("relationship", Codes.RELATIONSHIP.name(row.getInt(8)));
        reference.put("citedInText", row.getBoolean(9));
        reference.put("matchMethod", row.getString(10));
        reference.put("matchScore", row.getFloat(11));
        reference.values().removeIf(value -> value == null);
        return reference;
    }

    private static Map<String, Object> tally(ResultSet row) throws SQLException {
        Map<String, Object> tally = new LinkedHashMap<>();
        tally.put("cited", row.getString("cited"));
        tally.put("tally", Tallies.of(row));
        return tally;
    }

    private void rows(Connection view, JsonLines lines, String kind, Sql sql, Sql.Row<? extends Map<String, ?>> fields)
            throws SQLException {
        sql.each(view, settings.batch(), row -> {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("kind", kind);
            line.putAll(fields.of(row));
            written(() -> lines.line(line));
        });
    }

    @FunctionalInterface
    private interface LineWriter {
        void write() throws IOException;
    }

    private static void written(LineWriter line) throws SQLException {
        try {
            line.write();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
