package org.citestream.query.web.profile;

import java.util.List;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tally;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;

/**
 * The profile of an author or a journal.
 *
 * @param works number of known works, cited or not
 * @param cut whether there are more than are counted
 * @param tally the sum over all of these works
 * @param orcid of the author, or null
 * @param years statements by the year of the citing work, or null
 * @param sections or null
 * @param shown works on this page, the most cited first
 * @param next address of the next page, or null
 */
public record Profile(
        String name,
        long works,
        boolean cut,
        Tally tally,
        String orcid,
        YearChart years,
        SectionBars sections,
        List<ListedWork> shown,
        String next) {

    /** A work and how it is cited. */
    public record ListedWork(ShownPublication publication, Tally tally) {}

    public Profile {
        shown = List.copyOf(shown);
    }
}
