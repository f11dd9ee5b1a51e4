package org.citestream.query.dialect.scite;

import java.util.List;
import java.util.Locale;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.vocabulary.CitationType;

/**
 * The conditions of a search on the work {@code p} with the tally {@code t}, as SQL. User input is bound only as
 * values. Stateless.
 */
final class WorkFilter {

    private static final List<String> SECTIONS = List.of("introduction", "methods", "results", "discussion", "other");

    private WorkFilter() {}

    static Sql of(SearchQuery query) {
        // Clients need the DOI of every hit.
        Sql where = new Sql().add("WHERE p.root = p.key AND " + PublicationReader.doi("p") + " IS NOT NULL");
        query.from().ifPresent(from -> where.add("AND p.published >= ?", from));
        // Less precise dates come before their longer forms: 2020 is not later than 2020-05.
        query.to().ifPresent(to -> where.add("AND p.published <= ? || '~'", to));
        query.notices()
                .forEach((kind, wanted) -> where.add(
                        "AND " + (wanted ? "" : "NOT ")
                                + "EXISTS (SELECT FROM active.publication a JOIN active.notice n ON n.publication ="
                                + " a.key AND NOT n.removed WHERE n.kind = ? AND (a.key = p.key OR (a.root = p.key AND"
                                + " a.root <> a.key)))",
                        kind));
        query.hasTally().ifPresent(wanted -> where.add(wanted ? "AND t.total > 0" : "AND t.total IS NULL"));
        query.counts().forEach((count, range) -> bound(where, count, range));
        if (!query.citationTypes().isEmpty() || query.section().isPresent()) {
            where.add("AND EXISTS (SELECT FROM active.publication c JOIN active.statement s ON s.citing = c.key")
                    .add("WHERE (c.key = p.key OR (c.root = p.key AND c.root <> c.key))")
                    .add(statements(query))
                    .add(")");
        }
        query.described().forEach((part, values) -> values.forEach(value -> described(where, part, value)));
        return where;
    }

    private static void bound(Sql where, SearchQuery.TallyCount count, SearchQuery.Bounds range) {
        String column = "coalesce(t." + SearchQuery.name(count) + ", 0)";
        if (range.least() != null) {
            where.add("AND " + column + " >= ?", range.least());
        }
        if (range.most() != null) {
            where.add("AND " + column + " <= ?", range.most());
        }
    }

    /** The search's conditions on a statement {@code s}; empty if there are none. */
    static Sql statements(SearchQuery query) {
        Sql and = new Sql();
        if (!query.citationTypes().isEmpty()) {
            and.add("AND s.type = ANY (?)", (Object) query.citationTypes().stream()
                    .map(type -> CitationType.ofWireName(type).code())
                    .toArray(Integer[]::new));
        }
        query.section().ifPresent(section -> {
            int known = known(section);
            if (known > 0) {
                and.add("AND s.section = ANY (?)", (Object)
                        (known == SECTIONS.size() ? new Integer[] {0, known} : new Integer[] {known}));
            } else {
                and.add("AND array_to_string(s.heading_path, chr(10)) ILIKE ?", like(section));
            }
        });
        return and;
    }

    /** The code of a section by its name or the start of it; 0 if unknown. */
    private static int known(String section) {
        for (String name : SECTIONS) {
            if (section.length() >= 5 && (name.startsWith(section) || section.startsWith(name))) {
                return SECTIONS.indexOf(name) + 1;
            }
        }
        return 0;
    }

    private static void described(Sql where, SearchQuery.WorkAttribute part, String value) {
        switch (part) {
            case PAPER_TYPE -> where.add("AND p.publication_type = ?", Papers.kind(value));
            case AFFILIATION ->
                where.add(
                        "AND jsonb_path_exists(p.authors, '$[*].affiliation')"
                                + " AND EXISTS (SELECT FROM jsonb_array_elements(p.authors) AS a (who)"
                                + " WHERE a.who ->> 'affiliation' ILIKE ?)",
                        like(value));
            case TOPIC ->
                where.add(
                        "AND EXISTS (SELECT FROM unnest(p.subjects || p.keywords) AS k (word) WHERE k.word ILIKE ?)",
                        like(value));
            // We know no substances or MeSH headings, so no work can have the requested one.
            case SUBSTANCES, MESH_TYPE -> where.add("AND false");
        }
    }

    private static String like(String value) {
        return "%" + value.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }
}
