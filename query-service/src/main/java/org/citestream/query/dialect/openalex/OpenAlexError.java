package org.citestream.query.dialect.openalex;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What is wrong, in OpenAlex' shape: {@code {"error": …, "message": …}}. Stateless. */
final class OpenAlexError {

    private OpenAlexError() {}

    /** 400: a parameter cannot be understood. Clients look for these words. */
    static WebApplicationException refused(String message) {
        return of(400, "Invalid query parameters error.", message);
    }

    /** 404: there is no such work. */
    static WebApplicationException notFound(String message) {
        return of(404, "Not found", message);
    }

    private static WebApplicationException of(int status, String error, String message) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error", error, "message", message))
                .build());
    }
}
