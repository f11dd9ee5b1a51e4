package org.citestream.ingest.describe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.Front;
import org.citestream.ingest.article.PublicationId;
import org.citestream.ingest.catalogue.registry.CrossrefUpdates;
import org.citestream.ingest.fact.NoticeIssued;
import org.citestream.ingest.fact.NoticeWithdrawn;
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
        records.addAll(takeBack(gone, "the article no longer says so"));
        return records;
    }

    /**
     * Takes back notices.
     *
     * @param keys each with the publication it is about
     * @param why in a few words, for people
     */
    public static List<OutgoingRecord> takeBack(Map<String, String> keys, String why) {
        return keys.entrySet().stream()
                .map(notice -> NoticeWithdrawn.ofKey(notice.getKey(), why)
                        .map(OutgoingRecord::of)
                        .orElseGet(() -> OutgoingRecord.takeBack(notice.getKey(), notice.getValue(), TYPE)))
                .toList();
    }

    /** A notice on the authority of a source: an article's id or the name of a list. */
    public static NoticeIssued issued(EditorialNotice notice, String source) {
        return new NoticeIssued(
                notice.about().value(),
                notice.kind().wireName(),
                Descriptions.date(notice.date()),
                notice.notice() == null ? null : notice.notice().value(),
                address(notice.notice() == null ? null : notice.notice().value()),
                source);
    }

    /** Where the publication that is the notice can be read; null for none. */
    public static List<String> address(String notice) {
        return notice == null || !notice.startsWith(PublicationId.Scheme.DOI.prefix())
                ? List.of()
                : List.of("https://doi.org/"
                        + notice.substring(PublicationId.Scheme.DOI.prefix().length()));
    }

    /**
     * The notices in Crossref's record of a work, and withdrawals of those that its record said before and says no more.
     *
     * @param before keys of the notices said so far, each with the work it is about, by source
     */
    public static List<OutgoingRecord> ofRecord(CrossrefUpdates updates, Function<String, Map<String, String>> before) {
        Map<String, String> gone = new HashMap<>(before.apply(updates.ownSource()));
        before.apply(CrossrefUpdates.SOURCE).forEach((key, about) -> {
            if (about.equals(updates.work().value())) {
                gone.put(key, about);
            }
        });
        List<OutgoingRecord> records = new ArrayList<>();
        updates.about().forEach(notice -> records.add(OutgoingRecord.of(issued(notice, CrossrefUpdates.SOURCE))));
        updates.by().forEach(notice -> records.add(OutgoingRecord.of(issued(notice, updates.ownSource()))));
        records.forEach(record -> gone.remove(record.key()));
        records.addAll(takeBack(gone, "Crossref no longer says so"));
        return records;
    }
}
