package org.citestream.ingest.article;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the article says about itself.
 *
 * @param id the best id, made by {@link PublicationIds}
 * @param abstractText the abstract as plain text, paragraphs apart by a line break; null when there is none
 * @param articleType the publisher's own word; null when not given
 * @param language BCP 47, as written by the publisher, lower-case; null when not given
 * @param licence address of the licence, else its wording
 */
public record Front(
        PublicationId id,
        Identifiers identifiers,
        String title,
        String abstractText,
        List<Author> authors,
        Journal journal,
        PublicationDate date,
        Placement placement,
        String articleType,
        PublicationType publicationType,
        List<String> subjects,
        List<String> keywords,
        List<Funding> funding,
        String licence,
        String language,
        String fullTextUrl,
        List<EditorialNotice> notices,
        List<RelatedArticle> related) {
    public Front {
        requireNonNull(id, "id");
        requireNonNull(identifiers, "identifiers");
        requireNonNull(journal, "journal");
        requireNonNull(date, "date");
        requireNonNull(placement, "placement");
        requireNonNull(publicationType, "publicationType");
        authors = List.copyOf(authors);
        subjects = List.copyOf(subjects);
        keywords = List.copyOf(keywords);
        funding = List.copyOf(funding);
        notices = List.copyOf(notices);
        related = List.copyOf(related);
    }

    /** The same under a better id; its notices follow. */
    public Front withId(PublicationId better) {
        return new Front(
                better,
                identifiers,
                title,
                abstractText,
                authors,
                journal,
                date,
                placement,
                articleType,
                publicationType,
                subjects,
                keywords,
                funding,
                licence,
                language,
                fullTextUrl,
                notices.stream().map(notice -> notice.renamed(id, better)).toList(),
                related);
    }

    /** The preprint or published version that the article links to; the two are never merged. */
    public List<RelatedArticle> preprintLinks() {
        return related.stream()
                .filter(other -> other.relation().contains("preprint"))
                .toList();
    }
}
