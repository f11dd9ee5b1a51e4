package org.citestream.query.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An error as RFC 9457 shapes it.
 *
 * @param title what kind of error it is
 * @param status the HTTP status
 * @param detail what is wrong in this request and what to do about it
 * @param parameter the query parameter that is wrong, or null
 * @param position 0-based character of the parameter's value where it goes wrong, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String parameter, Integer position) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null, null);
    }

    public static Problem badParameter(String parameter, String detail) {
        return new Problem("about:blank", "Bad parameter", 400, parameter + ": " + detail, parameter, null);
    }

    /** The same with the place in the parameter's value. */
    public Problem at(int place) {
        return new Problem(type, title, status, detail, parameter, place);
    }
}
