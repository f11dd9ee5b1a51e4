package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** The first page and its one search box. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class HomeResource {

    private final HomeFigures figures;
    private final TitleSearch search;

    HomeResource(HomeFigures figures, TitleSearch search) {
        this.figures = figures;
        this.search = search;
    }

    @GET
    public TemplateInstance home() {
        return Templates.home(figures.page());
    }

    /** A known id leads to its report, words to a list of titles. */
    @GET
    @Path("find")
    public Response find(@QueryParam("q") @DefaultValue("") String words) {
        if (words.isBlank()) {
            return Response.seeOther(URI.create("/")).build();
        }
        Optional<String> known = search.known(words);
        if (known.isPresent()) {
            return Response.seeOther(URI.create(Wording.report(known.get()))).build();
        }
        return Response.ok(Templates.titles(words, search.titles(words))).build();
    }
}
