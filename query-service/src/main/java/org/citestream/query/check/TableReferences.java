package org.citestream.query.check;

import java.io.IOException;
import java.io.StringReader;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * References of a table whose first row names its columns, by comma, semicolon or tab: Zotero's CSV, the exports of databases,
 * and our own. Columns that are not known are left out. Stateless.
 */
final class TableReferences {

    private enum TableColumn {
        DOI("doi"),
        PMID("pmid", "pubmedid", "pubmed"),
        PMCID("pmcid", "pmc"),
        ARXIV("arxiv", "arxivid"),
        ID("id", "curie", "work", "identifier"),
        TITLE("title", "articletitle", "documenttitle"),
        AUTHORS("author", "authors"),
        YEAR("year", "publicationyear", "published", "date"),
        VOLUME("volume"),
        PAGES("pages", "page"),
        FIRST_PAGE("startpage", "pagestart"),
        ADDRESS("url", "link"),
        EXTRA("extra");

        private static final Set<TableColumn> NAMING = Set.of(DOI, PMID, PMCID, ARXIV, TITLE);

        @SuppressWarnings("ImmutableEnumChecker") // of values
        private final List<String> names;

        TableColumn(String... names) {
            this.names = List.of(names);
        }

        /** Whether a table that has it can name works. */
        boolean names() {
            return NAMING.contains(this);
        }

        static Optional<TableColumn> of(String header) {
            String name = header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            for (TableColumn column : values()) {
                if (column.names.contains(name)) {
                    return Optional.of(column);
                }
            }
            return Optional.empty();
        }
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_HEADER = 60;
    private static final Pattern EXTRA_ID = Pattern.compile("(?im)\\b(PMID|PMCID|DOI|arXiv):\\s*(\\S+)");
    private static final Pattern INITIALS = Pattern.compile("\\s+(?:\\p{Lu}\\.?[\\s-]?){1,3}$");
    /** What a spreadsheet must not take for a formula has an apostrophe before it. */
    private static final Pattern GUARDED = Pattern.compile("^'(?=[=+\\-@])");

    private TableReferences() {}

    /** Whether a text begins with a row that names a column of ids or titles. */
    static boolean isTable(String text) {
        String first = firstLine(text);
        List<Optional<TableColumn>> columns = List.of(first.split(Pattern.quote(separator(first)), -1)).stream()
                .map(cell -> cell.replace("\"", "").strip())
                .map(cell -> cell.length() > LONGEST_HEADER ? Optional.<TableColumn>empty() : TableColumn.of(cell))
                .toList();
        return columns.stream()
                .anyMatch(column -> column.filter(TableColumn::names).isPresent());
    }

    /** The references, one per row; rows that have nothing known are left out. */
    static List<GivenReference> read(String text) throws UnreadableListException {
        String separator = separator(firstLine(text));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
        List<GivenReference> references = new ArrayList<>();
        try (CSVParser rows = format.parse(new StringReader(text))) {
            Map<Integer, TableColumn> columns = new HashMap<>();
            for (CSVRecord row : rows) {
                if (row.getRecordNumber() == 1) {
                    for (int i = 0; i < row.size(); i++) {
                        int place = i;
                        TableColumn.of(row.get(i)).ifPresent(column -> columns.put(place, column));
                    }
                    if (columns.values().stream().noneMatch(TableColumn::names)) {
                        throw new UnreadableListException(
                                "its first row names no column doi, pmid, pmcid, arxiv or title", 1);
                    }
                } else {
                    reference(row, columns).ifPresent(references::add);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new UnreadableListException("it is not CSV: " + e.getMessage(), 0);
        }
        return references;
    }

    private static Optional<GivenReference> reference(CSVRecord row, Map<Integer, TableColumn> columns) {
        Map<TableColumn, String> cells = new HashMap<>();
        columns.forEach((place, column) -> {
            String cell =
                    place < row.size() ? GUARDED.matcher(row.get(place).strip()).replaceFirst("") : "";
            if (!cell.isEmpty()) {
                cells.putIfAbsent(column, cell);
            }
        });
        ReferenceDraft draft = new ReferenceDraft(null)
                .title(cells.get(TableColumn.TITLE))
                .id("doi", cells.get(TableColumn.DOI))
                .id("pmid", cells.get(TableColumn.PMID))
                .id("pmcid", cells.get(TableColumn.PMCID))
                .id("arxiv", cells.get(TableColumn.ARXIV))
                .year(cells.get(TableColumn.YEAR))
                .volume(cells.get(TableColumn.VOLUME))
                .pages(cells.get(TableColumn.PAGES))
                .firstPage(cells.get(TableColumn.FIRST_PAGE));
        Matcher extra = EXTRA_ID.matcher(cells.getOrDefault(TableColumn.EXTRA, ""));
        while (extra.find()) {
            draft.id(extra.group(1).toLowerCase(Locale.ROOT), extra.group(2));
        }
        draft.written(cells.get(TableColumn.ID));
        if (draft.hasNoId()) {
            draft.id("doi", cells.get(TableColumn.ADDRESS));
        }
        for (String name : cells.getOrDefault(TableColumn.AUTHORS, "").split(";", -1)) {
            draft.author(family(name.strip()));
        }
        return draft.hasNoId() && !draft.hasTitle() ? Optional.empty() : Optional.of(draft.read());
    }

    /** Of "Family, Given" as in Zotero, of "Family G." or of "Given Family". */
    private static String family(String name) {
        if (name.contains(",")) {
            return name.substring(0, name.indexOf(','));
        }
        Matcher initials = INITIALS.matcher(name);
        return initials.find() ? name.substring(0, initials.start()) : name.replaceFirst("^.*\\s", "");
    }

    private static String firstLine(String text) {
        String whole = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return whole.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static String separator(String header) {
        for (String separator : List.of("\t", ";")) {
            if (header.contains(separator)) {
                return separator;
            }
        }
        return ",";
    }
}
