package org.citestream.ingest.catalogue.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.EditorialNotice.NoticeKind;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;

/**
 * The editorial notices in Crossref's record of one work, from both sides: {@code updated-by} names notices about the work,
 * {@code update-to} the works that it is a notice about. A partial retraction, a corrigendum and an addendum count as a
 * correction, a removal as a withdrawal; new versions and editions are no notices.
 *
 * @param work null if the record has no DOI
 * @param about notices about the work
 * @param by notices that the work is
 * @param others updates that are no notices
 */
public record CrossrefUpdates(PublicationId work, List<EditorialNotice> about, List<EditorialNotice> by, int others) {

    /** Crossref as the source of a notice about the record's work. */
    public static final String SOURCE = "crossref";

    public CrossrefUpdates {
        about = List.copyOf(about);
        by = List.copyOf(by);
    }

    /** The source of notices that the work is: each record answers for what it says itself. */
    public String ownSource() {
        return SOURCE + ":" + work.value();
    }

    /** From the JSON of {@code /works/DOI}, without its envelope. */
    public static CrossrefUpdates of(JsonNode record) {
        PublicationId work = id(record).orElse(null);
        List<EditorialNotice> about = new ArrayList<>();
        List<EditorialNotice> by = new ArrayList<>();
        int others = 0;
        for (JsonNode update : record.path("updated-by")) {
            others += add(update, work, true, about) ? 0 : 1;
        }
        for (JsonNode update : record.path("update-to")) {
            others += add(update, work, false, by) ? 0 : 1;
        }
        return new CrossrefUpdates(work, about, by, others);
    }

    private static boolean add(JsonNode update, PublicationId work, boolean aboutWork, List<EditorialNotice> notices) {
        Optional<PublicationId> other = id(update);
        NoticeKind kind = kind(JsonText.of(update, "type"));
        // Some publishers make their notice by changing the record of the work itself.
        if (work == null || other.isEmpty() || kind == null || other.get().isStem()) {
            return false;
        }
        PublicationId notice = aboutWork ? other.get() : work;
        PublicationId about = aboutWork ? work : other.get();
        JsonNode parts = update.path("updated").path("date-parts").path(0);
        PublicationDate date = new PublicationDate(part(parts, 0), part(parts, 1), part(parts, 2));
        return notices.add(new EditorialNotice(kind, about, notice.equals(about) ? null : notice, date));
    }

    private static Integer part(JsonNode parts, int place) {
        return parts.path(place).isInt() ? parts.path(place).intValue() : null;
    }

    private static Optional<PublicationId> id(JsonNode node) {
        return Optional.ofNullable(JsonText.doi(JsonText.of(node, "DOI"))).map(doi -> new PublicationId("doi:" + doi));
    }

    private static NoticeKind kind(String type) {
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT).replaceAll("[ -]", "_")) {
            case "retraction" -> NoticeKind.RETRACTION;
            case "withdrawal", "removal" -> NoticeKind.WITHDRAWAL;
            case "expression_of_concern" -> NoticeKind.EXPRESSION_OF_CONCERN;
            case "erratum" -> NoticeKind.ERRATUM;
            case "correction", "corrigendum", "partial_retraction", "addendum" -> NoticeKind.CORRECTION;
            default -> null;
        };
    }
}
