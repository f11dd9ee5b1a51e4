package org.citestream.ingest.article;

import java.util.Objects;

/**
 * Another publication that the article names as related.
 *
 * @param relation the publisher's term: {@code retracted-article}, {@code preprint}, {@code companion} …
 */
public record RelatedArticle(String relation, PublicationId id) {
    public RelatedArticle {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(id, "id");
    }
}
