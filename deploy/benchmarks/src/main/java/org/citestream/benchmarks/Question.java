package org.citestream.benchmarks;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A kind of request.
 *
 * @param name as the results call it
 * @param path path and query of the nth request
 */
record Question(String name, IntFunction<String> path) {

    /** What is measured, each drawn anew for every request but the last two. */
    static List<Question> all(Subjects subjects) {
        List<String> filters = List.of(
                "?type=supporting&type=mentioning",
                "?section=results&section=discussion&order=newest",
                "?year=2010..2020&relationship=independent",
                "?publicationType=research-article&type=mentioning&order=confidence");
        String famous = "/api/v1/reports/" + Multiply.FAMOUS;
        return List.of(
                new Question("tally", n -> "/tallies/" + Subjects.encoded(at(subjects.dois(), n))),
                new Question("report", n -> "/api/v1/reports/" + Subjects.encoded(at(subjects.dois(), n))),
                new Question(
                        "report, filtered",
                        n -> "/api/v1/reports/" + Subjects.encoded(at(subjects.dois(), n)) + at(filters, n)),
                new Question("search, two words", n -> "/api/v1/search?q=" + Subjects.encoded(at(subjects.words(), n))),
                new Question(
                        "search, filtered",
                        n -> "/api/v1/search?section=results&q=" + Subjects.encoded(at(subjects.words(), n))),
                new Question("report of the famous work", n -> famous),
                new Question("the same, filtered", n -> famous + at(filters, n)));
    }

    private static String at(List<String> all, int n) {
        return all.get(Math.floorMod(n, all.size()));
    }
}
