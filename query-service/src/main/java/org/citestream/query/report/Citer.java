package org.citestream.query.report;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.citestream.query.vocabulary.Facet;

/**
 * A citing publication, with everything by which reports filter, count and order.
 *
 * @param root key of the work, aliases resolved
 * @param id its CURIE
 * @param title null if unknown
 * @param year null if unknown
 * @param publicationType null if unknown
 * @param journal null if unknown
 * @param lastDay the last day that its date may mean, as year, month and day in one number (months count 31 days), 0 if
 *     unknown
 * @param authors distinct names, each followed by the ORCID iD where its bearer has one
 * @param notices distinct kinds of the editorial notices on it
 */
record Citer(
        long root,
        String id,
        String title,
        Integer year,
        String publicationType,
        String journal,
        int lastDay,
        List<String> authors,
        List<String> notices) {

    /** The facets that belong to the citing publication rather than to its statements. */
    static final Set<Facet> FACETS = facets();

    private static Set<Facet> facets() {
        EnumSet<Facet> facets = EnumSet.copyOf(Facet.OF_REPORTS);
        facets.removeAll(Facet.OF_STATEMENTS);
        return Collections.unmodifiableSet(facets);
    }

    Citer {
        authors = List.copyOf(authors);
        notices = List.copyOf(notices);
    }

    /** The values of one of {@link #FACETS}; never empty. */
    List<String> values(Facet facet) {
        return switch (facet) {
            case YEAR -> List.of(year == null ? Facet.UNKNOWN : Integer.toString(year));
            case PUBLICATION_TYPE -> List.of(publicationType == null ? Facet.UNKNOWN : publicationType);
            case JOURNAL -> List.of(journal == null ? Facet.UNKNOWN : journal);
            case AUTHOR -> authors.isEmpty() ? List.of(Facet.NONE) : authors;
            case NOTICE -> notices.isEmpty() ? List.of(Facet.NONE) : notices;
            case SECTION, TYPE, INTENT, RELATIONSHIP, POSITION ->
                throw new IllegalArgumentException(facet + " belongs to a statement");
            case LICENCE -> throw new IllegalArgumentException("no report counts by " + facet);
        };
    }
}
