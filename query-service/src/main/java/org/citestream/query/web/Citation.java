package org.citestream.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citestream.query.report.ShownAuthor;
import org.citestream.query.report.ShownPublication;

/** A publication as others cite it: in words, as BibTeX and as RIS. */
public record Citation(String plain, String bibtex, String ris) {

    static Citation of(ShownPublication publication) {
        return new Citation(plain(publication), bibtex(publication), ris(publication));
    }

    private static String plain(ShownPublication work) {
        List<String> parts = new ArrayList<>();
        String names = work.authors().stream().map(Citation::familyFirst).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            parts.add(names + (work.authorsTruncated() ? ", et al." : ""));
        }
        parts.add("(" + Optional.ofNullable(work.year()).map(String::valueOf).orElse("n.d.") + ").");
        parts.add(Wording.title(work) + ".");
        if (work.journal() != null) {
            String volume = work.volume() == null ? "" : ", " + work.volume();
            String issue = work.issue() == null ? "" : "(" + work.issue() + ")";
            String page = pages(work, "–").map(range -> ", " + range).orElse("");
            parts.add(work.journal() + volume + issue + page + ".");
        }
        if (work.doi() != null) {
            parts.add("https://doi.org/" + work.doi());
        }
        return String.join(" ", parts);
    }

    private static String familyFirst(ShownAuthor author) {
        if (author.family() == null) {
            return author.name();
        }
        String initials = author.given() == null
                ? ""
                : author.given()
                        .strip()
                        .lines()
                        .flatMap(given -> List.of(given.split("[\\s-]+")).stream())
                        .filter(given -> !given.isEmpty())
                        .map(given -> given.substring(0, given.offsetByCodePoints(0, 1)) + ".")
                        .collect(Collectors.joining(" "));
        return initials.isEmpty() ? author.family() : author.family() + ", " + initials;
    }

    private static String bibtex(ShownPublication work) {
        List<String> fields = new ArrayList<>();
        field(fields, "title", "{" + tex(Wording.title(work)) + "}");
        field(fields, "author", work.authors().stream().map(Citation::texName).collect(Collectors.joining(" and ")));
        field(fields, "journal", tex(work.journal()));
        field(fields, "year", work.year() == null ? null : work.year().toString());
        field(fields, "volume", tex(work.volume()));
        field(fields, "number", tex(work.issue()));
        field(fields, "pages", tex(pages(work, "--").orElse(null)));
        field(fields, "publisher", tex(work.publisher()));
        field(fields, "doi", work.doi());
        return "@article{" + key(work) + ",\n" + String.join(",\n", fields) + "\n}\n";
    }

    private static void field(List<String> fields, String name, String value) {
        if (value != null && !value.isEmpty()) {
            fields.add("  " + name + " = {" + value + "}");
        }
    }

    private static String texName(ShownAuthor author) {
        if (author.family() == null) {
            return "{" + tex(author.name()) + "}";
        }
        return tex(author.family()) + (author.given() == null ? "" : ", " + tex(author.given()));
    }

    private static String tex(String text) {
        return text == null
                ? null
                : text.replace("\\", "\\textbackslash ")
                        .replaceAll("([&%$#_{}])", "\\\\$1")
                        .replace("~", "\\textasciitilde ")
                        .replace("^", "\\textasciicircum ");
    }

    private static String key(ShownPublication work) {
        String family =
                work.authors().isEmpty() ? "anonymous" : work.authors().get(0).name();
        String last = family.substring(family.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        String plain = last.replaceAll("[^a-z0-9]", "");
        return (plain.isEmpty() ? "work" : plain)
                + Optional.ofNullable(work.year()).map(String::valueOf).orElse("");
    }

    private static String ris(ShownPublication work) {
        List<String> lines = new ArrayList<>();
        lines.add("TY  - " + ("book-chapter".equals(work.publicationType()) ? "CHAP" : "JOUR"));
        work.authors()
                .forEach(author -> line(
                        lines,
                        "AU",
                        author.family() == null
                                ? author.name()
                                : author.family() + (author.given() == null ? "" : ", " + author.given())));
        line(lines, "TI", Wording.title(work));
        line(lines, "JO", work.journal());
        line(lines, "PY", work.year() == null ? null : work.year().toString());
        line(lines, "VL", work.volume());
        line(lines, "IS", work.issue());
        line(lines, "SP", work.firstPage());
        line(lines, "EP", work.lastPage());
        line(lines, "PB", work.publisher());
        work.issns().forEach(issn -> line(lines, "SN", issn));
        line(lines, "DO", work.doi());
        line(lines, "AN", work.ids().get("pmid"));
        lines.add("ER  - ");
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void line(List<String> lines, String tag, String value) {
        if (value != null && !value.isBlank()) {
            lines.add(tag + "  - " + value.replaceAll("\\s+", " "));
        }
    }

    private static Optional<String> pages(ShownPublication work, String dash) {
        if (work.firstPage() == null) {
            return Optional.empty();
        }
        boolean one = work.lastPage() == null || work.lastPage().equals(work.firstPage());
        return Optional.of(one ? work.firstPage() : work.firstPage() + dash + work.lastPage());
    }
}
