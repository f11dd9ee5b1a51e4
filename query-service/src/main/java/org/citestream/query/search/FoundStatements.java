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
 * @param total number of statements on all pages
 * @param sentences number of sentences on all pages, if each hit is a sentence with everything it cites; else absent
 * @param facets each counted under all filters except its own
 * @param didYouMean if nothing was found, a corrected spelling of the words, or null
 */
public record FoundStatements(
        long total, Long sentences, Map<String, List<FacetCount>> facets, List<StatementHit> hits, String didYouMean) {
    /**
     * One statement.
     *
     * @param highlights where the words occur
     * @param targets everything its sentence cites, if hits are sentences; else absent
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
