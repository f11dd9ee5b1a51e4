package org.citestream.query.dialect.scite;

import java.util.List;

/**
 * The scite Index of a journal in one year: supporting / (supporting + contrasting), over the statements of works
 * published in that year about works that the journal published in the two or five years before it, or ever. Null where
 * there was neither.
 */
record JournalIndex(
        String asked, String title, List<String> issns, int year, Double twoYears, Double fiveYears, Double allYears) {

    /** As {@code /journal/{issn}/yearly-si} answers it. */
    record Yearly(String relativeYear, Double siTwoYears, Double siFiveYears, Double siAllYears, List<String> issns) {}

    /** As the routes by ISSN answer it. */
    record Sji(
            List<String> issns,
            String journal,
            String journalSlug,
            String relativeYear,
            Double sjiAllYears,
            Double sjiFiveYears,
            Double sjiTwoYears) {}

    Yearly yearly() {
        return new Yearly(Integer.toString(year), twoYears, fiveYears, allYears, issns);
    }

    Sji sji() {
        String name = title == null ? "" : title;
        return new Sji(issns, name, Papers.journalSlug(name), Integer.toString(year), allYears, fiveYears, twoYears);
    }
}
