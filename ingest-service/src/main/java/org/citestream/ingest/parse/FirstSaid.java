package org.citestream.ingest.parse;

/** Of what a file says of one thing in several places, the first counts. Stateless. */
final class FirstSaid {
    private FirstSaid() {}

    /** What is known, or where that is nothing what was found now; null where both are. */
    static <T> T or(T known, T found) {
        return known == null ? found : known;
    }
}
