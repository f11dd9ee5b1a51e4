package org.citestream.query.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths under which other services' clients find their dialects. */
public final class Dialects {

    private static final List<String> PREFIXES = List.of(
            "/tallies",
            "/papers",
            "/api_partner/",
            "/citations/",
            "/references/references_",
            "/search",
            "/journal/",
            "/dashboards/",
            "/issn-",
            "/stats",
            "/reference_check",
            "/index/",
            "/meta/",
            "/graph/",
            "/recommendations/v1/",
            "/datasets/v1/",
            "/works",
            "/europepmc/");

    private Dialects() {}

    /**
     * The answer for a route that a dialect does not have, in the format of the service whose path it is; empty for
     * other paths.
     */
    static Optional<Response> noRoute(String path) {
        if (path.startsWith("/graph/") || path.startsWith("/recommendations/v1/") || path.startsWith("/datasets/v1/")) {
            return Optional.of(json(Map.of("error", path + " is not a route of this server; see its /about/api")));
        }
        if (path.startsWith("/index/") || path.startsWith("/meta/")) {
            return Optional.of(Response.status(404)
                    .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                    .entity("HTTP status code 404: the operation requested does not exist")
                    .build());
        }
        if (path.startsWith("/europepmc/")) {
            return Optional.of(json(Map.of("errCode", 404, "errMsg", path + " is not a route of this server")));
        }
        return owns(path) ? Optional.of(json(Map.of("detail", "Not Found"))) : Optional.empty();
    }

    private static Response json(Map<String, Object> body) {
        return Response.status(404)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    /** Whether clients add a trailing slash to the path and do not follow redirects. */
    static boolean keepsSlash(String path) {
        return path.startsWith("/datasets/v1/");
    }

    /** Whether the path belongs to one of the dialects. */
    public static boolean owns(String path) {
        return PREFIXES.stream().anyMatch(path::startsWith);
    }
}
