package org.citestream.ingest.article;

import java.util.Locale;
import java.util.Objects;

/**
 * How a marker was brought together with its reference where the file does not link them.
 *
 * @param score how sure that is: above 0, below 1, which is a link's
 */
public record MarkerMatch(MarkerMethod method, double score) {
    /** By what the two were found to belong together. */
    public enum MarkerMethod {
        /** The printed number, or name and year, is that of one entry. */
        PRINTED,
        /** The marker leads to a footnote, which names the work. */
        FOOTNOTE;

        /** The word on the wire: {@code printed}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public MarkerMatch {
        Objects.requireNonNull(method, "method");
        if (!(score > 0 && score < 1)) {
            throw new IllegalArgumentException("a score of " + score);
        }
    }
}
