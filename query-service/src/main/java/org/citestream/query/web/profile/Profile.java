package org.citestream.query.web.profile;

import java.util.List;
import org.citestream.query.aggregate.Aggregate;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tally;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;

/**
 * An author, a journal, an affiliation, a funder or a year.
 *
 * @param key what it is asked for by: its id, else its name
 * @param otherNames under which its works have it, too
 * @param aggregate the sum over all of its works
 * @param register where it is registered, or null
 * @param people of a name, those who bear it and have an ORCID iD
 * @param years statements by the year of the citing work, or null
 * @param sections or null
 * @param shown works on this page, the most cited first
 * @param next address of the next page, or null
 */
public record Profile(
        String key,
        String name,
        List<String> otherNames,
        Aggregate aggregate,
        Register register,
        List<String> people,
        YearChart years,
        SectionBars sections,
        List<ListedWork> shown,
        String next) {

    /** An entry of a register of the outside. */
    public record Register(String label, String address) {}

    /** A work and how it is cited. */
    public record ListedWork(ShownPublication publication, Tally tally) {}

    public Profile {
        otherNames = List.copyOf(otherNames);
        people = List.copyOf(people);
        shown = List.copyOf(shown);
    }
}
