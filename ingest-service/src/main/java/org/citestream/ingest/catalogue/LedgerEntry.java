package org.citestream.ingest.catalogue;

import java.util.Locale;
import org.citestream.ingest.article.Article;

/**
 * One article as of its last complete, acknowledged ingestion.
 *
 * @param digest over the file's bytes and the extractor's version
 * @param fileDigest over the file's bytes alone, hex
 */
public record LedgerEntry(
        String id,
        long revision,
        String digest,
        String fileDigest,
        Article.Format format,
        int statements,
        int references,
        int referencesResolved,
        int unresolved) {
    /** The format's name in events and in the database. */
    public String formatName() {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
