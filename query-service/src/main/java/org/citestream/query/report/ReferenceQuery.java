package org.citestream.query.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;

/**
 * A query on a reference list.
 *
 * @param noticed only entries whose publication has an editorial notice
 * @param doubted only entries whose publication was retracted, withdrawn, or is under an expression of concern
 * @param uncited only entries that no marker in the text leads to
 * @param words each must occur in the title, the authors, the journal or the entry as printed; empty for all entries
 * @param type only entries that a statement of this type cites, or null
 * @param offset number of entries to skip, from 0
 * @param limit maximum number of entries, at least 1
 */
public record ReferenceQuery(
        boolean noticed,
        boolean doubted,
        boolean uncited,
        List<String> words,
        CitationType type,
        ReferenceOrder order,
        int limit,
        int offset) {

    private static final int MOST_WORDS = 20;

    /** The order of entries; ties keep the order of the list. */
    public enum ReferenceOrder {
        LIST,
        NEWEST,
        OLDEST,
        /** The most cited first. */
        CITED;

        /** Its name in URLs. */
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ReferenceQuery {
        words = List.copyOf(words);
    }

    /**
     * From the parameters {@code noticed, q, type} and {@code order}.
     *
     * @throws BadParameterException for an unknown type or order, or too many words
     */
    public static ReferenceQuery parse(Map<String, List<String>> given, int limit, int offset) {
        List<String> words = Stream.of(first(given, "q").strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.size() > MOST_WORDS) {
            throw new BadParameterException("q", "more than %d words; use fewer".formatted(MOST_WORDS));
        }
        return new ReferenceQuery(
                first(given, "noticed").equals("true"),
                first(given, "noticed").equals("doubted"),
                first(given, "uncited").equals("true"),
                words,
                type(first(given, Facet.TYPE.parameter())),
                order(first(given, "order")),
                limit,
                offset);
    }

    private static CitationType type(String written) {
        if (written.isEmpty()) {
            return null;
        }
        return Stream.of(CitationType.values())
                .filter(type -> type.wireName().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        Facet.TYPE.parameter(),
                        "'%s' is not a valid type; use %s"
                                .formatted(
                                        written,
                                        String.join(
                                                ", ",
                                                Stream.of(CitationType.values())
                                                        .map(CitationType::wireName)
                                                        .toList()))));
    }

    private static ReferenceOrder order(String written) {
        if (written.isEmpty()) {
            return ReferenceOrder.LIST;
        }
        return Stream.of(ReferenceOrder.values())
                .filter(order -> order.parameter().equals(written))
                .findFirst()
                .orElseThrow(() -> new BadParameterException(
                        "order", "'%s' is not a valid order; use list, newest, oldest or cited".formatted(written)));
    }

    private static String first(Map<String, List<String>> given, String name) {
        List<String> values = given.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Whether it filters entries. */
    public boolean filtered() {
        return noticed || doubted || uncited || type != null || !words.isEmpty();
    }
}
