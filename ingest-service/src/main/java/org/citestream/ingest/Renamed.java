package org.citestream.ingest;

import org.citestream.ingest.article.Article;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.PublicationId;

/** The same article under a better id than its file gives. Stateless. */
final class Renamed {
    private Renamed() {}

    static Article to(PublicationId id, Article article) {
        Front front = article.front();
        return id.equals(front.id())
                ? article
                : new Article(
                        article.format(),
                        to(id, front),
                        article.paragraphs(),
                        article.references(),
                        article.conflicts());
    }

    private static Front to(PublicationId id, Front front) {
        return new Front(
                id,
                front.identifiers(),
                front.title(),
                front.abstractText(),
                front.authors(),
                front.journal(),
                front.date(),
                front.placement(),
                front.articleType(),
                front.publicationType(),
                front.subjects(),
                front.keywords(),
                front.funding(),
                front.licence(),
                front.language(),
                front.fullTextUrl(),
                front.notices().stream()
                        .map(notice -> to(id, front.id(), notice))
                        .toList(),
                front.related());
    }

    private static EditorialNotice to(PublicationId id, PublicationId own, EditorialNotice notice) {
        return new EditorialNotice(
                notice.kind(),
                own.equals(notice.about()) ? id : notice.about(),
                own.equals(notice.notice()) ? id : notice.notice(),
                notice.date());
    }
}
