package org.citestream.query.export.cite;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/** A publication as a BibTeX entry, in UTF-8. Stateless. */
public final class BibTeX {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private BibTeX() {}

    /** The entry under a key of first author and year. */
    public static String of(ShownPublication work) {
        return of(work, key(work), List.of());
    }

    /** The entry under this key, with a note for each of the texts. */
    public static String of(ShownPublication work, String key, List<String> notes) {
        WorkKind kind = WorkKind.of(work);
        List<String> fields = new ArrayList<>();
        // The second pair of braces preserves the title's capitals.
        field(fields, "title", work.titleOrListed() == null ? null : "{" + LaTeX.of(work.titleOrListed()) + "}");
        field(fields, "author", authors(work));
        field(fields, container(kind), LaTeX.of(work.journal()));
        List<Integer> date = PublicationDate.parts(work);
        field(fields, "year", date.isEmpty() ? null : date.get(0).toString());
        if (date.size() > 1 && date.get(1) >= 1 && date.get(1) <= MONTHS.size()) {
            // A macro, not a text: every style knows how to print it.
            fields.add("  month = " + MONTHS.get(date.get(1) - 1));
        }
        field(fields, "volume", LaTeX.of(work.volume()));
        field(fields, "number", LaTeX.of(work.issue()));
        field(fields, "pages", LaTeX.of(PageRange.joined(work, "--")));
        field(fields, kind == WorkKind.THESIS ? "school" : "publisher", LaTeX.of(work.publisher()));
        field(
                fields,
                "issn",
                work.issns().isEmpty() ? null : LaTeX.of(work.issns().get(0)));
        // Verbatim by convention; only what would end the field is escaped.
        field(fields, "doi", LaTeX.of(work.doi()));
        field(fields, "pmid", work.ids().get("pmid"));
        field(fields, "pmcid", work.ids().get("pmcid"));
        field(fields, "eprint", work.ids().get("arxiv"));
        field(fields, "archiveprefix", work.ids().containsKey("arxiv") ? "arXiv" : null);
        field(fields, "copyright", LaTeX.of(work.licence()));
        field(
                fields,
                "annote",
                notes.isEmpty() ? null : notes.stream().map(LaTeX::of).collect(Collectors.joining(" \\par ")));
        return "@%s{%s,\n%s\n}\n".formatted(kind.bibTex, key, String.join(",\n", fields));
    }

    /** First author's family name and year, in letters and digits; not unique. */
    public static String key(ShownPublication work) {
        String first = work.authors().isEmpty() ? "" : work.authors().get(0).familyOrName();
        String plain = Normalizer.normalize(first, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return (plain.isEmpty() ? "anonymous" : plain) + (work.year() == null ? "" : work.year());
    }

    private static String container(WorkKind kind) {
        return switch (kind) {
            case CHAPTER, PROCEEDINGS -> "booktitle";
            case ARTICLE -> "journal";
            default -> "howpublished";
        };
    }

    private static String authors(ShownPublication work) {
        List<String> names = new ArrayList<>();
        work.authors().stream()
                .filter(author -> !author.name().isBlank())
                .map(BibTeX::name)
                .forEach(names::add);
        if (work.authorsTruncated() && !names.isEmpty()) {
            names.add("others");
        }
        return String.join(" and ", names);
    }

    /** A group, or a name that contains the word "and", goes into braces, or BibTeX would split it. */
    private static String name(ShownAuthor author) {
        if (author.family() == null) {
            return "{" + LaTeX.of(author.name()) + "}";
        }
        return part(author.family())
                + (author.given() == null || author.given().isBlank() ? "" : ", " + part(author.given()));
    }

    private static String part(String name) {
        String escaped = LaTeX.of(name);
        return escaped.contains(",") || escaped.matches("(?i)(.*\\s)?and(\\s.*)?") ? "{" + escaped + "}" : escaped;
    }

    private static void field(List<String> fields, String name, String value) {
        if (value != null && !value.isBlank()) {
            fields.add("  %s = {%s}".formatted(name, value));
        }
    }
}
