package org.citestream.query.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.ShownStatement;

/** Collects the statements of one citing publication, which come in succession, into one entry. */
abstract class PublicationEntries implements FormatWriter {

    private ShownPublication citing;
    private final List<String> notes = new ArrayList<>();

    abstract void entry(ShownPublication work, List<String> statements) throws IOException;

    @Override
    public void begin() throws IOException {}

    @Override
    public void write(ExportRow row) throws IOException {
        if (citing != null && !citing.id().equals(row.citing().id())) {
            flush();
        }
        citing = row.citing();
        notes.add(note(row));
    }

    @Override
    public void end(long statements) throws IOException {
        flush();
    }

    private void flush() throws IOException {
        if (citing != null) {
            entry(citing, List.copyOf(notes));
            notes.clear();
        }
    }

    /** {@code [supporting; results; of doi:10.…] The sentence.} */
    private static String note(ExportRow row) {
        ShownStatement statement = row.statement();
        StringBuilder note = new StringBuilder("[");
        if (statement.type() != null) {
            note.append(statement.type()).append("; ");
        }
        if (statement.section() != null) {
            note.append(statement.section()).append("; ");
        }
        note.append("of ").append(statement.cited());
        if (row.cited().title() != null) {
            note.append(", ").append(row.cited().title());
        }
        return note.append("] ").append(statement.text()).toString();
    }
}
