package org.citestream.query.export.cite;

import java.util.List;
import java.util.stream.Collectors;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownPublication;

/** A publication as a RIS record (tags as of 2011), lines ended by CR LF. Stateless. */
public final class Ris {

    private static final String END = "\r\n";

    private Ris() {}

    /** The record without notes. */
    public static String of(ShownPublication work) {
        return of(work, List.of());
    }

    /** The record with a note for each of the texts. */
    public static String of(ShownPublication work, List<String> notes) {
        StringBuilder record = new StringBuilder();
        line(record, "TY", WorkKind.of(work).ris);
        work.authors().forEach(author -> line(record, "AU", name(author)));
        if (work.authorsTruncated()) {
            line(record, "AU", "et al.");
        }
        line(record, "TI", work.titleOrListed());
        line(
                record,
                WorkKind.of(work) == WorkKind.CHAPTER || WorkKind.of(work) == WorkKind.PROCEEDINGS ? "T2" : "JO",
                work.journal());
        line(record, "J2", work.journalAbbreviation());
        List<Integer> date = PublicationDate.parts(work);
        line(record, "PY", date.isEmpty() ? null : "%04d".formatted(date.get(0)));
        line(record, "DA", date.size() < 2 ? null : slashed(date));
        line(record, "VL", work.volume());
        line(record, "IS", work.issue());
        line(record, "SP", work.firstPage());
        line(record, "EP", work.lastPage());
        line(record, "PB", work.publisher());
        work.issns().forEach(issn -> line(record, "SN", issn));
        line(record, "DO", work.doi());
        line(record, "AN", work.ids().get("pmid"));
        line(record, "C2", work.ids().get("pmcid"));
        line(record, "UR", work.doi() == null ? null : "https://doi.org/" + work.doi());
        line(record, "LA", work.language());
        work.keywords().forEach(keyword -> line(record, "KW", keyword));
        line(record, "C1", work.licence() == null ? null : "Licence: " + work.licence());
        notes.forEach(note -> line(record, "N1", note));
        return record.append("ER  - ").append(END).toString();
    }

    private static String slashed(List<Integer> date) {
        return date.stream().map(part -> "%02d".formatted(part)).collect(Collectors.joining("/"))
                + "/".repeat(4 - date.size());
    }

    private static String name(ShownAuthor author) {
        if (author.family() == null) {
            return author.name();
        }
        return author.given() == null || author.given().isBlank()
                ? author.family()
                : author.family() + ", " + author.given();
    }

    /** A line break inside a value would start a new tag. */
    private static void line(StringBuilder record, String tag, String value) {
        if (value != null && !value.isBlank()) {
            record.append(tag)
                    .append("  - ")
                    .append(value.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                    .append(END);
        }
    }
}
