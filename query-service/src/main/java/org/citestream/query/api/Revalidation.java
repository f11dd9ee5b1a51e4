package org.citestream.query.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.query.search.SearchReader;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers 304 to who has the answer already. Any cache may keep an answer, but must ask before using it, so nobody sees an
 * old tally. Errors are not kept.
 */
class Revalidation {

    /** What is answered from the tables alone. */
    private static final List<String> FROM_TABLES = List.of(
            "/api/v1/reports/",
            "/api/v1/references/",
            "/api/v1/facets/",
            "/api/v1/statements/",
            "/api/v1/publications/",
            "/api/v1/cite/",
            "/tallies/",
            "/papers/",
            "/index/",
            "/graph/",
            "/europepmc/");

    /** What is found in the search index, which has a pace of its own, and read from the tables. */
    private static final List<String> FROM_INDEX = List.of("/api/v1/search", "/api/v1/suggest");

    private static final String TAG = Revalidation.class.getName();
    private static final String KEEP_BUT_ASK = "public, no-cache";
    private static final String VARY = "Accept, Accept-Encoding";

    private final ViewVersion version;
    private final SearchReader search;

    Revalidation(ViewVersion version, SearchReader search) {
        this.version = version;
        this.search = search;
    }

    @ServerRequestFilter
    Optional<Response> before(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean searching = FROM_INDEX.contains(path);
        if (!reading || (!searching && FROM_TABLES.stream().noneMatch(path::startsWith))) {
            return Optional.empty();
        }
        String tag = version.tagOf((searching ? search.indexVersion() + "\n" : "")
                + request.getUriInfo().getRequestUri().getRawPath() + "?"
                + request.getUriInfo().getRequestUri().getRawQuery() + "\n"
                + request.getHeaderString(HttpHeaders.ACCEPT));
        request.setProperty(TAG, tag);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null && matches(known, tag)
                ? Optional.of(Response.notModified()
                        .header(HttpHeaders.ETAG, tag)
                        .header(HttpHeaders.CACHE_CONTROL, KEEP_BUT_ASK)
                        .header(HttpHeaders.VARY, VARY)
                        .build())
                : Optional.empty();
    }

    @ServerResponseFilter
    void after(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (response.getStatus() >= 400) {
            headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
            return;
        }
        Object tag = request.getProperty(TAG);
        if (tag != null && response.getStatus() == 200) {
            headers.putSingle(HttpHeaders.ETAG, tag);
            headers.putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(KEEP_BUT_ASK));
            headers.putSingle(HttpHeaders.VARY, VARY);
        }
    }

    /** Weak comparison, as RFC 9110 wants it here. */
    private static boolean matches(String known, String tag) {
        return known.strip().equals("*")
                || Stream.of(known.split(",")).map(String::strip).anyMatch(one -> opaque(one)
                        .equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
