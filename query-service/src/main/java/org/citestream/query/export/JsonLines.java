package org.citestream.query.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One JSON object per line, distinguished by {@code kind}: first {@code export} with the manifest, then one
 * {@code statement} per line, last {@code end} with their number, without which the export is incomplete.
 */
record JsonLines(Writer out, ObjectMapper json, ExportManifest standing) implements FormatWriter {

    @Override
    public void begin() throws IOException {
        line("export", "export", standing);
    }

    @Override
    public void write(ExportRow row) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "statement");
        fields.put("statement", row.statement());
        fields.put("citing", row.citing());
        fields.put("cited", row.cited());
        if (row.licence() != null) {
            fields.put("licence", row.licence());
        }
        line(fields);
    }

    @Override
    public void end(long statements) throws IOException {
        line("end", "statements", statements);
    }

    /** A line of another kind. */
    void line(String kind, String field, Object value) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", kind);
        fields.put(field, value);
        line(fields);
    }

    void line(Map<String, Object> fields) throws IOException {
        out.write(json.writeValueAsString(fields));
        out.write('\n');
    }
}
