package org.citestream.ingest.parse;

/** One citation element of an entry: its name, its own id, and what it says. */
record CitationReading(String element, String id, ReferenceDraft draft) {
    boolean mixed() {
        return element.equals("mixed-citation");
    }
}
