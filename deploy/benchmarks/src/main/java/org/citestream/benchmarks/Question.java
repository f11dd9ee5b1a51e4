package org.citestream.benchmarks;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A kind of request.
 *
 * @param name as the results call it
 * @param path path and query of the nth request
 * @param body JSON that the nth request posts, or null for a GET
 */
record Question(String name, IntFunction<String> path, IntFunction<String> body) {

    private static final int BATCH = 500;

    Question(String name, IntFunction<String> path) {
        this(name, path, null);
    }

    byte[] ask(HttpReader http, int n) throws IOException {
        return body == null ? http.get(path.apply(n)) : http.post(path.apply(n), body.apply(n));
    }

    /** What is measured, each drawn anew for every request but those of the famous work. */
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
                new Question(
                        "report with 20 statements",
                        n -> "/api/v1/reports/" + Subjects.encoded(at(subjects.twenties(), n))),
                new Question("report of the famous work", n -> famous),
                new Question("the same, filtered", n -> famous + at(filters, n)),
                new Question("page of a report", n -> "/reports/" + Subjects.encoded(at(subjects.dois(), n))),
                new Question(
                        "page with 20 statements", n -> "/reports/" + Subjects.encoded(at(subjects.twenties(), n))),
                new Question("page of the famous work", n -> "/reports/" + Multiply.FAMOUS),
                new Question("500 tallies in one batch", n -> "/tallies", n -> batch(subjects.dois(), n)),
                new Question("500 papers", n -> "/papers", n -> batch(subjects.dois(), n)),
                new Question(
                        "500 tallies by section", n -> "/tallies/cited-by-sections", n -> batch(subjects.dois(), n)));
    }

    /** DOIs side by side among those drawn, other ones for each request. */
    private static String batch(List<String> encoded, int n) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> URLDecoder.decode(at(encoded, n * BATCH + i), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    private static String at(List<String> all, int n) {
        return all.get(Math.floorMod(n, all.size()));
    }
}
