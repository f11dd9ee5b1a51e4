package org.citestream.ingest.arrival;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An error as a client reads it: RFC 9457.
 *
 * @param type a name of the kind of problem that never changes
 * @param detail what is wrong, and what to do
 * @param line 1-based line in the article; null when it has none
 * @param column 1-based column in the article; null when it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, Integer line, Integer column) {
    /** {@code application/problem+json}. */
    public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final String TYPES = "https://citestream.org/problems/";

    public static Problem of(String name, String title, int status, String detail) {
        return new Problem(TYPES + name, title, status, detail, null, null);
    }

    /** The same with the line in what was sent. */
    public Problem atLine(int where) {
        return at(where, -1);
    }

    Problem at(int where, int whereInLine) {
        return new Problem(type, title, status, detail, where < 1 ? null : where, whereInLine < 1 ? null : whereInLine);
    }

    Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
