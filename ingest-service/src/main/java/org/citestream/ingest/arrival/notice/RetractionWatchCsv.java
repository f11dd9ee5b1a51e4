package org.citestream.ingest.arrival.notice;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.citestream.ingest.describe.NoticeFacts;
import org.citestream.ingest.fact.NoticeIssued;

/**
 * The Retraction Watch data set as Crossref publishes it: one row a notice, columns named in the first row. A reinstatement
 * takes back what the list itself says of the work up to its date; corrections stay.
 */
final class RetractionWatchCsv {
    static final String SOURCE = "retraction-watch";
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

    private static final String REINSTATEMENT = "reinstatement";

    private RetractionWatchCsv() {}

    /**
     * Reads all rows.
     *
     * @param most more rows than that are refused
     */
    static NoticeList read(Reader csv, int most) throws IOException, UnreadableListException {
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
            return read(rows, most);
        } catch (CSVException broken) {
            throw new UnreadableListException(broken.getMessage(), 1, broken);
        }
    }

    private static NoticeList read(CSVParser rows, int most) throws UnreadableListException {
        List<EditorialNotice> notices = new ArrayList<>();
        Map<PublicationId, List<PublicationDate>> reinstated = new HashMap<>();
        long all = 0;
        long withoutId = 0;
        long otherNature = 0;
        try {
            for (CSVRecord row : rows) {
                if (++all > most) {
                    throw new UnreadableListException(
                            "more than %d rows; send it in parts, or raise citestream.articles.notices-at-once"
                                    .formatted(most),
                            rows.getCurrentLineNumber(),
                            null);
                }
                String nature = cell(row, "RetractionNature").toLowerCase(Locale.ROOT);
                Optional<EditorialNotice.NoticeKind> kind = kind(nature);
                Optional<PublicationId> about = id(cell(row, "OriginalPaperDOI"), cell(row, "OriginalPaperPubMedID"));
                PublicationDate date = date(cell(row, "RetractionDate"));
                if (kind.isEmpty() && !nature.equals(REINSTATEMENT)) {
                    otherNature++;
                } else if (about.isEmpty()) {
                    withoutId++;
                } else if (kind.isEmpty()) {
                    reinstated
                            .computeIfAbsent(about.get(), work -> new ArrayList<>())
                            .add(date);
                } else {
                    PublicationId notice = id(cell(row, "RetractionDOI"), cell(row, "RetractionPubMedID"))
                            .filter(other -> !other.equals(about.get()))
                            .orElse(null);
                    notices.add(new EditorialNotice(kind.get(), about.get(), notice, date));
                }
            }
        } catch (UncheckedIOException broken) {
            throw new UnreadableListException(
                    "not a CSV file from here on: " + broken.getCause().getMessage(),
                    rows.getCurrentLineNumber(),
                    broken);
        }
        List<NoticeIssued> standing = notices.stream()
                .filter(notice -> reinstated.getOrDefault(notice.about(), List.of()).stream()
                        .noneMatch(back -> takesBack(back, notice)))
                .map(notice -> NoticeFacts.issued(notice, SOURCE))
                .toList();
        return new NoticeList(
                standing,
                List.of(),
                Map.of(SOURCE, Set.copyOf(reinstated.keySet())),
                Set.of(),
                all,
                withoutId,
                otherNature);
    }

    private static boolean takesBack(PublicationDate reinstated, EditorialNotice notice) {
        return notice.kind() != EditorialNotice.NoticeKind.CORRECTION
                && (reinstated.year() == null
                        || notice.date().year() == null
                        || day(notice.date()).compareTo(day(reinstated)) <= 0);
    }

    private static String day(PublicationDate date) {
        return "%04d-%02d-%02d"
                .formatted(date.year(), date.month() == null ? 0 : date.month(), date.day() == null ? 0 : date.day());
    }

    private static Optional<EditorialNotice.NoticeKind> kind(String nature) {
        return Optional.ofNullable(
                switch (nature) {
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
