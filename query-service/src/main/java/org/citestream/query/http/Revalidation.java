package org.citestream.query.http;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.citestream.query.search.SearchReader;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers 304 to clients that already have the current answer. Any cache may store an answer but must revalidate it
 * before use, so nobody sees an old tally. Errors are not stored.
 */
record Revalidation(ViewVersion version, SearchReader search) {

    /** Paths answered from the tables alone. */
    private static final List<String> FROM_TABLES = List.of(
            "/api/v1/reports/",
            "/api/v1/references/",
            "/api/v1/signals/",
            "/api/v1/facets/",
            "/api/v1/statements/",
            "/api/v1/publications/",
            "/api/v1/cite/",
            "/api/v1/related/",
            "/api/v1/links/",
            "/api/v1/paths/",
            "/api/v1/maps/",
            "/tallies/",
            "/papers/",
            "/index/",
            "/recommendations/v1/",
            "/europepmc/");

    /** Pages that show only what is in the tables and the index; they look the same to a signed-in reader. */
    private static final List<String> PAGES = List.of(
            "/reports/",
            "/search",
            "/authors",
            "/journals",
            "/affiliations",
            "/funders",
            "/years",
            "/facets/",
            "/about/articles",
            "/about/api");

    /** Paths answered from the search index, which follows at its own pace, and from the tables. */
    private static final List<String> FROM_INDEX = List.of("/api/v1/search", "/api/v1/suggest", "/works");

    /** Prefixes of paths answered in the same way. */
    private static final List<String> BELOW_INDEX = List.of("/graph/", "/works/", "/api/v1/aggregates/");

    private static final String TAG = Revalidation.class.getName();
    static final String KEEP_BUT_ASK = "public, no-cache";
    private static final String VARY = "Accept, Accept-Encoding, HX-Request, HX-Target";

    @ServerRequestFilter
    Uni<Response> before(ContainerRequestContext request) {
        URI asked = request.getUriInfo().getRequestUri();
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean page = PAGES.stream().anyMatch(asked.getRawPath()::startsWith);
        boolean searching = page
                || FROM_INDEX.contains(asked.getRawPath())
                || BELOW_INDEX.stream().anyMatch(asked.getRawPath()::startsWith);
        if (!reading || (!searching && FROM_TABLES.stream().noneMatch(asked.getRawPath()::startsWith))) {
            return Uni.createFrom().nullItem();
        }
        return version.tagOf((searching ? search.indexVersion() + "\n" : "")
                        + asked.getRawPath() + "?" + asked.getRawQuery() + "\n"
                        + request.getHeaderString(HttpHeaders.ACCEPT)
                        + (page ? part(request) : ""))
                .map(tag -> answer(request, tag));
    }

    /** htmx requests only a part of a page. */
    private static String part(ContainerRequestContext request) {
        return "\n" + request.getHeaderString("HX-Request") + "\n" + request.getHeaderString("HX-Target") + "\n"
                + request.getHeaderString("HX-History-Restore-Request");
    }

    /** A 304 answer, or null if the client does not have the current one. */
    private static Response answer(ContainerRequestContext request, String tag) {
        request.setProperty(TAG, tag);
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known == null || !matches(known, tag)) {
            return null;
        }
        return Response.notModified()
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, KEEP_BUT_ASK)
                .header(HttpHeaders.VARY, VARY)
                .build();
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

    /** Weak comparison, as RFC 9110 requires here. */
    private static boolean matches(String known, String tag) {
        return known.strip().equals("*")
                || Stream.of(known.split(",")).map(String::strip).anyMatch(one -> opaque(one)
                        .equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
