package org.citestream.ingest.arrival.notice;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.citestream.ingest.article.EditorialNotice;
import org.citestream.ingest.article.Identifiers;
import org.citestream.ingest.article.PublicationDate;
import org.citestream.ingest.article.PublicationId;

/**
 * The Retraction Watch data set as Crossref publishes it: one row a notice, columns named in the first row. Rows are
 * streamed. A reinstatement takes a notice back and is left to the publisher's own correction: it is counted, not issued.
 */
public final class RetractionWatchCsv {
    private static final List<String> COLUMNS = List.of(
            "RetractionDate",
            "RetractionDOI",
            "RetractionPubMedID",
            "OriginalPaperDOI",
            "OriginalPaperPubMedID",
            "RetractionNature");
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/\\S+");
    private static final Pattern PMID = Pattern.compile("[1-9]\\d{0,8}");
    private static final Pattern US_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}).*");

    /**
     * A summary of a list.
     *
     * @param rows all rows but the first
     * @param issued rows that became notices
     * @param withoutId rows about a work without DOI and PMID
     * @param otherNature rows that are not notices, such as reinstatements
     */
    public record ImportSummary(long rows, long issued, long withoutId, long otherNature) {}

    /** The file is not the data set: a column is missing, or it is not CSV; the message says where. */
    public static final class UnreadableListException extends Exception {
        private static final long serialVersionUID = 1L;
        private final long line;

        UnreadableListException(String message, long line, Throwable cause) {
            super(message, cause);
            this.line = line;
        }

        /** 1-based. */
        public long line() {
            return line;
        }
    }

    private RetractionWatchCsv() {}

    /** Reads all rows, handing each notice on as it comes. */
    public static ImportSummary read(Reader csv, Consumer<EditorialNotice> notices)
            throws IOException, UnreadableListException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .get();
        try (CSVParser rows = CSVParser.parse(csv, format)) {
            for (String column : COLUMNS) {
                if (!rows.getHeaderMap().containsKey(column)) {
                    throw new UnreadableListException(
                            "no column " + column + ": this is not the Retraction Watch data set", 1, null);
                }
            }
            return issue(rows, notices);
        } catch (CSVException broken) {
            throw new UnreadableListException(broken.getMessage(), 1, broken);
        }
    }

    private static ImportSummary issue(CSVParser rows, Consumer<EditorialNotice> notices)
            throws UnreadableListException {
        long all = 0;
        long issued = 0;
        long withoutId = 0;
        long otherNature = 0;
        try {
            for (CSVRecord row : rows) {
                all++;
                Optional<EditorialNotice.NoticeKind> kind = kind(cell(row, "RetractionNature"));
                Optional<PublicationId> about = id(cell(row, "OriginalPaperDOI"), cell(row, "OriginalPaperPubMedID"));
                if (kind.isEmpty()) {
                    otherNature++;
                } else if (about.isEmpty()) {
                    withoutId++;
                } else {
                    issued++;
                    PublicationId notice = id(cell(row, "RetractionDOI"), cell(row, "RetractionPubMedID"))
                            .filter(other -> !other.equals(about.get()))
                            .orElse(null);
                    notices.accept(
                            new EditorialNotice(kind.get(), about.get(), notice, date(cell(row, "RetractionDate"))));
                }
            }
        } catch (UncheckedIOException broken) {
            throw new UnreadableListException(
                    "not a CSV file from here on: " + broken.getCause().getMessage(),
                    rows.getCurrentLineNumber(),
                    broken);
        }
        return new ImportSummary(all, issued, withoutId, otherNature);
    }

    private static Optional<EditorialNotice.NoticeKind> kind(String nature) {
        return Optional.ofNullable(
                switch (nature.toLowerCase(Locale.ROOT)) {
                    case "retraction" -> EditorialNotice.NoticeKind.RETRACTION;
                    case "withdrawal" -> EditorialNotice.NoticeKind.WITHDRAWAL;
                    case "expression of concern" -> EditorialNotice.NoticeKind.EXPRESSION_OF_CONCERN;
                    case "correction" -> EditorialNotice.NoticeKind.CORRECTION;
                    default -> null;
                });
    }

    /** The data set writes "unavailable" or 0 where there is none. */
    private static Optional<PublicationId> id(String doi, String pmid) {
        Matcher found = DOI.matcher(doi);
        if (found.find()) {
            return new Identifiers(found.group().toLowerCase(Locale.ROOT), null, null, null).best();
        }
        return PMID.matcher(pmid).matches() ? new Identifiers(null, pmid, null, null).best() : Optional.empty();
    }

    private static PublicationDate date(String text) {
        Matcher date = US_DATE.matcher(text);
        return date.matches()
                ? new PublicationDate(
                        Integer.valueOf(date.group(3)), Integer.valueOf(date.group(1)), Integer.valueOf(date.group(2)))
                : PublicationDate.UNKNOWN;
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }
}
