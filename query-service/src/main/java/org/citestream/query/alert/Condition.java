package org.citestream.query.alert;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citestream.query.change.Change;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.stream.StreamFilter;
import org.citestream.query.vocabulary.Cause;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.Filters;

/**
 * Which changes to the followed subject an alert reports, in the parameters of the stream. Without {@code event}:
 * statements added or changed, and notices on the work and on the works it cites, issued or taken back. Who is told of
 * notices is told when they are taken back, whatever the condition names.
 */
public final class Condition {

    /** The alert itself says what is followed. */
    private static final Set<String> NOT_HERE = Set.of("cited");

    private static final Set<ChangeType> USUAL_EVENTS = EnumSet.of(
            ChangeType.STATEMENT_ADDED,
            ChangeType.STATEMENT_CHANGED,
            ChangeType.NOTICE_ISSUED,
            ChangeType.CITED_NOTICE_ISSUED,
            ChangeType.NOTICE_WITHDRAWN,
            ChangeType.CITED_NOTICE_WITHDRAWN);

    private static final Map<String, String> TAKEN_BACK = Map.of(
            ChangeType.NOTICE_ISSUED.wireName(), ChangeType.NOTICE_WITHDRAWN.wireName(),
            ChangeType.CITED_NOTICE_ISSUED.wireName(), ChangeType.CITED_NOTICE_WITHDRAWN.wireName());

    private static final int LONGEST = 2000;

    private final Map<String, List<String>> parameters;
    private final Predicate<Change> filter;

    private Condition(Map<String, List<String>> parameters, Predicate<Change> filter) {
        this.parameters = parameters;
        this.filter = filter;
    }

    /**
     * Parses the parameters; empty values are ignored.
     *
     * @throws BadParameterException for one that is not known, or has a value it cannot have
     */
    public static Condition of(Map<String, List<String>> given) {
        Map<String, List<String>> parameters = new TreeMap<>();
        given.forEach((name, values) -> {
            List<String> said = values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
            if (NOT_HERE.contains(name)) {
                throw new BadParameterException(name, "is said by what is followed, not by the condition");
            }
            if (!said.isEmpty()) {
                parameters.put(name, said);
            }
        });
        Filters filters = Filters.parse(parameters, Facet.OF_REPORTS);
        Facet.OF_REPORTS.stream()
                .filter(filters::has)
                .forEach(facet -> parameters.put(
                        facet.parameter(), filters.of(facet).stream().sorted().toList()));
        Condition condition = new Condition(parameters, filter(parameters));
        if (condition.toString().length() > LONGEST) {
            throw new BadParameterException("condition", "longer than " + LONGEST + " characters");
        }
        return condition;
    }

    /** Reads what {@link #toString()} wrote. */
    static Condition parse(String written) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (String pair : written.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return new Condition(parameters, stored(parameters));
    }

    private static Predicate<Change> filter(Map<String, List<String>> parameters) {
        Map<String, List<String>> told = new TreeMap<>(parameters);
        told.computeIfPresent("event", (name, events) -> Stream.concat(
                        events.stream(), events.stream().map(TAKEN_BACK::get).filter(Objects::nonNull))
                .toList());
        return StreamFilter.parse(told)::matches;
    }

    /** A value that only an earlier version accepted matches nothing, rather than stopping everybody's alerts. */
    private static Predicate<Change> stored(Map<String, List<String>> parameters) {
        try {
            return filter(parameters);
        } catch (BadParameterException noLonger) {
            return change -> false;
        }
    }

    public Map<String, List<String>> parameters() {
        return parameters;
    }

    boolean matches(Change change) {
        return (parameters.containsKey("event") || usual(change)) && filter.test(change);
    }

    /** A statement that only moved within its article is not worth a message. */
    private static boolean usual(Change change) {
        return USUAL_EVENTS.contains(change.type())
                && !(change.type() == ChangeType.STATEMENT_CHANGED && change.cause() == Cause.ARTICLE);
    }

    /** As the query string of a URL, with names and values sorted, so that equal conditions have equal texts. */
    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
