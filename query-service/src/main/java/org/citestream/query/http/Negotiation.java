package org.citestream.query.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Redirects requests for a work in a form other than a page, as DOI resolvers do: to citations, and to the statements
 * about the work as linked data.
 */
public final class Negotiation {

    private static final String REPORT = "/reports/";
    private static final String WORK = "/api/v1/publications/";

    /** URLs by media type, with the id in place of %s. */
    private static final Map<String, String> FORMS = forms();

    private static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        String cite = "/api/v1/cite/%s?format=";
        String export = "/api/v1/exports/statements?cited=%s&format=";
        forms.put("application/x-bibtex", cite + "bibtex");
        forms.put("text/x-bibtex", cite + "bibtex");
        forms.put("application/x-research-info-systems", cite + "ris");
        forms.put("application/vnd.citationstyles.csl+json", cite + "csl-json");
        forms.put("application/citeproc+json", cite + "csl-json");
        forms.put("text/turtle", export + "turtle");
        forms.put("application/ld+json", export + "jsonld");
        forms.put("text/csv", export + "csv");
        return forms;
    }

    /** The media types that {@link #address} knows, each form once. */
    public static Stream<String> described() {
        return Stream.of(
                "application/x-bibtex",
                "application/x-research-info-systems",
                "application/vnd.citationstyles.csl+json",
                "text/turtle",
                "application/ld+json");
    }

    /** The URL on this host of the work with this id in that form. */
    public static String address(String id, String mediaType) {
        String form = FORMS.get(mediaType);
        String escaped = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        return form.formatted(form.indexOf('?') < form.indexOf("%s") ? escaped : escaped.replace("%2F", "/"));
    }

    @ServerRequestFilter(preMatching = true)
    Response lead(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        String prefix = path.startsWith(REPORT) ? REPORT : path.startsWith(WORK) ? WORK : null;
        boolean reading =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (prefix == null || !reading || request.getHeaderString(HttpHeaders.ACCEPT) == null) {
            return null;
        }
        String id = URLDecoder.decode(path.substring(prefix.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        return wanted(request, prefix)
                .map(form -> Response.seeOther(URI.create(
                                form.equals(MediaType.APPLICATION_JSON)
                                        ? "/api/v1/reports/" + path.substring(prefix.length())
                                        : address(id, form)))
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .build())
                .orElse(null);
    }

    /** The requested form, unless it is the one served at the URL itself. */
    private static Optional<String> wanted(ContainerRequestContext request, String prefix) {
        String own = prefix.equals(REPORT) ? "text/html" : MediaType.APPLICATION_JSON;
        for (MediaType accepted : request.getAcceptableMediaTypes()) {
            String type = accepted.getType() + "/" + accepted.getSubtype();
            if (type.equals(own) || accepted.isWildcardSubtype()) {
                return Optional.empty();
            }
            if (FORMS.containsKey(type) || (prefix.equals(REPORT) && type.equals(MediaType.APPLICATION_JSON))) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
