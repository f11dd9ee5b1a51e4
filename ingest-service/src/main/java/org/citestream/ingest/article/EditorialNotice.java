package org.citestream.ingest.article;

import static java.util.Objects.requireNonNull;

/**
 * What the publisher declares about a publication: a fact to show, never a deletion.
 *
 * @param about the publication that the notice is about
 * @param notice the publication that is the notice; null when only the article itself mentions it
 */
public record EditorialNotice(NoticeKind kind, PublicationId about, PublicationId notice, PublicationDate date) {
    /** Kinds of notices, most serious first. */
    public enum NoticeKind implements WireNamed {
        RETRACTION,
        WITHDRAWAL,
        EXPRESSION_OF_CONCERN,
        CORRECTION,
        ERRATUM
    }

    public EditorialNotice {
        requireNonNull(kind, "kind");
        requireNonNull(about, "about");
        requireNonNull(date, "date");
    }

    /** The same where a publication is known under a better id. */
    EditorialNotice renamed(PublicationId own, PublicationId better) {
        return new EditorialNotice(
                kind, own.equals(about) ? better : about, own.equals(notice) ? better : notice, date);
    }
}
