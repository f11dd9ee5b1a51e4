package org.citestream.query.report;

import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.ShownTally;
import org.citestream.query.vocabulary.FacetCount;

/**
 * What the literature collected here says about one publication.
 *
 * @param notices editorial notices of this publication, oldest first
 * @param tally its statements by type; absent in a blind report
 * @param references number of publications in its own reference list
 * @param citedNotices the publications of that list that have editorial notices; absent if there are none
 * @param facets by parameter name, the most frequent value first (years in their order)
 * @param matching number of statements that match all filters
 * @param groups the statements on this page, by citing publication
 * @param next the cursor of the next page; absent on the last
 */
public record Report(
        ShownPublication publication,
        List<ShownNotice> notices,
        ShownTally tally,
        long references,
        NoticedReferences citedNotices,
        Map<String, List<FacetCount>> facets,
        long matching,
        List<StatementGroup> groups,
        String next) {

    public Report {
        notices = List.copyOf(notices);
        groups = List.copyOf(groups);
    }
}
