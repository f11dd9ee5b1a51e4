package org.citestream.query.dialect.opencitations;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Rows as JSON or as CSV (RFC 4180), after the operations that the client asks for. Stateless. */
final class RowsAnswer {

    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    private RowsAnswer() {}

    /** @param columns of the rows, in order; the first line of a table even when there are no rows */
    static Response of(List<Map<String, String>> rows, List<String> columns, OpenCitationsRequest asked) {
        List<Map<String, String>> wanted = RowOperations.apply(rows, columns, asked);
        return asked.wantsCsv()
                ? Response.ok(csv(wanted, columns), CSV).build()
                : Response.ok(
                                JsonShape.apply(wanted, columns, asked.parameters("json")),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private static String csv(List<Map<String, String>> rows, List<String> columns) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get()
                .print(csv)) {
            for (Map<String, String> row : rows) {
                printer.printRecord(columns.stream().map(row::get).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("a text in memory can be written to", impossible);
        }
        return csv.toString();
    }
}
