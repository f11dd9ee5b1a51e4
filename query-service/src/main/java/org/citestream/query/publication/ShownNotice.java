package org.citestream.query.publication;

import java.util.List;

/**
 * An editorial notice on a publication.
 *
 * @param kind retraction, withdrawal, expression-of-concern, erratum or correction
 * @param date as precise as known: year, month or day; absent if unknown
 * @param notice the publication that is the notice, if it has an id
 */
public record ShownNotice(String kind, String date, String notice, List<String> urls) {
    public ShownNotice {
        urls = urls == null ? List.of() : List.copyOf(urls);
    }

    /** Whether a notice of this kind means that the work must not be relied upon. */
    public static boolean retracts(String kind) {
        return kind.equals("retraction") || kind.equals("withdrawal");
    }
}
