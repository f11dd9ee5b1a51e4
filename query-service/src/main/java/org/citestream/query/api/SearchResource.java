package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.citestream.query.http.Paging;
import org.citestream.query.search.SearchReader;
import org.citestream.query.search.Suggestion;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Search over all statements and publications. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SearchResource {

    private static final int USUAL = 20;
    private static final int SUGGESTIONS = 8;

    @Inject
    SearchReader search;

    @GET
    @Path("search")
    @Operation(
            summary = "Search all statements, or all publications",
            description =
                    "q: words (all must occur, in British or American spelling), \"phrases\", \"words near\"~5, AND,"
                            + " OR, NOT, -without, parentheses, begin*, beg*n, alike~ and field:. in=statements (the citing"
                            + " sentences and their neighbours) has the fields text, title, author, journal, section, type, intent,"
                            + " year (2019 or 2019..2023), doi, cited and citing (DOIs); in=publications (with their tallies) has"
                            + " title, abstract, author, journal, year, doi, pmid, pmcid, arxiv and orcid. What cannot be read is refused"
                            + " with its place; put it between quotation marks to find it as text. Where nothing is found,"
                            + " didYouMean has the words as the index spells them."
                            + " Filters as in a report; order is relevance, newest or oldest, of publications also cited,"
                            + " supported or contrasted (the most such statements first); collapse=sentence makes one hit of all"
                            + " statements of a sentence, with its targets, and counts sentences beside the total; limit and offset page, as far as hit 10,000.")
    @APIResponse(responseCode = "200", description = "What was found; Link rel=next leads on")
    @APIResponse(
            responseCode = "400",
            description = "The words are no query; the detail says at which character (application/problem+json)")
    public Response search(@Context UriInfo address) {
        Paging page = Paging.of(address, USUAL);
        SearchParameters asked = SearchParameters.of(address.getQueryParameters(), page);
        if (asked.publications()) {
            var found = search.publications(asked.request(), asked.blind());
            return linked(found, found.total(), page, address);
        }
        var found = search.statements(asked.request(), asked.blind());
        return linked(found, found.sentences() == null ? found.total() : found.sentences(), page, address);
    }

    @GET
    @Path("suggest")
    @Operation(summary = "Titles, authors and DOIs that begin with what was typed")
    public List<Suggestion> suggest(@Context UriInfo address) {
        String typed = address.getQueryParameters().getFirst("q");
        return typed == null
                ? List.of()
                : search.suggest(typed, Paging.of(address, SUGGESTIONS).limit());
    }

    private static Response linked(Object found, long total, Paging page, UriInfo address) {
        Response.ResponseBuilder answer = Response.ok(found);
        int next = page.offset() + page.limit();
        if (next < total) {
            answer.link(
                    address.getRequestUriBuilder()
                            .replaceQueryParam("offset", next)
                            .build(),
                    "next");
        }
        return answer.build();
    }
}
