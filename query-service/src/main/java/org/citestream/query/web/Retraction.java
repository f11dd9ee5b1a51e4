package org.citestream.query.web;

import java.util.List;
import java.util.Optional;
import org.citestream.query.report.ShownNotice;
import org.citestream.query.report.ShownPublication;

/**
 * That the report's work must not be relied upon, and since when.
 *
 * @param date as precise as known: 2022, 2022-05 or 2022-05-02
 */
public record Retraction(String kind, String date) {

    /** The earliest dated retraction or withdrawal, if there is one. */
    static Optional<Retraction> of(List<ShownNotice> notices) {
        return notices.stream()
                .filter(notice -> notice.date() != null)
                .filter(notice -> Wording.stops(notice.kind()))
                .min((one, other) -> one.date().compareTo(other.date()))
                .map(notice -> new Retraction(notice.kind(), notice.date()));
    }

    /**
     * Whether a citing work came out before it, after it, or cannot be told from the dates: a work of the same year
     * whose month is not known may be either.
     */
    String timing(ShownPublication citing) {
        String out = citing.published() != null
                ? citing.published()
                : citing.year() == null ? null : citing.year().toString();
        if (out == null) {
            return "unknown";
        }
        int shared = Math.min(out.length(), date.length());
        int order = out.substring(0, shared).compareTo(date.substring(0, shared));
        return order < 0 ? "before" : order > 0 ? "after" : "unknown";
    }

    /** Retracted or withdrawn. */
    public String done() {
        return kind.equals("withdrawal") ? "withdrawn" : "retracted";
    }
}
