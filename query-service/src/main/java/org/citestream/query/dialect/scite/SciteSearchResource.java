package org.citestream.query.dialect.scite;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.citestream.query.check.ReferenceMatcher;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.search.BadQueryException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** scite's search, under its path for partners and, through {@link SearchRoute}, its public one. */
@Path("/api_partner/search")
@Produces({MediaType.APPLICATION_JSON, SciteSearchResource.CSV, SciteSearchResource.RIS})
@Blocking
public class SciteSearchResource {

    @Inject
    WorkSearch works;

    @Inject
    ReferenceMatcher references;

    static final String CSV = "text/csv; charset=UTF-8";
    static final String RIS = "application/x-research-info-systems; charset=UTF-8";

    /** The work that a reference refers to; {@code doi} is null, not absent, when nothing matches. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record MatchedReference(boolean matched, String doi, String title) {}

    @GET
    @Operation(
            summary = "Search works by their description and by what they say of others",
            description =
                    "term: words, \"phrases\", AND, OR, NOT. mode is all, citations (what works say) or papers (what"
                            + " describes them). title, abstract, author, journal, affiliation, topic, paper_type, section narrow;"
                            + " date_from and date_to take a year or a day; citation_types (repeatable), has_retraction,"
                            + " has_concern, has_correction, has_erratum, has_withdrawn, has_tally, and supporting_, mentioning_,"
                            + " contrasting_ and citing_publications_ with from and to. sort is date, total_cited,"
                            + " total_supported, total_contrasted, total_mentioned or total_citing_publications, sort_order asc or"
                            + " desc. limit (at most 10,000) and offset page. format is json, csv or ris.")
    public Response search(@Context UriInfo address) {
        SearchQuery query = SearchQuery.of(new SciteParameters(address));
        WorkSearch.FoundPage found = works.find(query);
        return switch (query.format()) {
            case JSON ->
                Response.ok(SearchAnswer.of(found), MediaType.APPLICATION_JSON_TYPE)
                        .build();
            case CSV -> file(SearchFile.csv(found.hits()), CSV, "csv");
            case RIS -> file(SearchFile.ris(found.hits()), RIS, "ris");
        };
    }

    private static Response file(String content, String type, String ending) {
        return Response.ok(content, MediaType.valueOf(type))
                .header("Content-Disposition", "attachment; filename=\"search." + ending + '"')
                .build();
    }

    @GET
    @Path("match_reference")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The work that a reference means",
            description =
                    "By title and, where known, first_author. {\"matched\": false, \"doi\": null} when there is none.")
    public MatchedReference match(@Context UriInfo address) {
        SciteParameters asked = new SciteParameters(address);
        Optional<ShownPublication> work = asked.text("title")
                .flatMap(title -> match(title, asked.text("first_author").orElse("")));
        return work.map(found -> new MatchedReference(true, found.doi(), found.title()))
                .orElseGet(() -> new MatchedReference(false, null, null));
    }

    private Optional<ShownPublication> match(String title, String firstAuthor) {
        try {
            return references.match(title, firstAuthor);
        } catch (BadQueryException tooLong) {
            throw SciteError.invalidParameter("title", tooLong.getMessage());
        }
    }
}
