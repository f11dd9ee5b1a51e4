package org.citestream.query.dialect.semanticscholar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.kit.database.Sql;
import org.citestream.query.dialect.Keyset;

/**
 * What papers must be beside having the words that are searched for.
 *
 * @param types any of these, in Semantic Scholar's names
 * @param venues any of these journals, whatever the case
 * @param fields any of these subjects, whatever the case
 */
record PaperCriteria(
        List<String> types,
        boolean openPdf,
        int leastCitations,
        Optional<DateSpan> years,
        Optional<DateSpan> dates,
        List<String> venues,
        List<String> fields) {

    static PaperCriteria of(GraphParameters asked) {
        return new PaperCriteria(
                asked.listed("publicationTypes"),
                asked.flag("openAccessPdf"),
                asked.number("minCitationCount", 0, 0, Integer.MAX_VALUE),
                DateSpan.years(asked),
                DateSpan.dates(asked),
                asked.listed("venue"),
                asked.listed("fieldsOfStudy"));
    }

    /** Whether any paper will do. */
    boolean isEmpty() {
        return types.isEmpty()
                && !openPdf
                && leastCitations == 0
                && years.isEmpty()
                && dates.isEmpty()
                && venues.isEmpty()
                && fields.isEmpty();
    }

    /** The conditions on the work {@code p}, each of which begins with AND; what was written goes in as values only. */
    Sql conditions() {
        Sql all = new Sql();
        if (!types.isEmpty()) {
            List<String> named = types.stream()
                    .flatMap(type -> PublicationKind.called(type).stream())
                    .toList();
            all.add("AND (p.publication_type = ANY (?)", (Object) named.toArray(String[]::new));
            if (types.stream().anyMatch(PublicationKind::isUsual)) {
                all.add("OR p.publication_type <> ALL (?)", (Object)
                        PublicationKind.named().toArray(String[]::new));
            }
            all.add(")");
        }
        if (openPdf) {
            // As openAccessPdf is filled.
            all.add("AND " + OpenPdf.CONDITION);
        }
        if (leastCitations > 0) {
            all.add("AND " + Keyset.citations() + " >= ?", leastCitations);
        }
        Stream.concat(years.stream(), dates.stream()).forEach(span -> all.add(span.condition()));
        if (!venues.isEmpty()) {
            all.add(
                    "AND (lower(p.journal) = ANY (?) OR lower(p.journal_abbreviation) = ANY (?))",
                    lower(venues),
                    lower(venues));
        }
        if (!fields.isEmpty()) {
            all.add("AND EXISTS (SELECT FROM unnest(p.subjects) AS s (name) WHERE lower(s.name) = ANY (?))", (Object)
                    lower(fields));
        }
        return all;
    }

    private static String[] lower(List<String> texts) {
        List<String> lower = new ArrayList<>();
        texts.forEach(text -> lower.add(text.toLowerCase(java.util.Locale.ROOT)));
        return lower.toArray(String[]::new);
    }
}
