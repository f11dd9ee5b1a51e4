package org.citestream.query.tally;

/**
 * Statements per type about one publication; total = supporting + mentioning + contrasting + unclassified.
 *
 * @param citingPublications distinct publications whose reference list names it
 * @param citingPublicationsWithStatements those of which a statement is known
 */
public record ShownTally(
        long total,
        long supporting,
        long mentioning,
        long contrasting,
        long unclassified,
        long citingPublications,
        long citingPublicationsWithStatements) {}
