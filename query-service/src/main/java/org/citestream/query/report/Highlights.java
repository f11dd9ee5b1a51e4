package org.citestream.query.report;

import java.util.List;

/** Where the search words occur: start and end in UTF-16 units within each text. */
public record Highlights(List<int[]> text, List<int[]> before, List<int[]> after) {

    public Highlights {
        text = List.copyOf(text);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
