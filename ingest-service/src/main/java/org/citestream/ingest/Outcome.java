package org.citestream.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.citestream.ingest.catalogue.LedgerEntry;

/**
 * The result for one article, once every record is acknowledged.
 *
 * @param referencesResolved references whose cited work has a registered id
 * @param unresolved in-text citations that name no reference
 * @param unchanged whether nothing was published because nothing changed
 * @param note why an article that is not the same was left out; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        String publication,
        long revision,
        int statements,
        int references,
        int referencesResolved,
        int unresolved,
        boolean unchanged,
        String note) {

    static Outcome unchanged(LedgerEntry last) {
        return of(last, true, null);
    }

    static Outcome left(LedgerEntry last, String why) {
        return of(last, true, why);
    }

    static Outcome read(LedgerEntry now) {
        return of(now, false, null);
    }

    private static Outcome of(LedgerEntry reading, boolean unchanged, String note) {
        return new Outcome(
                reading.id(),
                reading.revision(),
                reading.statements(),
                reading.references(),
                reading.referencesResolved(),
                reading.unresolved(),
                unchanged,
                note);
    }
}
