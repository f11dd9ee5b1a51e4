package org.citestream.ingest.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.citestream.ingest.article.Identifiers;

/** All registered ids of one publication. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdsValue(String doi, String pmid, String pmcid, String arxiv) {
    public static final IdsValue NONE = new IdsValue(null, null, null, null);

    public static IdsValue of(Identifiers ids) {
        return new IdsValue(ids.doi(), ids.pmid(), ids.pmcid(), ids.arxiv());
    }

    public Identifiers toIdentifiers() {
        return new Identifiers(doi, pmid, pmcid, arxiv);
    }
}
