package org.citestream.query.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.WrittenNumber;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;
import org.citestream.query.vocabulary.PartialDate;
import org.citestream.query.vocabulary.Words;

/**
 * The checked parameters of a report.
 *
 * @param citing only this citing publication, all its statements
 * @param asOf only citing publications published by this day
 * @param excludeSelf without self-citations
 * @param blind without anything that reveals labels
 * @param machineLabels by the model's labels, ignoring corrections
 */
public record ReportQuery(
        Filters filters,
        Words words,
        StatementOrder order,
        int limit,
        Optional<Cursor> cursor,
        Optional<String> citing,
        Optional<LocalDate> asOf,
        boolean excludeSelf,
        boolean blind,
        boolean machineLabels) {

    private static final Set<String> OWN =
            Set.of("q", "order", "limit", "cursor", "citing", "asOf", "exclude", "blind", "labels");

    /** Parses the parameters of a URL; {@code settings} give the limits. */
    public static ReportQuery parse(Map<String, List<String>> parameters, ReportSettings settings) {
        GivenParameters given = new GivenParameters(parameters);
        boolean blind = given.flag("blind");
        StatementOrder order = given.one("order")
                .map(StatementOrder::parse)
                .orElse(blind ? StatementOrder.NEWEST : StatementOrder.RELEVANCE);
        Filters filters = Filters.parse(parameters, Facet.OF_REPORTS);
        if (blind && order.betraysLabels()) {
            throw new BadParameterException(
                    "order",
                    "'%s' would betray the labels; with blind=true write newest or oldest"
                            .formatted(order.parameter()));
        }
        if (blind && filters.has(Facet.TYPE)) {
            throw new BadParameterException(
                    Facet.TYPE.parameter(), "filtering by type would betray the labels; leave out type or blind");
        }
        Words words = Words.parse(given.one("q").orElse(""));
        if (words.terms().size() > settings.maxWords()) {
            throw new BadParameterException("q", "more than %d words; use fewer".formatted(settings.maxWords()));
        }
        return new ReportQuery(
                filters,
                words,
                order,
                given.number("limit", 1, settings.maxGroups()).orElse(settings.groups()),
                given.one("cursor").map(cursor -> Cursor.decode(cursor, order)),
                given.one("citing"),
                given.one("asOf").map(ReportQuery::date),
                given.choice("exclude", "self"),
                blind,
                given.choice("labels", "machine"));
    }

    /** Everything, in the default order. */
    public static ReportQuery plain(ReportSettings settings) {
        return parse(Map.of(), settings);
    }

    /** Whether the report has a parameter of this name. */
    public static boolean knows(String parameter) {
        return OWN.contains(parameter) || Facet.isAmong(Facet.OF_REPORTS, parameter);
    }

    /** Whether the tally itself covers fewer statements, or other labels. */
    public boolean narrowsTheWork() {
        return asOf.isPresent() || excludeSelf || machineLabels;
    }

    /** Whether any known statement is left out. */
    boolean narrows() {
        return !filters.isEmpty() || !words.isEmpty() || asOf.isPresent() || excludeSelf;
    }

    /** Whether it covers all statements about the work, by the labels in force. */
    boolean isUnconditional() {
        return !narrows() && citing.isEmpty() && !machineLabels;
    }

    private static LocalDate date(String written) {
        try {
            return PartialDate.lastDay(written);
        } catch (DateTimeException e) {
            throw new BadParameterException(
                    "asOf", "'%s' is not a valid date; use 2022-01-01, 2022-01 or 2022".formatted(written));
        }
    }

    private record GivenParameters(Map<String, List<String>> parameters) {

        Optional<String> one(String name) {
            List<String> written = parameters.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (written.size() > 1) {
                throw new BadParameterException(name, "given %d times; give it once".formatted(written.size()));
            }
            return written.stream().findFirst();
        }

        boolean flag(String name) {
            String written = one(name).orElse("false");
            if (written.equals("true") || written.equals("false")) {
                return written.equals("true");
            }
            throw new BadParameterException(name, "'%s' is neither true nor false".formatted(written));
        }

        boolean choice(String name, String only) {
            Optional<String> written = one(name);
            if (written.isPresent() && !written.get().equals(only)) {
                throw new BadParameterException(
                        name, "'%s' is not known; write %s or leave it out".formatted(written.get(), only));
            }
            return written.isPresent();
        }

        Optional<Integer> number(String name, int least, int most) {
            return one(name).map(written -> new WrittenNumber(name, written).between(least, most));
        }
    }
}
