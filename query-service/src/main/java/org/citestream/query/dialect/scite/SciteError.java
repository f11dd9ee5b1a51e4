package org.citestream.query.dialect.scite;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.citestream.kit.problem.Problem;

/** Errors in the shape of scite's API: a {@code detail} that is a text or a list of invalid fields. */
final class SciteError {

    private SciteError() {}

    static WebApplicationException notFound(String doi) {
        return answer(404, Map.of("detail", "Not Found: " + doi));
    }

    /** A problem of another room in this shape. */
    static WebApplicationException of(Problem problem) {
        return answer(problem.status(), Map.of("detail", problem.detail()));
    }

    /** 422: something in the body is wrong. */
    static WebApplicationException invalid(String where, String message) {
        return invalid("body", where, message);
    }

    /** 422: a query parameter is wrong. */
    static WebApplicationException invalidParameter(String name, String message) {
        return invalid("query", name, message);
    }

    private static WebApplicationException invalid(String part, String where, String message) {
        Map<String, Object> error = Map.of("loc", List.of(part, where), "msg", message, "type", "value_error");
        return answer(422, Map.of("detail", List.of(error)));
    }

    private static WebApplicationException answer(int status, Map<String, Object> body) {
        return new WebApplicationException(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build());
    }
}
