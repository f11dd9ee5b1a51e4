package org.citestream.query.dialect.scite;

/** Answers as the API's description shows them. */
final class Examples {

    static final String JSON = "application/json";

    static final String NOT_FOUND = "{\"detail\": \"Not Found: 10.1000/nobody\"}";
    static final String INVALID =
            "{\"detail\": [{\"loc\": [\"body\", \"dois\"], \"msg\": \"value is not a valid list\", \"type\": \"value_error\"}]}";
    static final String TALLY =
            "{\"total\": 21, \"supporting\": 2, \"contradicting\": 0, \"contrasting\": 0, \"mentioning\": 19,"
                    + " \"unclassified\": 0, \"doi\": \"10.5555/cs.hallam2016\", \"citingPublications\": 19}";
    static final String TALLIES = "{\"tallies\": {\"10.5555/cs.hallam2016\": " + TALLY + "}}";
    static final String SECTIONS =
            "{\"total\": 21, \"introduction\": 8, \"results\": 1, \"methods\": 2, \"discussion\": 3, \"other\": 7,"
                    + " \"doi\": \"10.5555/cs.hallam2016\"}";
    static final String SECTION_TALLIES = "{\"tallies\": {\"10.5555/cs.hallam2016\": " + SECTIONS + "}}";
    static final String PUBMED = "{\"journal article\": 17, \"review\": 2}";
    static final String PUBMED_TALLIES = "{\"pubmedSourceTypeTallies\": {\"10.5555/cs.hallam2016\": " + PUBMED + "}}";
    static final String PAPER =
            "{\"id\": 2814749767106560, \"doi\": \"10.5555/cs.tanaka2015\", \"slug\": \"early-handling-ZG9pOjEw\","
                    + " \"type\": \"journal-article\", \"title\": \"Early handling permanently lowers innate fear\","
                    + " \"authors\": [{\"family\": \"Tanaka\", \"given\": \"Aiko\", \"authorName\": \"Aiko Tanaka\","
                    + " \"authorSequenceNumber\": 1}], \"year\": 2015, \"retracted\": true, \"editorialNotices\":"
                    + " [{\"status\": \"Retracted\", \"date\": \"2018-07-25\", \"doi\": \"10.5555/cs.tanaka2015\", \"urls\": []}]}";
    static final String PAPERS = "{\"papers\": {\"10.5555/cs.tanaka2015\": " + PAPER + "}}";
    static final String CITATIONS =
            "{\"metadata\": {\"totalCitationCount\": 1, \"restrictedCitationCount\": 0}, \"citations\": [{\"id\":"
                    + " 2155776090, \"source\": \"10.5555/cs.calder2017\", \"target\": \"10.5555/cs.hallam2016\","
                    + " \"negative\": 0.02, \"positive\": 0.91, \"neutral\": 0.07, \"section\": \"results\", \"type\":"
                    + " \"supporting\", \"typeConfidence\": 0.91, \"selfCites\": []}]}";
    static final String REFERENCES =
            "{\"metadata\": {\"totalReferenceCount\": 1, \"distinctSourceCount\": 1, \"restrictedReferenceCount\": 0},"
                    + " \"references\": [{\"source\": \"10.5555/cs.calder2017\", \"target\": \"10.5555/cs.hallam2016\","
                    + " \"selfCites\": [], \"dataSource\": \"fulltext\"}]}";
    static final String SEARCH =
            "{\"count\": 1, \"aggregations\": {\"journals\": []}, \"hits\": [{\"id\": \"10.5555/cs.calder2017\", \"doi\":"
                    + " \"10.5555/cs.calder2017\", \"title\": \"<strong class=\\\"highlight\\\">Fear</strong> of open ground\","
                    + " \"citations\": []}], \"restrictedCites\": false}";
    static final String MATCH =
            "{\"matched\": true, \"doi\": \"10.5555/cs.hallam2016\", \"title\": \"A midbrain population\"}";
    static final String JOURNAL =
            "{\"totalCites\": 7, \"totalSupportingCites\": 1, \"totalMentioningCites\": 5, \"totalContrastingCites\": 0,"
                    + " \"totalUnclassifiedCites\": 1, \"title\": \"Odd Letters\", \"issns\": [\"1234-567X\"]}";
    static final String YEARLY =
            "[{\"relativeYear\": \"2021\", \"siTwoYears\": 0.92, \"siFiveYears\": 0.91, \"siAllYears\": 0.87, \"issns\":"
                    + " [\"1234-567X\"]}]";
    static final String SJI =
            "[{\"issns\": [\"1234-567X\"], \"journal\": \"Odd Letters\", \"journalSlug\": \"odd-letters-T2Rk\","
                    + " \"relativeYear\": \"2021\", \"sjiAllYears\": 0.87, \"sjiFiveYears\": 0.91, \"sjiTwoYears\": 0.92}]";
    static final String SJIS = "{\"1234-567X\": " + SJI + "}";
    static final String NOTICES =
            "[{\"issn\": \"1234-567X\", \"notices\": {\"totalRetractions\": 1, \"totalExpressionOfConcerns\": 0,"
                    + " \"totalWithdrawals\": 0, \"totalErrata\": 2, \"totalCorrections\": 0}}]";
    static final String ISSN_TALLIES =
            "[{\"issn\": \"1234-567X\", \"total_cites\": 7, \"total_contradicting_cites\": 0, \"total_mentioning_cites\": 5,"
                    + " \"total_supporting_cites\": 1, \"total_unclassified\": 1}]";
    static final String COUNT = "{\"totalArticleCount\": 26325}";
    static final String STATS = "{\"citationStatementsTotal\": 165, \"supportingTotal\": 9, \"papersTotal\": 160}";
    static final String SUBJECTS =
            "[{\"displayName\": \"Neuroscience\", \"publications\": 25, \"citationStatements\": 165, \"contrasting\": 5,"
                    + " \"mentioning\": 151, \"supporting\": 9, \"uniqueCitations\": 140}]";

    private Examples() {}
}
