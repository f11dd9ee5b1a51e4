package org.citestream.ingest.statement;

/**
 * One marker pointing at one reference.
 *
 * @param marker its place in the paragraph; for an implied reference the whole range
 * @param implied whether only the ends of a range around it are named
 */
record Citation(String key, Span marker, int groupSize, boolean implied) {
    Citation inGroupOf(int size) {
        return new Citation(key, marker, size, implied);
    }
}
