package org.citestream.query.dialect.scite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.tally.Tally;

/** Found works as files: a table (RFC 4180) or a list for reference managers (RIS). Stateless. */
final class SearchFile {

    private static final String[] COLUMNS = {
        "doi",
        "title",
        "authors",
        "year",
        "date",
        "journal",
        "volume",
        "issue",
        "page",
        "publisher",
        "issns",
        "total",
        "supporting",
        "contradicting",
        "mentioning",
        "unclassified",
        "citingPublications",
        "editorialNotices"
    };

    private SearchFile() {}

    static String csv(List<WorkSearch.WorkHit> hits) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer =
                CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(csv)) {
            for (WorkSearch.WorkHit hit : hits) {
                Paper paper = paper(hit);
                Tally tally = hit.tally();
                printer.printRecord(
                        hit.work().doi(),
                        paper.title(),
                        names(paper),
                        paper.year(),
                        hit.work().published(),
                        paper.journal(),
                        paper.volume(),
                        paper.issue(),
                        paper.page(),
                        paper.publisher(),
                        String.join("; ", paper.issns()),
                        tally.total(),
                        tally.supporting(),
                        tally.contrasting(),
                        tally.mentioning(),
                        tally.unanswered(),
                        tally.citingPublications(),
                        paper.editorialNotices().stream()
                                .map(Paper.PaperNotice::status)
                                .distinct()
                                .collect(Collectors.joining("; ")));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be written to", impossible);
        }
        return csv.toString();
    }

    private static String names(Paper paper) {
        return paper.authors().stream().map(Paper.PaperAuthor::authorName).collect(Collectors.joining("; "));
    }

    private static Paper paper(WorkSearch.WorkHit hit) {
        ShownPublication work = hit.work();
        return Papers.paper(work.doi() == null ? work.id() : work.doi(), work);
    }

    static String ris(List<WorkSearch.WorkHit> hits) {
        StringBuilder ris = new StringBuilder();
        for (WorkSearch.WorkHit hit : hits) {
            ris(ris, hit.work(), paper(hit));
        }
        return ris.toString();
    }

    private static void ris(StringBuilder ris, ShownPublication work, Paper paper) {
        line(ris, "TY", "book-chapter".equals(paper.type()) ? "CHAP" : "JOUR");
        line(ris, "TI", paper.title());
        work.authors()
                .forEach(author -> line(
                        ris,
                        "AU",
                        author.family() == null
                                ? author.name()
                                : author.family() + (author.given() == null ? "" : ", " + author.given())));
        line(ris, "PY", paper.year() == null ? null : paper.year().toString());
        line(ris, "DA", work.published() == null ? null : work.published().replace('-', '/'));
        line(ris, "JO", paper.journal());
        line(ris, "VL", paper.volume());
        line(ris, "IS", paper.issue());
        line(ris, "SP", work.firstPage());
        line(ris, "EP", work.lastPage());
        line(ris, "PB", paper.publisher());
        paper.issns().forEach(issn -> line(ris, "SN", issn));
        line(ris, "DO", work.doi());
        line(ris, "AB", paper.summary());
        ris.append("ER  - \r\n\r\n");
    }

    private static void line(StringBuilder ris, String tag, String value) {
        if (value != null && !value.isBlank()) {
            ris.append(tag)
                    .append("  - ")
                    .append(value.replaceAll("\\s+", " ").strip())
                    .append("\r\n");
        }
    }
}
