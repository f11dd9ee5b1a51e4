package org.citestream.query.dialect.openalex;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.citestream.query.http.PathId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** OpenAlex' works under their original paths. */
@Path("/works")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class WorksResource {

    private static final String PATH = "/works/";

    @Inject
    WorksReader works;

    @Inject
    WorksSql ids;

    @GET
    @Operation(
            summary = "Works by what they cite and are cited by, or counted by year, type, journal or author",
            description =
                    "filter takes cites, cited_by, doi, pmid, openalex, author.orcid, publication_year, from_publication_date,"
                            + " to_publication_date, type, language, cited_by_count, is_retracted, is_oa, has_doi, primary_location.source.issn,"
                            + " title.search and default.search, separated by commas; | between values means any, ! none. select, sort,"
                            + " per-page (at most 200), page or cursor, group_by; mailto and api_key have no meaning here.")
    public Response list(@Context UriInfo address) {
        return Response.ok(works.list(WorksQuery.of(address))).build();
    }

    @GET
    @Path("{id:.+}")
    @Operation(
            summary = "A work",
            description =
                    "By the W number of another answer, a DOI (bare, doi:… or as an address), pmid:…, pmcid:… or any id of ours.")
    public Response work(@Context HttpServerRequest request, @Context UriInfo address) {
        Set<String> select = WorksQuery.select(address.getQueryParameters());
        String written = PathId.after(request, PATH);
        return ids.curies(List.of(written)).stream()
                .findFirst()
                .flatMap(curie -> works.work(curie, select))
                .map(found -> Response.ok(found).build())
                .orElseThrow(() -> OpenAlexError.notFound(written + " not found"));
    }
}
