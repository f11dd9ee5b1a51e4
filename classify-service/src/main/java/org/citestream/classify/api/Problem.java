package org.citestream.classify.api;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers in {@code application/problem+json} (RFC 9457). */
final class Problem {

    private Problem() {}

    /**
     * What is wrong, and what to do.
     *
     * @param where in the input, e.g. {@code row 3}; may be empty
     */
    static Response of(int status, String title, String detail, String where) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        if (!where.isEmpty()) {
            body.put("where", where);
        }
        return Response.status(status)
                .type("application/problem+json")
                .entity(body)
                .build();
    }
}
