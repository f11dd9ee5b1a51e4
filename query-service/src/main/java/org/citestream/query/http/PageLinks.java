package org.citestream.query.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.citestream.query.report.References;
import org.citestream.query.report.Report;
import org.citestream.query.vocabulary.FacetValues;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds Link headers (RFC 8288) for the other pages, beside the {@code next} in the body. */
class PageLinks {

    @ServerResponseFilter
    void link(ContainerRequestContext request, ContainerResponseContext response) {
        UriInfo address = request.getUriInfo();
        List<Link> links = new ArrayList<>();
        if (response.getEntity() instanceof Report report) {
            if (address.getQueryParameters().containsKey("cursor")) {
                links.add(link(address, "first", "cursor"));
            }
            if (report.next() != null) {
                links.add(link(address, "next", "cursor", report.next()));
            }
        } else if (response.getEntity() instanceof References references) {
            byOffset(links, address, references.next());
        } else if (response.getEntity() instanceof FacetValues values) {
            byOffset(links, address, values.next());
        }
        links.forEach(link -> response.getHeaders().add(HttpHeaders.LINK, link));
    }

    private static void byOffset(List<Link> links, UriInfo address, Integer next) {
        int offset = number(address, "offset", 0);
        if (offset > 0) {
            links.add(link(address, "first", "offset", 0));
            // The first page has the default size, because only the resource knows the requested one.
            links.add(link(address, "prev", "offset", Math.max(0, offset - number(address, "limit", offset))));
        }
        if (next != null) {
            links.add(link(address, "next", "offset", next));
        }
    }

    private static int number(UriInfo address, String name, int usual) {
        String written = address.getQueryParameters().getFirst(name);
        return written == null ? usual : Integer.parseInt(written);
    }

    private static Link link(UriInfo address, String relation, String parameter, Object... value) {
        return Link.fromUri(address.getRequestUriBuilder()
                        .replaceQueryParam(parameter, value)
                        .build())
                .rel(relation)
                .build();
    }
}
