package org.citestream.query.search;

import java.util.List;

/** Finds where a text matches a query. Implementations are thread-safe. */
@FunctionalInterface
public interface Highlighter {
    /** Start (included) and end (excluded) in UTF-16 code units. */
    record MatchedRange(int start, int end) {}

    /** The matches in order, not overlapping; empty if nothing in the text matches. */
    List<MatchedRange> matches(String text);
}
