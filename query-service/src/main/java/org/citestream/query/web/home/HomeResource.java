package org.citestream.query.web.home;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.http.ContentTag;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.search.BadQueryException;
import org.citestream.query.search.SearchReader;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.vocabulary.Orcid;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.Wording;
import org.citestream.query.web.WorkResolver;

/** The home page and its search box. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class HomeResource {

    @Inject
    HomeFigures figures;

    @Inject
    WorkResolver works;

    @Inject
    SearchReader search;

    /**
     * The home page.
     *
     * @param reports which list of reports to show; the first for any other word
     */
    @GET
    public Response home(@Context Request request, @QueryParam("reports") @DefaultValue("") String reports) {
        return ContentTag.answer(request, HomeTemplates.home(figures.page(), FeaturedWorks.named(reports)));
    }

    /** A known id redirects to its report, an ORCID iD to its bearer, words to the publications that match, else to the statements. */
    @GET
    @Path("find")
    public Response find(@QueryParam("q") @DefaultValue("") String words) {
        if (words.isBlank()) {
            return Response.seeOther(URI.create("/")).build();
        }
        Optional<String> known = works.known(words);
        if (known.isPresent()) {
            return Response.seeOther(URI.create(Wording.report(known.get()))).build();
        }
        Optional<String> person = Orcid.bare(words);
        if (person.isPresent()) {
            return Response.seeOther(
                            URI.create(PageAddress.of("authors", person.get()).toString()))
                    .build();
        }
        PageAddress found = new PageAddress("/search", Map.of()).with("q", words.strip());
        return Response.seeOther(URI.create((titled(words) ? found.with("in", "publications") : found).toString()))
                .build();
    }

    /**
     * Whether a title matches, or the text is an id, by which statements are not found. An invalid query is left to the
     * page that reports it.
     */
    private boolean titled(String words) {
        if (WrittenId.toCurie(words).isPresent()) {
            return true;
        }
        try {
            return search.publications(SearchRequest.of(words.strip(), 0), true).total() > 0;
        } catch (BadQueryException unread) {
            return true;
        }
    }
}
