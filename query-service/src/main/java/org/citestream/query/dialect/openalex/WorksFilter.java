package org.citestream.query.dialect.openalex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Conditions on works as OpenAlex writes them: {@code cites:W1|W2,publication_year:>2019,is_retracted:!true}. All of them
 * must hold.
 */
record WorksFilter(List<FilterCondition> conditions) {

    /** What can be asked of a work, by its name; other names of the same follow behind it. */
    enum Field {
        CITES("cites", Kind.WORK),
        CITED_BY("cited_by", Kind.WORK),
        OPENALEX("openalex", Kind.WORK, "openalex_id", "ids.openalex"),
        DOI("doi", Kind.TEXT, "ids.doi"),
        PMID("pmid", Kind.TEXT, "ids.pmid"),
        ORCID("author.orcid", Kind.TEXT, "authorships.author.orcid"),
        YEAR("publication_year", Kind.NUMBER),
        FROM("from_publication_date", Kind.DAY),
        TO("to_publication_date", Kind.DAY),
        CITATIONS("cited_by_count", Kind.NUMBER),
        TYPE("type", Kind.TEXT),
        LANGUAGE("language", Kind.TEXT),
        RETRACTED("is_retracted", Kind.FLAG),
        HAS_DOI("has_doi", Kind.FLAG),
        OPEN("is_oa", Kind.FLAG, "open_access.is_oa"),
        ISSN("primary_location.source.issn", Kind.TEXT, "locations.source.issn", "journal.issn"),
        TITLE("title.search", Kind.WORDS, "display_name.search"),
        WORDS("default.search", Kind.WORDS, "title_and_abstract.search");

        private final String parameter;
        private final Kind kind;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> others;

        Field(String parameter, Kind kind, String... others) {
            this.parameter = parameter;
            this.kind = kind;
            this.others = List.of(others);
        }

        private Stream<String> names() {
            return Stream.concat(Stream.of(parameter), others.stream());
        }

        Kind kind() {
            return kind;
        }
    }

    /** What a value of a field is. */
    enum Kind {
        WORK,
        TEXT,
        NUMBER,
        DAY,
        FLAG,
        WORDS
    }

    /**
     * One condition.
     *
     * @param negated whether none of the values may be the work's
     * @param values any of them; each as it was written
     */
    record FilterCondition(Field field, boolean negated, List<String> values) {}

    private static final Map<String, Field> FIELDS = new TreeMap<>();

    static {
        for (Field field : Field.values()) {
            field.names().forEach(name -> FIELDS.put(name, field));
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[<>]?\\d{1,9}|\\d{0,9}-\\d{0,9}");
    private static final Pattern DAY = Pattern.compile("\\d{4}(?:-\\d{2}(?:-\\d{2})?)?");
    private static final int MOST_VALUES = 100;

    WorksFilter {
        conditions = List.copyOf(conditions);
    }

    /** @param written may be blank or null */
    static WorksFilter parse(String written) {
        List<FilterCondition> conditions = new ArrayList<>();
        Field last = null;
        for (String part : written == null || written.isBlank() ? List.<String>of() : List.of(written.split(",", -1))) {
            int colon = part.indexOf(':');
            String name = colon < 0 ? "" : part.substring(0, colon).strip();
            Field field = FIELDS.get(name.toLowerCase(Locale.ROOT).replace('-', '_'));
            if (field == null && last != null && last.kind() == Kind.WORDS && colon < 0) {
                // A comma in words that are searched for.
                conditions.add(new FilterCondition(last, false, List.of(part)));
                continue;
            }
            if (field == null) {
                throw OpenAlexError.refused(
                        "%s is not a valid field. Valid fields are underscore or hyphenated versions of: %s"
                                .formatted(name.isEmpty() ? part.strip() : name, String.join(", ", FIELDS.keySet())));
            }
            last = field;
            add(conditions, field, part.substring(colon + 1).strip());
        }
        return new WorksFilter(conditions);
    }

    private static void add(List<FilterCondition> conditions, Field field, String written) {
        boolean negated = written.startsWith("!");
        String values = negated ? written.substring(1) : written;
        if (field.kind() == Kind.WORDS) {
            conditions.add(new FilterCondition(field, negated, List.of(values)));
            return;
        }
        // A plus stands between values that must all be the work's; decoded, it is a blank.
        for (String all : values.split("[+ ]", -1)) {
            List<String> any = List.of(all.split("\\|", -1));
            if (any.size() > MOST_VALUES) {
                throw OpenAlexError.refused("Maximum number of values exceeded for %s. Decrease values to %d or below"
                        .formatted(field.parameter, MOST_VALUES));
            }
            any.forEach(value -> check(field, value));
            conditions.add(new FilterCondition(field, negated, any));
        }
    }

    private static void check(Field field, String value) {
        boolean fits =
                switch (field.kind()) {
                    case NUMBER -> NUMBER.matcher(value).matches() && !value.equals("-");
                    case DAY -> DAY.matcher(value).matches();
                    case FLAG -> value.equals("true") || value.equals("false");
                    case WORK, TEXT, WORDS -> !value.isBlank();
                };
        if (!fits) {
            throw OpenAlexError.refused("'%s' is not a valid value of %s".formatted(value, field.parameter));
        }
    }
}
