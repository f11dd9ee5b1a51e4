package org.citestream.query.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.citestream.query.export.cite.BibTeX;
import org.citestream.query.publication.ShownPublication;

/** A BibTeX entry for each citing publication; its statements form the annotation. */
final class BibTeXEntries extends PublicationEntries {

    private final Writer out;
    private final ExportManifest standing;

    BibTeXEntries(Writer out, ExportManifest standing) {
        this.out = out;
        this.standing = standing;
    }

    @Override
    public void begin() throws IOException {
        out.write("@comment{" + standing.line().replaceAll("[{}@]", "") + "}\n\n");
    }

    @Override
    void entry(ShownPublication work, List<String> statements) throws IOException {
        out.write(BibTeX.of(work, key(work), statements));
        out.write('\n');
    }

    /** Unique in a file that is never held in memory; author and year would not be. */
    private static String key(ShownPublication work) {
        String rest = UUID.nameUUIDFromBytes(work.id().getBytes(StandardCharsets.UTF_8))
                .toString();
        return BibTeX.key(work) + "-" + rest.substring(0, 8);
    }
}
