package org.citestream.query.dialect.openalex;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.citestream.query.dialect.Keyset;

/**
 * A question for works. What OpenAlex knows and has no meaning here ({@code mailto}, {@code api_key}) is passed over.
 *
 * @param search words anywhere
 * @param select fields of a work; none for all
 * @param groupBy what works are counted by, instead of being listed
 * @param cursor where the page begins, if whoever asks goes by cursors
 */
record WorksQuery(
        WorksFilter filter,
        Optional<String> search,
        Optional<String> sort,
        Set<String> select,
        Optional<Grouping> groupBy,
        int page,
        int perPage,
        Optional<String> cursor) {

    private static final int USUAL = 25;
    private static final int MOST = 200;
    private static final int FURTHEST = 10_000;

    /** The cursor of the first page. */
    static final String START = "*";

    static WorksQuery of(UriInfo address) {
        MultivaluedMap<String, String> asked = address.getQueryParameters();
        if (asked.containsKey("sample")) {
            throw OpenAlexError.refused("sample is not supported here");
        }
        int perPage = number(asked, "per-page", "per_page", USUAL, MOST);
        int page = number(asked, "page", "page", 1, FURTHEST);
        Optional<String> cursor = text(asked, "cursor");
        if (cursor.isEmpty() && (long) page * perPage > FURTHEST) {
            throw OpenAlexError.refused(
                    "Maximum results size of 10,000 records is exceeded. Cursor pagination is required"
                            + " for records beyond 10,000. Start with cursor=*");
        }
        return new WorksQuery(
                WorksFilter.parse(asked.getFirst("filter")),
                text(asked, "search"),
                text(asked, "sort"),
                select(asked),
                text(asked, "group-by").or(() -> text(asked, "group_by")).map(Grouping::named),
                page,
                perPage,
                cursor);
    }

    /** The fields of a work that are asked for; none for all. */
    static Set<String> select(MultivaluedMap<String, String> asked) {
        Set<String> fields = new LinkedHashSet<>();
        Set<String> unknown = new TreeSet<>();
        text(asked, "select").stream()
                .flatMap(all -> Arrays.stream(all.split(",", -1)))
                .map(String::strip)
                .filter(field -> !field.isEmpty())
                .forEach(field -> (WorkShape.FIELDS.contains(field) ? fields : unknown).add(field));
        if (!unknown.isEmpty()) {
            throw OpenAlexError.refused("%s is not a valid select field. Valid fields for select are: %s"
                    .formatted(String.join(", ", unknown), String.join(", ", WorkShape.FIELDS)));
        }
        return fields;
    }

    /** The order; by id where nothing is said. */
    Keyset order() {
        if (sort.isEmpty()) {
            return new Keyset("p.id", false);
        }
        Keyset.WrittenSort first =
                Keyset.WrittenSort.parse(sort.get().split(",", 2)[0]).orElseThrow(this::unsorted);
        boolean descending = first.descending();
        String last = descending ? "" : "~";
        return switch (first.field().replace('-', '_')) {
            case "cited_by_count" -> new Keyset(Keyset.padded(Keyset.citations()), descending);
            case "publication_date" -> new Keyset("coalesce(p.published, '" + last + "')", descending);
            case "publication_year" -> new Keyset("coalesce(p.year::text, '" + last + "')", descending);
            case "display_name", "title" -> new Keyset("coalesce(lower(p.title), '" + last + "')", descending);
            case "id" -> new Keyset("p.id", descending);
            default -> throw unsorted();
        };
    }

    private RuntimeException unsorted() {
        return OpenAlexError.refused(
                "%s is not a valid sort. Use cited_by_count, publication_date, publication_year, display_name or id, with :desc or :asc"
                        .formatted(sort.orElse("")));
    }

    private static Optional<String> text(MultivaluedMap<String, String> asked, String name) {
        return Optional.ofNullable(asked.getFirst(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static int number(MultivaluedMap<String, String> asked, String name, String other, int usual, int most) {
        Optional<String> written = text(asked, name).or(() -> text(asked, other));
        if (written.isEmpty()) {
            return usual;
        }
        if (written.get().matches("\\d{1,6}")) {
            int number = Integer.parseInt(written.get());
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw OpenAlexError.refused("%s parameter must be between 1 and %d".formatted(name, most));
    }

    /** What works can be counted by. */
    enum Grouping {
        YEAR("publication_year", "p.year::text", List.of("publication_year")),
        TYPE("type", OpenAlexType.SQL, List.of("type")),
        LANGUAGE("language", "p.language", List.of("language")),
        OPEN("open_access.is_oa", WorksSql.OPEN + "::text", List.of("open_access.is_oa", "is_oa")),
        JOURNAL(
                "primary_location.source.id",
                "p.journal",
                List.of("primary_location.source.id", "primary_location.source.display_name", "journal")),
        AUTHOR(
                "authorships.author.id",
                null,
                List.of("authorships.author.id", "author.id", "authorships.author.orcid"));

        private final String parameter;
        private final String sql;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> names;

        Grouping(String parameter, String sql, List<String> names) {
            this.parameter = parameter;
            this.sql = sql;
            this.names = names;
        }

        /** The value of the work {@code p}, or null where a work has several: see {@link WorksReader}. */
        String sql() {
            return sql;
        }

        static Grouping named(String written) {
            String name = written.split(":", 2)[0].toLowerCase(Locale.ROOT).replace('-', '_');
            return Arrays.stream(values())
                    .filter(grouping -> grouping.names.contains(name))
                    .findFirst()
                    .orElseThrow(() -> OpenAlexError.refused("%s is not a valid field to group by. Valid fields are: %s"
                            .formatted(
                                    name,
                                    String.join(
                                            ", ",
                                            Arrays.stream(values())
                                                    .map(grouping -> grouping.parameter)
                                                    .toList()))));
        }
    }
}
