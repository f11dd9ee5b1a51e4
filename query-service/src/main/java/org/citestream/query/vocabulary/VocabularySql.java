package org.citestream.query.vocabulary;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The only way of our words into SQL: SQL texts name them, and this replaces them by their representation in the
 * tables: {@code ${type:contrasting}} by the code, {@code ${change:StatementAdded}} and {@code ${cause:article}} by the
 * quoted name. The sets of codes are those of {@link Codes}, in lower case. {@code ${labels FORM}} stands for the
 * facets of a statement other than its type, each in that form with {@code @} for its column, separated by commas;
 * {@code ${types FORM}} for the types, with {@code @} for the column that counts it and {@code #} for its code, and
 * {@code ${total FORM}} for the sum of those columns.
 */
public final class VocabularySql {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z]+:[A-Za-z-]+)}");

    private static final Pattern LISTS = Pattern.compile("\\$\\{(labels|types|total) ([^}]+)}");

    private static final Map<String, String> STANDS_FOR = standsFor();

    private VocabularySql() {}

    /**
     * The text with every word replaced; other placeholders, such as {@code ${schema}}, stay.
     *
     * @throws IllegalArgumentException for a word that is not in its set
     */
    public static String of(String sql) {
        return PLACE.matcher(LISTS.matcher(sql).replaceAll(VocabularySql::list)).replaceAll(place -> {
            String value = STANDS_FOR.get(place.group(1));
            if (value == null) {
                throw new IllegalArgumentException("%s in SQL is no word of ours".formatted(place.group()));
            }
            return value;
        });
    }

    private static String list(MatchResult place) {
        String form = place.group(2);
        return switch (place.group(1)) {
            case "labels" -> labels(form);
            case "types" -> types(form, ", ");
            default -> "(" + types(form, " + ") + ")";
        };
    }

    private static String types(String form, String between) {
        return Arrays.stream(CitationType.values())
                .map(type -> form.replace("@", type.column()).replace("#", Integer.toString(type.code())))
                .collect(Collectors.joining(between));
    }

    private static String labels(String form) {
        return Facet.OF_STATEMENTS.stream()
                .filter(facet -> facet != Facet.TYPE)
                .map(facet -> form.replace("@", facet.column()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> standsFor() {
        Map<String, String> values = new HashMap<>();
        for (Codes codes : Codes.values()) {
            String set = codes.name().toLowerCase(Locale.ROOT);
            codes.names().forEach(name -> values.put(set + ":" + name, Short.toString(codes.code(name))));
        }
        Arrays.stream(ChangeType.values())
                .forEach(type -> values.put("change:" + type.wireName(), "'" + type.wireName() + "'"));
        Arrays.stream(Cause.values())
                .forEach(cause -> values.put("cause:" + cause.wireName(), "'" + cause.wireName() + "'"));
        return Map.copyOf(values);
    }
}
