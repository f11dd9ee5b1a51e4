package org.citestream.query.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citestream.query.check.CheckedReference.CandidateWork;
import org.citestream.query.check.ReferenceList.UnlistedMarker;
import org.citestream.query.export.CsvCell;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.publication.ShownPublication;

/** A report as a file: a table (RFC 4180), or lines for a terminal. Stateless. */
public final class CheckFile {

    private static final String[] COLUMNS = {
        "number",
        "label",
        "given",
        "findings",
        "foundBy",
        "score",
        "id",
        "title",
        "authors",
        "year",
        "differences",
        "notices",
        "contrastingByOthers",
        "candidates",
        "citedInText"
    };

    private CheckFile() {}

    /** A row per reference, then one per marker that leads to nothing. */
    public static String csv(CheckReport report) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer =
                CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(csv)) {
            for (CheckedReference one : report.checked()) {
                ShownPublication work = one.work();
                row(
                        printer,
                        one.number(),
                        one.label(),
                        one.given(),
                        names(one.findings()),
                        one.foundBy(),
                        one.score(),
                        work == null ? null : work.id(),
                        work == null ? null : work.title(),
                        work == null ? null : authors(work),
                        work == null ? null : work.year(),
                        one.differences().stream().map(CheckFile::said).collect(Collectors.joining("; ")),
                        one.isFound() ? notices(work) : null,
                        one.contrasting(),
                        one.candidates().stream().map(CheckFile::said).collect(Collectors.joining("; ")),
                        one.cited());
            }
            for (UnlistedMarker marker : report.unlisted()) {
                row(printer, null, marker.target(), marker.text(), FindingKind.NOT_LISTED.wireName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A string builder refused text", e);
        }
        return csv.toString();
    }

    private static void row(CSVPrinter printer, Object... cells) throws IOException {
        List<Object> all = Stream.of(cells)
                .map(cell -> cell == null ? "" : CsvCell.harmless(cell))
                .collect(Collectors.toList());
        while (all.size() < COLUMNS.length) {
            all.add("");
        }
        printer.printRecord(all);
    }

    /** The counts, and what is to be looked at. */
    public static String text(CheckReport report) {
        StringBuilder text = new StringBuilder();
        text.append("%d %s, read as %s%n"
                .formatted(
                        report.references(),
                        report.references() == 1 ? "reference" : "references",
                        report.format().wireName()));
        report.counts().forEach((kind, count) -> text.append("%6d  %s%n".formatted(count, kind.wireName())));
        report.checked().stream().filter(CheckedReference::isNoted).forEach(one -> lines(text, one));
        for (UnlistedMarker marker : report.unlisted()) {
            text.append("%n%s: “%s” leads to %s%n"
                    .formatted(FindingKind.NOT_LISTED.wireName(), marker.text(), marker.target()));
        }
        return text.toString();
    }

    private static void lines(StringBuilder text, CheckedReference one) {
        text.append("%n%d%s %s%n  %s%n"
                .formatted(
                        one.number(),
                        one.label() == null ? "" : " [" + one.label() + "]",
                        names(one.findings()),
                        one.given()));
        if (one.work() != null) {
            text.append("  %s %s: %s%n"
                    .formatted(
                            one.isFound() ? "found by" : "leads by",
                            one.foundBy(),
                            one.work().id() + " " + one.work().name()));
        }
        one.differences().forEach(difference -> text.append("  %s%n".formatted(said(difference))));
        if (one.isFound()) {
            one.work().notices().forEach(notice -> text.append("  %s%n".formatted(said(notice))));
        }
        if (one.contrasting() > 0) {
            text.append("  contrasting statements by others: %d, %s%n".formatted(one.contrasting(), one.sentences()));
        }
        one.candidates().forEach(candidate -> text.append("  similar: %s%n".formatted(said(candidate))));
    }

    private static String names(List<FindingKind> findings) {
        return findings.stream().map(FindingKind::wireName).collect(Collectors.joining("; "));
    }

    private static String said(Difference difference) {
        String parts = Stream.of(
                        difference.missing() == null ? null : "missing: " + difference.missing(),
                        difference.extra() == null ? null : "only in the list: " + difference.extra())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return "%s: given “%s”, in the index “%s”%s"
                .formatted(
                        difference.field(),
                        difference.given(),
                        difference.indexed(),
                        parts.isEmpty() ? "" : " (" + parts + ")");
    }

    private static String said(ShownNotice notice) {
        return Stream.of(notice.kind(), notice.date(), notice.notice())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String said(CandidateWork candidate) {
        return "%s %s (%s)"
                .formatted(
                        candidate.work().id(),
                        candidate.work().name(),
                        String.format(Locale.ROOT, "%.2f", candidate.score()));
    }

    private static String notices(ShownPublication work) {
        return work.notices().stream().map(CheckFile::said).collect(Collectors.joining("; "));
    }

    private static String authors(ShownPublication work) {
        return work.authors().stream().map(ShownAuthor::name).collect(Collectors.joining("; "));
    }
}
