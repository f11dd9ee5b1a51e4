package org.citestream.query.api.opencitations;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows as JSON or, by {@code ?format=csv} or the Accept header, as CSV (RFC 4180). Stateless. */
final class RowsAnswer {
    private static final MediaType CSV = new MediaType("text", "csv", "UTF-8");

    private RowsAnswer() {}

    static Response of(List<Map<String, String>> rows, UriInfo address, HttpHeaders headers) {
        return wantsCsv(address, headers)
                ? Response.ok(csv(rows), CSV).build()
                : Response.ok(rows, MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static boolean wantsCsv(UriInfo address, HttpHeaders headers) {
        String format = address.getQueryParameters().getFirst("format");
        if (format != null) {
            return format.equalsIgnoreCase("csv");
        }
        return headers.getAcceptableMediaTypes().get(0).isCompatible(CSV)
                && !headers.getAcceptableMediaTypes().get(0).isWildcardType();
    }

    private static String csv(List<Map<String, String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder csv = new StringBuilder(String.join(",", rows.get(0).keySet())).append("\r\n");
        for (Map<String, String> row : rows) {
            csv.append(row.values().stream().map(RowsAnswer::cell).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String cell(String value) {
        boolean quoted = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
