package org.citestream.query.search;

import java.util.List;

/** Where a text contains what was asked for. Implementations are thread-safe. */
@FunctionalInterface
public interface Highlighter {
    /** Start (included) and end (excluded) in UTF-16 code units. */
    record MatchedRange(int start, int end) {}

    /** In order, not overlapping; empty when nothing of the query stands in the text. */
    List<MatchedRange> matches(String text);
}
