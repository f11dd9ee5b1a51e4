package org.citestream.ingest.statement;

import java.util.List;
import java.util.Objects;
import org.citestream.ingest.article.PublicationId;

/**
 * Everything extracted from one article about the works it cites.
 *
 * @param references all entries of the reference list, cited in the text or not, in its order
 * @param statements in the order of the text
 * @param language of the article; null when unknown
 */
public record Extraction(
        PublicationId citing,
        List<CitedReference> references,
        List<CitationStatement> statements,
        List<UnresolvedMarker> unresolved,
        String language) {
    public Extraction {
        Objects.requireNonNull(citing, "citing");
        references = List.copyOf(references);
        statements = List.copyOf(statements);
        unresolved = List.copyOf(unresolved);
    }
}
