package org.citestream.query.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.export.cite.Ris;
import org.citestream.query.publication.ShownPublication;

/** A RIS record for each citing publication; its statements, and the manifest of the export, are notes (N1). */
final class RisRecords extends PublicationEntries {

    private final Writer out;
    private final ExportManifest standing;

    RisRecords(Writer out, ExportManifest standing) {
        this.out = out;
        this.standing = standing;
    }

    @Override
    void entry(ShownPublication work, List<String> statements) throws IOException {
        List<String> notes = new ArrayList<>(statements);
        notes.add(standing.line());
        out.write(Ris.of(work, notes));
        out.write("\r\n");
    }
}
