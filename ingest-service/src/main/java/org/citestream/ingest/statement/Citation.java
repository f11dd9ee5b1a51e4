package org.citestream.ingest.statement;

import org.citestream.ingest.article.MarkerMatch;

/**
 * One marker pointing at one reference.
 *
 * @param marker its place in the paragraph; for an implied reference the whole range
 * @param implied whether only the ends of a range around it are named
 * @param match how marker and reference were brought together where the file does not link them, or null
 */
record Citation(String key, Span marker, int groupSize, boolean implied, MarkerMatch match) {
    Citation(String key, Span marker, int groupSize, boolean implied) {
        this(key, marker, groupSize, implied, null);
    }

    Citation inGroupOf(int size) {
        return new Citation(key, marker, size, implied, match);
    }

    Citation found(MarkerMatch how) {
        return how == null ? this : new Citation(key, marker, groupSize, implied, how);
    }
}
