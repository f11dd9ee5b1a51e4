package org.citestream.query.dialect.scite;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A search request. Absent conditions do not restrict it.
 *
 * @param term words anywhere; may be blank
 * @param section words in a statement's section or one of its headings
 */
public record SearchQuery(
        AnswerFormat format,
        Mode mode,
        int limit,
        int offset,
        Sort sort,
        boolean ascending,
        String term,
        Map<SearchField, String> words,
        Optional<String> from,
        Optional<String> to,
        List<String> citationTypes,
        Map<String, Boolean> notices,
        Optional<Boolean> hasTally,
        Map<TallyCount, Bounds> counts,
        Optional<String> section,
        Map<WorkAttribute, List<String>> described) {

    private static final int MOST = 10_000;
    private static final String DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    /** The format of the answer. */
    public enum AnswerFormat {
        JSON,
        CSV,
        RIS
    }

    /** Where words are searched for: in statements, in metadata of works, or in both. */
    public enum Mode {
        ALL,
        CITATIONS,
        PAPERS
    }

    /** The order of hits; relevance by default. */
    public enum Sort {
        RELEVANCE,
        DATE,
        TOTAL_CITED,
        TOTAL_SUPPORTED,
        TOTAL_CONTRASTED,
        TOTAL_MENTIONED,
        TOTAL_CITING_PUBLICATIONS
    }

    /** Parts of a work that can be searched for words; named as in our query language. */
    public enum SearchField {
        TITLE,
        ABSTRACT,
        AUTHOR,
        JOURNAL
    }

    /** Counts of a work that can be limited to a range. */
    public enum TallyCount {
        SUPPORTING,
        MENTIONING,
        CONTRASTING,
        CITING_PUBLICATIONS
    }

    /** Further attributes of a work. */
    public enum WorkAttribute {
        PAPER_TYPE,
        AFFILIATION,
        TOPIC,
        SUBSTANCES,
        MESH_TYPE
    }

    /** Both ends included; null is open. */
    public record Bounds(Integer least, Integer most) {}

    static SearchQuery of(SciteParameters asked) {
        Sort sort = asked.choice("sort", names(Sort.values()))
                .map(name -> Sort.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Sort.RELEVANCE);
        String mode = asked.choice("mode", List.of("all", "citations", "papers", "question-answering"))
                .orElse("all");
        return new SearchQuery(
                AnswerFormat.valueOf(asked.choice("format", names(AnswerFormat.values()))
                        .orElse("json")
                        .toUpperCase(Locale.ROOT)),
                mode.equals("question-answering") ? Mode.ALL : Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                asked.number("limit", MOST).orElse(10),
                asked.number("offset", Integer.MAX_VALUE).orElse(0),
                sort,
                asked.choice("sort_order", List.of("asc", "desc"))
                        .orElse("desc")
                        .equals("asc"),
                asked.text("term").or(() -> asked.text("q")).orElse(""),
                words(asked),
                date(asked, "date_from"),
                date(asked, "date_to"),
                types(asked),
                notices(asked),
                asked.flag("has_tally"),
                counts(asked),
                asked.text("section").map(section -> section.toLowerCase(Locale.ROOT)),
                described(asked));
    }

    private static Map<SearchField, String> words(SciteParameters asked) {
        Map<SearchField, String> words = new EnumMap<>(SearchField.class);
        for (SearchField field : SearchField.values()) {
            asked.text(name(field)).ifPresent(text -> words.put(field, text));
        }
        return words;
    }

    private static Optional<String> date(SciteParameters asked, String name) {
        Optional<String> date = asked.text(name);
        if (date.isPresent() && !date.get().matches(DATE)) {
            throw SciteError.invalidParameter(name, "value is not a date: use YYYY-MM-DD or YYYY");
        }
        return date;
    }

    private static List<String> types(SciteParameters asked) {
        List<String> known = List.of("supporting", "contrasting", "mentioning");
        return asked.listed("citation_types").stream()
                .map(type -> type.equals("contradicting") ? "contrasting" : type)
                .peek(type -> {
                    if (!known.contains(type)) {
                        throw SciteError.invalidParameter(
                                "citation_types",
                                "value is not a valid enumeration member; permitted: " + String.join(", ", known));
                    }
                })
                .toList();
    }

    /** By kind of notice: whether the work must, or must not, have one. */
    private static Map<String, Boolean> notices(SciteParameters asked) {
        Map<String, Boolean> notices = new java.util.TreeMap<>();
        Map.of(
                        "has_retraction", "retraction",
                        "has_concern", "expression-of-concern",
                        "has_correction", "correction",
                        "has_erratum", "erratum",
                        "has_withdrawn", "withdrawal")
                .forEach((name, kind) -> asked.flag(name).ifPresent(wanted -> notices.put(kind, wanted)));
        return notices;
    }

    private static Map<TallyCount, Bounds> counts(SciteParameters asked) {
        Map<TallyCount, Bounds> counts = new EnumMap<>(TallyCount.class);
        for (TallyCount count : TallyCount.values()) {
            String name = name(count);
            Optional<Integer> least = asked.number(name + "_from", Integer.MAX_VALUE);
            Optional<Integer> most = asked.number(name + "_to", Integer.MAX_VALUE);
            if (count == TallyCount.CONTRASTING) {
                least = least.or(() -> asked.number("contradicting_from", Integer.MAX_VALUE));
                most = most.or(() -> asked.number("contradicting_to", Integer.MAX_VALUE));
            }
            if (least.isPresent() || most.isPresent()) {
                counts.put(count, new Bounds(least.orElse(null), most.orElse(null)));
            }
        }
        return counts;
    }

    private static Map<WorkAttribute, List<String>> described(SciteParameters asked) {
        Map<WorkAttribute, List<String>> described = new EnumMap<>(WorkAttribute.class);
        for (WorkAttribute part : WorkAttribute.values()) {
            List<String> values = asked.texts(name(part));
            if (!values.isEmpty()) {
                described.put(part, values);
            }
        }
        return described;
    }

    private static List<String> names(Enum<?>[] values) {
        return java.util.Arrays.stream(values).map(SearchQuery::name).toList();
    }

    /** As written in a URL. */
    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
