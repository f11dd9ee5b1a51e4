package org.citestream.query.aggregate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.citestream.query.report.YearTrend;
import org.citestream.query.tally.Tally;
import org.citestream.query.tally.WilsonInterval;

/**
 * The statements about the works of an author, a journal, an affiliation, a funder or a year. Every sum is that of the works' own
 * tallies.
 *
 * @param id ORCID iD, ISSN, ROR id, id of the funder or year; a name for what has none
 * @param works how many there are, cited or not
 * @param cut whether there are more works than are counted
 * @param tally by type; a citing publication counts once for each work that it cites
 * @param sections by section of the citing text, then by type
 * @param index absent with fewer typed statements than the setting says, or none that support or contrast
 * @param selfCitations statements of works that share an author with the cited work
 * @param notices works with an editorial notice, by its kind
 * @param years by year of the citing publication, {@code unknown} last, then by type
 */
public record Aggregate(
        String kind,
        String id,
        long works,
        boolean cut,
        Tally tally,
        Map<String, Map<String, Long>> sections,
        CitationIndex index,
        SelfShare selfCitations,
        Map<String, Long> notices,
        Map<String, Map<String, Long>> years,
        @JsonIgnore YearTrend trend) {

    /**
     * How often statements that take a side support: supporting / (supporting + contrasting).
     *
     * @param interval the share and its 95 % interval (Wilson)
     * @param typed supporting, mentioning and contrasting statements
     */
    public record CitationIndex(long supporting, long contrasting, long typed, WilsonInterval interval) {

        /** Its formula. */
        @JsonProperty
        public String formula() {
            return "supporting / (supporting + contrasting)";
        }
    }

    /**
     * Statements by whether citing and cited work share an author.
     *
     * @param unknown those of which the authors of a side are not known
     */
    public record SelfShare(long self, long independent, long unknown) {

        /** Self of self and independent, 0 to 1; null where nothing is known. */
        @JsonProperty
        public Double share() {
            return self + independent == 0 ? null : (double) self / (self + independent);
        }
    }
}
