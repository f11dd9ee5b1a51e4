package org.citestream.ingest.describe;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.Reference;
import org.citestream.ingest.catalogue.Match;
import org.citestream.ingest.catalogue.ReferenceMatches;
import org.citestream.ingest.statement.CitedReference;
import org.citestream.ingest.statement.Extraction;

/**
 * One article with its references resolved, ready to be published.
 *
 * @param extraction made under {@code article.id()}
 * @param knowledge what the catalogue says about its references
 * @param digest over the file's bytes and the extractor's version
 */
public record ResolvedArticle(
        Article article,
        Extraction extraction,
        ReferenceMatches knowledge,
        long revision,
        String digest,
        String extractor) {
    public ResolvedArticle {
        requireNonNull(article, "article");
        requireNonNull(extraction, "extraction");
        requireNonNull(knowledge, "knowledge");
        requireNonNull(digest, "digest");
        requireNonNull(extractor, "extractor");
    }

    /** References that only this article knows: without an id, and matching nothing in the catalogue. */
    public List<Reference> worksWithoutDoi() {
        return extraction.references().stream()
                .map(CitedReference::reference)
                .filter(reference -> knowledge.match(reference.key()).method() == Match.Method.OWN)
                .toList();
    }
}
