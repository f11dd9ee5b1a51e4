package org.citestream.acceptance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What one may ask of a report, drawn by chance, with the plain answer to it.
 *
 * @param cited the work the report is about
 * @param filters chosen values by facet
 */
record Question(String cited, Map<String, List<String>> filters, String asOf, boolean excludeSelf, boolean machine) {

    static final List<String> FACETS = List.of(
            "section",
            "type",
            "intent",
            "year",
            "publicationType",
            "relationship",
            "author",
            "journal",
            "position",
            "notice");

    private static final List<String> DAYS = List.of("2016", "2019-06", "2020-02-29", "2022-12-31");

    /** Each facet is filtered now and then, by values that occur. */
    static Question draw(Random random, String cited, List<FoldedLog.Said> about, FoldedWorks works) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String facet : FACETS) {
            while (random.nextInt(6) == 0) {
                List<String> values = values(about.get(random.nextInt(about.size())), facet, works);
                filters.computeIfAbsent(facet, name -> new ArrayList<>())
                        .add(values.get(random.nextInt(values.size())));
            }
        }
        return new Question(
                cited,
                filters,
                random.nextInt(5) == 0 ? DAYS.get(random.nextInt(DAYS.size())) : null,
                random.nextInt(5) == 0,
                random.nextInt(5) == 0);
    }

    String path(String more) {
        List<String> parameters = new ArrayList<>();
        filters.forEach((facet, values) -> values.forEach(
                value -> parameters.add(facet + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        if (asOf != null) {
            parameters.add("asOf=" + asOf);
        }
        if (excludeSelf) {
            parameters.add("exclude=self");
        }
        if (machine) {
            parameters.add("labels=machine");
        }
        parameters.add(more);
        return "/api/v1/reports/" + cited + "?" + String.join("&", parameters);
    }

    /** The statements that belong to the report and match all filters but this facet's (null: all). */
    List<FoldedLog.Said> answer(List<FoldedLog.Said> about, FoldedWorks works, String butFor) {
        return about.stream()
                .filter(said ->
                        !excludeSelf || !values(said, "relationship", works).contains("self"))
                .filter(said -> asOf == null || isOut(works.published(said.citing())))
                .filter(said -> filters.entrySet().stream()
                        .allMatch(chosen -> chosen.getKey().equals(butFor)
                                || values(said, chosen.getKey(), works).stream().anyMatch(chosen.getValue()::contains)))
                .toList();
    }

    /** A date known to the year or month counts as its last day. */
    private boolean isOut(String published) {
        return !published.isEmpty() && !lastDay(published).isAfter(lastDay(asOf));
    }

    private static LocalDate lastDay(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(date), 12, 31);
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    /** How many of them have each value of a facet. */
    static Map<String, Integer> counts(List<FoldedLog.Said> said, String facet, FoldedWorks works) {
        return said.stream()
                .flatMap(one -> values(one, facet, works).stream())
                .collect(Collectors.toMap(value -> value, value -> 1, Integer::sum));
    }

    private static List<String> values(FoldedLog.Said said, String facet, FoldedWorks works) {
        return switch (facet) {
            case "section", "position", "intent" ->
                List.of(said.event().path(facet).asText("unknown"));
            case "type" -> List.of(said.event().path("type").asText());
            case "relationship" ->
                List.of(said.event().path("relationship").path("kind").asText("unknown"));
            default -> works.values(said.citing(), facet);
        };
    }
}
