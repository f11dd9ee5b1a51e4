package org.citestream.ingest.article;

import java.util.List;

/**
 * A funder and its award numbers.
 *
 * @param funderId address of its ROR or Funder Registry entry, or what else the file gives; null when it gives none
 */
public record Funding(String funder, String funderId, List<String> awards) {
    public Funding {
        funderId = FunderIds.of(funderId).orElse(funderId);
        awards = List.copyOf(awards);
    }
}
