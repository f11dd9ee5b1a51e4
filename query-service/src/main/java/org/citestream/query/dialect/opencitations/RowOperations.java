package org.citestream.query.dialect.opencitations;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.citestream.query.problem.BadParameterException;

/**
 * The operations that OpenCitations' clients may apply to rows, in this order: {@code require=field} (drop rows where
 * it is empty), {@code filter=field:>value} ({@code =}, {@code <}, {@code >}, or else a regular expression that must be
 * found, in any case), {@code sort=desc(field)}. Stateless.
 */
final class RowOperations {

    private static final Pattern FILTER = Pattern.compile("([A-Za-z_]+):([=<>]?)(.*)", Pattern.DOTALL);
    private static final Pattern SORT = Pattern.compile("(asc|desc)\\(([A-Za-z_]+)\\)");
    private static final Pattern SPAN = Pattern.compile("(-?)P(\\d+)Y(?:(\\d+)M)?(?:(\\d+)D)?");
    private static final int LONGEST = 200;
    private static final int MOST_STATES = 2_000;

    private RowOperations() {}

    static List<Map<String, String>> apply(
            List<Map<String, String>> rows, List<String> columns, OpenCitationsRequest asked) {
        List<Map<String, String>> left = new ArrayList<>(rows);
        for (String field : asked.parameters("require")) {
            known("require", field, columns);
            left.removeIf(row -> row.getOrDefault(field, "").isEmpty());
        }
        for (String filter : asked.parameters("filter")) {
            left.removeIf(matching(filter, columns).negate());
        }
        List<String> sorts = asked.parameters("sort");
        // The first key counts most, and sorting is stable, so the last key is sorted first.
        for (int i = sorts.size() - 1; i >= 0; i--) {
            left.sort(order(sorts.get(i), columns));
        }
        return left;
    }

    private static void known(String parameter, String field, List<String> columns) {
        if (!columns.contains(field)) {
            throw new BadParameterException(
                    parameter, "there is no field '%s'; there are %s".formatted(field, columns));
        }
    }

    private static Predicate<Map<String, String>> matching(String filter, List<String> columns) {
        Matcher parts = FILTER.matcher(filter);
        if (!parts.matches()) {
            throw new BadParameterException(
                    "filter", "'" + filter + "' is not read; write field:>value or field:regex");
        }
        String field = parts.group(1);
        known("filter", field, columns);
        String value = parts.group(3);
        return switch (parts.group(2)) {
            case "=" -> row -> compare(row.get(field), value) == 0;
            case "<" -> row -> compare(row.get(field), value) < 0;
            case ">" -> row -> compare(row.get(field), value) > 0;
            default -> {
                CharacterRunAutomaton found = found(value);
                yield row -> found.run(row.get(field).toLowerCase(Locale.ROOT));
            }
        };
    }

    /** An automaton instead of a backtracking matcher, so that hostile patterns cannot keep us busy. */
    private static CharacterRunAutomaton found(String regex) {
        if (regex.length() > LONGEST) {
            throw new BadParameterException("filter", "a regular expression has at most " + LONGEST + " characters");
        }
        String lower = regex.toLowerCase(Locale.ROOT);
        boolean starts = lower.startsWith("^");
        boolean ends = lower.endsWith("$");
        String inner = lower.substring(starts ? 1 : 0, lower.length() - (ends ? 1 : 0));
        try {
            String whole = (starts ? "" : ".*") + "(" + inner + ")" + (ends ? "" : ".*");
            return new CharacterRunAutomaton(
                    Operations.determinize(new RegExp(whole, RegExp.NONE).toAutomaton(), MOST_STATES));
        } catch (IllegalArgumentException | TooComplexToDeterminizeException unread) {
            throw new BadParameterException("filter", "'" + regex + "' is not a valid regular expression");
        }
    }

    private static Comparator<Map<String, String>> order(String sort, List<String> columns) {
        Matcher parts = SORT.matcher(sort);
        if (!parts.matches()) {
            throw new BadParameterException("sort", "'" + sort + "' is not read; write asc(field) or desc(field)");
        }
        String field = parts.group(2);
        known("sort", field, columns);
        Comparator<Map<String, String>> order = (one, other) -> compare(one.get(field), other.get(field));
        return parts.group(1).equals("asc") ? order : order.reversed();
    }

    /** Numbers by size, timespans by length, everything else as text. */
    private static int compare(String one, String other) {
        if (one.matches("\\d{1,15}") && other.matches("\\d{1,15}")) {
            return Long.compare(Long.parseLong(one), Long.parseLong(other));
        }
        Matcher span = SPAN.matcher(one);
        Matcher otherSpan = SPAN.matcher(other);
        return span.matches() && otherSpan.matches()
                ? Integer.compare(days(span), days(otherSpan))
                : one.compareTo(other);
    }

    private static int days(Matcher span) {
        int days = number(span.group(2)) * 372 + number(span.group(3)) * 31 + number(span.group(4));
        return span.group(1).isEmpty() ? days : -days;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits.substring(0, Math.min(6, digits.length())));
    }
}
