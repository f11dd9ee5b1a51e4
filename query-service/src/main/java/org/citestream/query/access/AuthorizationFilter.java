package org.citestream.query.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.citestream.kit.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Guards everything marked {@link Requires}. */
record AuthorizationFilter(Authenticator gate) {

    private static final int UNAUTHORIZED = 401;

    /** Null lets the request pass. */
    @ServerRequestFilter
    Response check(ContainerRequestContext context, ResourceInfo resource, HttpServerRequest request) {
        Requires requires = requires(resource);
        if (requires == null) {
            return null;
        }
        return gate.refusal(request, requires.value())
                .map(problem -> refuse(problem, context, request))
                .orElse(null);
    }

    private static Requires requires(ResourceInfo resource) {
        Requires ofMethod = resource.getResourceMethod().getAnnotation(Requires.class);
        return ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(Requires.class);
    }

    private static Response refuse(Problem problem, ContainerRequestContext context, HttpServerRequest request) {
        if (problem.status() == UNAUTHORIZED && isPage(request)) {
            return toLogin(context, request);
        }
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (problem.status() == UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private static boolean isPage(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.path().startsWith("/api/")
                && (request.getHeader("HX-Request") != null || (accept != null && accept.contains("text/html")));
    }

    /** After sign-in the browser returns to the page, or to the page with the form if it sent one. */
    private static Response toLogin(ContainerRequestContext context, HttpServerRequest request) {
        ReturnPath back = "GET".equals(context.getMethod())
                ? new ReturnPath(request.uri())
                : Optional.ofNullable(request.getHeader("Referer"))
                        .map(ReturnPath::ofPage)
                        .orElseGet(() -> new ReturnPath("/"));
        if (request.getHeader("HX-Request") != null) {
            // The sign-in page does not fit into a fragment, so the whole page navigates to it.
            return Response.noContent().header("HX-Redirect", back.login()).build();
        }
        return Response.seeOther(URI.create(back.login())).build();
    }
}
