package org.citestream.ingest.article;

import java.util.List;

/** Who paid, and under which award numbers. */
public record Funding(String funder, String funderId, List<String> awards) {
    public Funding {
        awards = List.copyOf(awards);
    }
}
