package org.citestream.query.dialect.scite;

import org.citestream.query.tally.TallySums;

/** A tally as scite's clients read it. {@code contradicting} is their word; {@code contrasting} stands beside it. */
record SciteTally(
        long total,
        long supporting,
        long contradicting,
        long contrasting,
        long mentioning,
        long unclassified,
        String doi,
        long citingPublications) {

    /** Of nothing. */
    static final SciteTally ZERO = new SciteTally(0, 0, 0, 0, 0, 0, null, 0);

    static SciteTally of(String doi, TallySums sums) {
        return new SciteTally(
                sums.total(),
                sums.supporting(),
                sums.contrasting(),
                sums.contrasting(),
                sums.mentioning(),
                sums.unclassified(),
                doi,
                sums.citing());
    }

    SciteTally plus(SciteTally other) {
        return new SciteTally(
                total + other.total,
                supporting + other.supporting,
                contradicting + other.contradicting,
                contrasting + other.contrasting,
                mentioning + other.mentioning,
                unclassified + other.unclassified,
                null,
                citingPublications + other.citingPublications);
    }
}
