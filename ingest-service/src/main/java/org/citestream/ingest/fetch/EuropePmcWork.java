package org.citestream.ingest.fetch;

import java.util.Objects;

/**
 * One hit of Europe PMC's search.
 *
 * @param source {@code MED}, {@code PMC}, {@code PPR} …: with {@code id} it names the work at Europe PMC
 * @param pmcid null when there is no full text
 * @param openAccess whether the full text may be fetched
 */
public record EuropePmcWork(String source, String id, String pmcid, String doi, String title, boolean openAccess) {
    public EuropePmcWork {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(id, "id");
    }

    /** The id that people recognise: DOI, else PMCID, else Europe PMC's own. */
    public String bestName() {
        return doi != null ? doi : pmcid != null ? pmcid : source + ":" + id;
    }
}
