package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.citestream.kit.problem.Problem;
import org.citestream.query.http.Dialects;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Adds to every page a policy that lets nothing foreign or inline run, and turns errors into pages instead of JSON.
 */
class PageGuard {

    /** Only what this host serves; no inline script or style, no foreign frame. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @ServerResponseFilter
    void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && wantsPage(request)) {
            response.setEntity(
                    PageTemplates.problem(
                                    problem.title(), problem.detail(), "Go back, or start again from the first page.")
                            .render(),
                    null,
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
        MediaType type = response.getMediaType();
        // A template's media type is determined only after this filter.
        boolean template = response.getEntity() instanceof TemplateInstance;
        if (template || (type != null && MediaType.TEXT_HTML_TYPE.isCompatible(type))) {
            response.getHeaders().putSingle("Content-Security-Policy", POLICY);
            response.getHeaders().putSingle("Referrer-Policy", "strict-origin-when-cross-origin");
        }
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }

    /** Paths used by programs, which want machine-readable errors. */
    private static boolean wantsPage(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String rooted = path.startsWith("/") ? path : "/" + path;
        boolean program = rooted.startsWith("/api/") || rooted.startsWith("/badge/") || Dialects.owns(rooted);
        // Programs that search have been routed elsewhere by now.
        return !program || rooted.equals("/search");
    }
}
