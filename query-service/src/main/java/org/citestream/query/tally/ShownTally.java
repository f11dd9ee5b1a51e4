package org.citestream.query.tally;

/**
 * A {@link Tally} as reports show it.
 *
 * @param citingPublications distinct publications whose reference list names it
 * @param citingPublicationsWithStatements those with a known statement
 */
public record ShownTally(
        long total,
        long supporting,
        long mentioning,
        long contrasting,
        long unclassified,
        long notASentence,
        long citingPublications,
        long citingPublicationsWithStatements) {

    public static ShownTally of(Tally tally, long citingPublicationsWithStatements) {
        return new ShownTally(
                tally.total(),
                tally.supporting(),
                tally.mentioning(),
                tally.contrasting(),
                tally.unclassified(),
                tally.notASentence(),
                tally.citingPublications(),
                citingPublicationsWithStatements);
    }
}
