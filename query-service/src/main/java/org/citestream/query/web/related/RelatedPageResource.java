package org.citestream.query.web.related;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.citestream.query.api.RelatedAnswers.FoundPath;
import org.citestream.query.api.RelatedWorkReader;
import org.citestream.query.http.PathId;
import org.citestream.query.related.WorkLinks;
import org.citestream.query.web.PageAddress;

/** The map around a work, and what links two works. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RelatedPageResource {

    @Inject
    RelatedWorkReader related;

    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance map(MapPage page);

        static native TemplateInstance links(LinksPage page);
    }

    @GET
    @Path("maps/{id:.+}")
    public TemplateInstance map(@Context HttpServerRequest request) {
        return Templates.map(MapPage.of(related.map(PathId.curie(request, "/maps/"))));
    }

    /** Without the other work, there is the map to choose it from. */
    @GET
    @Path("links/{id:.+}")
    public Response links(@Context HttpServerRequest request, @QueryParam("to") String to) {
        String one = PathId.curie(request, "/links/");
        if (to == null || to.isBlank()) {
            return Response.seeOther(URI.create(PageAddress.of("maps", one).toString()))
                    .build();
        }
        String other = PathId.curie(to);
        WorkLinks.Links links = related.links(one, other);
        FoundPath path = links.isNone() ? related.path(one, other) : null;
        return Response.ok(Templates.links(LinksPage.of(links, path))).build();
    }
}
