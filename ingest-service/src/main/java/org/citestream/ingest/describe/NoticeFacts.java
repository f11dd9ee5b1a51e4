package org.citestream.ingest.describe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.fact.NoticeIssued;
import org.citestream.ingest.publish.OutgoingRecord;

/** Editorial notices that an article is or names. Stateless. */
public final class NoticeFacts {
    private static final String TYPE = NoticeIssued.class.getSimpleName();

    private NoticeFacts() {}

    /**
     * Notices that the article states now, and withdrawals of those that it no longer states.
     *
     * @param before keys of the notices it issued so far, each with the publication it is about
     */
    public static List<OutgoingRecord> replacing(Map<String, String> before, Front front) {
        var gone = new HashMap<>(before);
        var records = new ArrayList<OutgoingRecord>();
        for (EditorialNotice notice : front.notices()) {
            OutgoingRecord issued = OutgoingRecord.of(issued(notice, front.id().value()));
            records.add(issued);
            gone.remove(issued.key());
        }
        records.addAll(takeBack(gone));
        return records;
    }

    /** Takes back notices by their keys. */
    public static List<OutgoingRecord> takeBack(Map<String, String> keys) {
        return keys.entrySet().stream()
                .map(notice -> OutgoingRecord.takeBack(notice.getKey(), notice.getValue(), TYPE))
                .toList();
    }

    /** A notice that a list names, on the authority of the list. */
    public static OutgoingRecord fromList(EditorialNotice notice, String source) {
        return OutgoingRecord.of(issued(notice, source));
    }

    private static NoticeIssued issued(EditorialNotice notice, String source) {
        return new NoticeIssued(
                notice.about().value(),
                notice.kind().wireName(),
                Descriptions.date(notice.date()),
                notice.notice() == null ? null : notice.notice().value(),
                address(notice.notice()),
                source);
    }

    private static List<String> address(PublicationId notice) {
        return notice == null || notice.kind() != PublicationId.Scheme.DOI
                ? List.of()
                : List.of("https://doi.org/" + notice.local());
    }
}
