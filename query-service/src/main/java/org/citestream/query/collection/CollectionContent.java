package org.citestream.query.collection;

import java.util.List;
import java.util.Map;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.report.YearTrend;
import org.citestream.query.tally.Tally;

/**
 * What a collection has and how it is cited; each work counts once, under whichever ids it was added.
 *
 * @param works how many there are
 * @param known how many of them the index knows
 * @param tally the sum over all works
 * @param trend statements about all works by year, type and section
 * @param noticed works with editorial notices, the latest notice first
 * @param contrasted works with the most contrasting statements
 * @param newest statements that arrived last
 * @param newestContrasting contrasting statements that arrived last
 * @param tags of all works, with how many works have each
 * @param matching works in the part that is listed, on all of its pages
 * @param listed the works of the page
 */
public record CollectionContent(
        int works,
        int known,
        Tally tally,
        YearTrend trend,
        List<WorkWithNotices> noticed,
        List<ContrastedWork> contrasted,
        List<CitingStatement> newest,
        List<CitingStatement> newestContrasting,
        Map<String, Long> tags,
        int matching,
        List<CollectedWorkRow> listed) {

    /** A work with its notices, oldest first. */
    public record WorkWithNotices(ShownPublication work, List<ShownNotice> notices) {}

    /** A work and how it is cited. */
    public record ContrastedWork(ShownPublication work, Tally tally) {}

    /** A statement with both works. */
    public record CitingStatement(ShownStatement statement, ShownPublication citing, ShownPublication cited) {}

    /** How many of its works the index does not know yet. */
    public int unknown() {
        return works - known;
    }

    public CollectionContent {
        noticed = List.copyOf(noticed);
        contrasted = List.copyOf(contrasted);
        newest = List.copyOf(newest);
        newestContrasting = List.copyOf(newestContrasting);
        listed = List.copyOf(listed);
    }
}
