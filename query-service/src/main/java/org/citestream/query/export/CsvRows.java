package org.citestream.query.export;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.citestream.query.publication.ShownAuthor;
import org.citestream.query.publication.ShownNotice;
import org.citestream.query.report.ShownStatement;

/**
 * CSV as RFC 4180 describes it, with a header line. CSV has no place for metadata, so every row contains model,
 * sequence and date. A cell that a spreadsheet would take for a formula starts with an apostrophe (OWASP, CSV
 * injection).
 */
final class CsvRows implements FormatWriter {

    private final CSVPrinter printer;
    private final Map<String, Function<ExportRow, Object>> columns;

    CsvRows(Writer out, ExportManifest standing, boolean blind) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        this.columns = columns(standing, blind);
    }

    private static Map<String, Function<ExportRow, Object>> columns(ExportManifest standing, boolean blind) {
        Map<String, Function<ExportRow, Object>> columns = new LinkedHashMap<>();
        columns.put("id", row -> row.statement().id());
        columns.put("citing", row -> row.statement().citing());
        columns.put("citingDoi", row -> row.citing().doi());
        columns.put("citingTitle", row -> row.citing().title());
        columns.put("citingAuthors", row -> authors(row.citing().authors()));
        columns.put("citingJournal", row -> row.citing().journal());
        columns.put("citingPublished", row -> row.citing().published());
        columns.put("citingYear", row -> row.citing().year());
        columns.put("publicationType", row -> row.citing().publicationType());
        columns.put("citingNotices", row -> notices(row.citing().notices()));
        columns.put("licence", ExportRow::licence);
        columns.put("cited", row -> row.statement().cited());
        columns.put("citedDoi", row -> row.cited().doi());
        columns.put("citedTitle", row -> row.cited().title());
        columns.put("citedNotices", row -> notices(row.cited().notices()));
        if (!blind) {
            columns.put("type", row -> row.statement().type());
            columns.put("machineType", row -> row.statement().machineType());
            columns.put("confidence", row -> row.statement().confidence());
        }
        columns.put("section", row -> row.statement().section());
        columns.put("heading", row -> row.statement().heading());
        columns.put("position", row -> row.statement().position());
        columns.put("relationship", row -> row.statement().relationship().kind());
        columns.put("intent", row -> row.statement().intent());
        columns.put("before", row -> row.statement().before());
        columns.put("text", row -> row.statement().text());
        columns.put("after", row -> row.statement().after());
        columns.put("mentions", row -> row.statement().mentions());
        columns.put("groupSize", row -> row.statement().groupSize());
        columns.put("model", row -> model(row.statement(), ShownStatement.ShownModel::name));
        columns.put("modelVersion", row -> model(row.statement(), ShownStatement.ShownModel::version));
        columns.put("classifiedAt", row -> row.statement().classifiedAt());
        columns.put("sequence", row -> standing.sequence());
        columns.put("exportedAt", row -> standing.at());
        return columns;
    }

    @Override
    public void begin() throws IOException {
        printer.printRecord(columns.keySet());
    }

    @Override
    public void write(ExportRow row) throws IOException {
        List<Object> cells = new ArrayList<>(columns.size());
        for (Function<ExportRow, Object> column : columns.values()) {
            cells.add(CsvCell.harmless(column.apply(row)));
        }
        printer.printRecord(cells);
    }

    @Override
    public void end(long statements) throws IOException {
        printer.flush();
    }

    private static String authors(List<ShownAuthor> authors) {
        return authors.stream().map(ShownAuthor::name).collect(Collectors.joining("; "));
    }

    private static String notices(List<ShownNotice> notices) {
        return notices.stream().map(ShownNotice::kind).distinct().collect(Collectors.joining("; "));
    }

    private static String model(ShownStatement statement, Function<ShownStatement.ShownModel, String> part) {
        return statement.model() == null ? null : part.apply(statement.model());
    }
}
