package org.citestream.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.EditorialNotice.NoticeKind;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.article.PublicationType;
import org.citestream.ingest.article.RelatedArticle;

/** Reads editorial notices out of an article's type and its related articles. */
final class Notices {
    private Notices() {}

    /** Notices that the article is, about others, and notices about it that it names itself. */
    static List<EditorialNotice> in(
            PublicationId id, PublicationType type, PublicationDate date, List<RelatedArticle> related) {
        List<EditorialNotice> notices = new ArrayList<>();
        for (RelatedArticle other : related) {
            String relation = other.relation().toLowerCase(Locale.ROOT);
            NoticeKind kind = kind(relation, type);
            if (kind == null) {
                continue;
            }
            // "correction-forward", "retracted-by": this article is the one it happened to.
            boolean happenedHere = relation.endsWith("-forward") || relation.endsWith("-by");
            notices.add(
                    happenedHere
                            ? new EditorialNotice(kind, id, other.id(), PublicationDate.UNKNOWN)
                            : new EditorialNotice(kind, other.id(), id, date));
        }
        return notices;
    }

    private static NoticeKind kind(String relation, PublicationType type) {
        if (relation.contains("retract")) {
            return NoticeKind.RETRACTION;
        }
        if (relation.contains("withdraw")) {
            return NoticeKind.WITHDRAWAL;
        }
        if (relation.contains("concern")) {
            return NoticeKind.EXPRESSION_OF_CONCERN;
        }
        if (relation.contains("erratum")) {
            return NoticeKind.ERRATUM;
        }
        if (relation.contains("correct") || relation.contains("addend")) {
            return switch (type) {
                case RETRACTION -> NoticeKind.RETRACTION;
                case EXPRESSION_OF_CONCERN -> NoticeKind.EXPRESSION_OF_CONCERN;
                default -> NoticeKind.CORRECTION;
            };
        }
        return null;
    }
}
