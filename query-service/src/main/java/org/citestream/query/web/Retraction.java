package org.citestream.query.web;

import java.util.List;
import java.util.Optional;
import org.citestream.query.publication.ShownNotice;

/**
 * The retraction or withdrawal of the report's work.
 *
 * @param date as precise as known: 2022, 2022-05 or 2022-05-02
 */
public record Retraction(String kind, String date) {

    /** The earliest dated retraction or withdrawal, if there is one. */
    static Optional<Retraction> of(List<ShownNotice> notices) {
        return notices.stream()
                .filter(notice -> notice.date() != null)
                .filter(notice -> ShownNotice.retracts(notice.kind()))
                .min((one, other) -> one.date().compareTo(other.date()))
                .map(notice -> new Retraction(notice.kind(), notice.date()));
    }

    /** Retracted or withdrawn. */
    public String done() {
        return kind.equals("withdrawal") ? "withdrawn" : "retracted";
    }
}
