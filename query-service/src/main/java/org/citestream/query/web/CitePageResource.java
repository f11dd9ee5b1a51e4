package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.api.WorkLookup;
import org.citestream.query.export.cite.CitationStyles;

/** The Cite dialog's text in another style. Files for reference managers come from {@code /api/v1/cite/}. */
@Path("/cite")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CitePageResource {

    @Inject
    WorkLookup works;

    @Inject
    CitationStyles styles;

    @GET
    @Path("{id:.+}")
    public TemplateInstance words(
            @Context HttpServerRequest request, @QueryParam("style") @DefaultValue("apa") String style) {
        return PageTemplates.citation(
                styles.format(works.find(request, "/cite/"), style, null, CitationStyles.CitationMarkup.TEXT));
    }
}
