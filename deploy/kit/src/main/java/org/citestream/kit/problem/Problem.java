package org.citestream.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as RFC 9457 shapes it. Immutable.
 *
 * @param type a name of the kind of problem that never changes; {@code about:blank} where the status says it all
 * @param title what kind of error it is
 * @param status the HTTP status
 * @param detail what is wrong in this request and what to do about it
 * @param members where it is wrong: further members such as {@code parameter} or {@code line}, in their order
 */
public record Problem(String type, String title, int status, String detail, Map<String, Object> members) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://citestream.org/problems/";

    public Problem {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** A problem that its status and title tell apart. */
    public static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, Map.of());
    }

    /** A problem that programs tell apart by name. */
    public static Problem named(String name, String title, int status, String detail) {
        return new Problem(TYPES + name, title, status, detail, Map.of());
    }

    /** 400: a query parameter that cannot be understood. */
    public static Problem badParameter(String parameter, String detail) {
        return of(400, "Bad parameter", parameter + ": " + detail).with("parameter", parameter);
    }

    /** The same with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(members);
        all.put(member, value);
        return new Problem(type, title, status, detail, all);
    }

    @JsonAnyGetter
    @Override
    public Map<String, Object> members() {
        return members;
    }

    /** The answer to a request, to be given headers or built. */
    public Response.ResponseBuilder response() {
        return Response.status(status).type(MEDIA_TYPE).entity(this);
    }
}
