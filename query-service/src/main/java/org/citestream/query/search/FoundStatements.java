package org.citestream.query.search;

import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.Highlights;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.vocabulary.FacetCount;

/**
 * A page of statements.
 *
 * @param total of all pages
 * @param facets each counted under all filters but its own
 */
public record FoundStatements(long total, Map<String, List<FacetCount>> facets, List<Hit> hits) {
    /**
     * One statement.
     *
     * @param highlights where the words stand
     */
    public record Hit(
            ShownStatement statement, Highlights highlights, ShownPublication citing, ShownPublication cited) {}

    public FoundStatements {
        hits = List.copyOf(hits);
    }
}
