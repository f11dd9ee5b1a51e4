package org.citestream.query.dialect.scite;

import java.util.List;
import org.citestream.query.tally.Tally;

/** The tally of all works of a journal, as scite's clients read it. */
record JournalTally(
        long totalCites,
        long totalSupportingCites,
        long totalMentioningCites,
        long totalContrastingCites,
        long totalUnclassifiedCites,
        String title,
        List<String> issns) {

    static JournalTally of(Tally tally, String title, List<String> issns) {
        return new JournalTally(
                tally.total(),
                tally.supporting(),
                tally.mentioning(),
                tally.contrasting(),
                tally.unanswered(),
                title,
                issns);
    }
}
