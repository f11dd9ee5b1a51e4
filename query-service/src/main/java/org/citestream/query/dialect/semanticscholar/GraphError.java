package org.citestream.query.dialect.semanticscholar;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** What is wrong, in Semantic Scholar's shape: {@code {"error": …}}. Stateless. */
final class GraphError {

    private GraphError() {}

    /** 400: the request cannot be understood. */
    static WebApplicationException refused(String why) {
        return of(400, why);
    }

    /** 404: there is no such thing here. */
    static WebApplicationException notFound(String what) {
        return of(404, what);
    }

    private static WebApplicationException of(int status, String error) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error", error))
                .build());
    }
}
