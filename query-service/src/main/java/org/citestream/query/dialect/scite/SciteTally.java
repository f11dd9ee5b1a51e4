package org.citestream.query.dialect.scite;

import org.citestream.query.tally.Tally;

/**
 * A tally as scite's clients read it. {@code contradicting} is their word; {@code contrasting} stands beside it.
 * Clients know four types that sum to the total, so statements that are not sentences count as unclassified.
 */
record SciteTally(
        long total,
        long supporting,
        long contradicting,
        long contrasting,
        long mentioning,
        long unclassified,
        String doi,
        long citingPublications) {

    static SciteTally of(String doi, Tally tally) {
        return new SciteTally(
                tally.total(),
                tally.supporting(),
                tally.contrasting(),
                tally.contrasting(),
                tally.mentioning(),
                tally.unanswered(),
                doi,
                tally.citingPublications());
    }
}
