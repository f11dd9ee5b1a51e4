package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.Highlights;
import org.citestream.query.report.SentenceTarget;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.vocabulary.FacetCount;

/**
 * A page of statements.
 *
 * @param total of all pages, in statements
 * @param sentences of all pages, where each hit is a sentence with all that it cites; else absent
 * @param facets each counted under all filters but its own
 * @param didYouMean where nothing was found, the words as they may have been meant, or null
 */
public record FoundStatements(
        long total, Long sentences, Map<String, List<FacetCount>> facets, List<StatementHit> hits, String didYouMean) {
    /**
     * One statement.
     *
     * @param highlights where the words stand
     * @param targets all that its sentence cites, where hits are sentences; else absent
     */
    public record StatementHit(
            ShownStatement statement,
            Highlights highlights,
            ShownPublication citing,
            ShownPublication cited,
            List<SentenceTarget> targets) {}

    public FoundStatements {
        hits = List.copyOf(hits);
    }
}
