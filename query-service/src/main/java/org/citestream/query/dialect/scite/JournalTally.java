package org.citestream.query.dialect.scite;

import java.util.List;

/** Statements about all works of a journal. */
record JournalTally(
        long totalCites,
        long totalSupportingCites,
        long totalMentioningCites,
        long totalContrastingCites,
        long totalUnclassifiedCites,
        String title,
        List<String> issns) {}
