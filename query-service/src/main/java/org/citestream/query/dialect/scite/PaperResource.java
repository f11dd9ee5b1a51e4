package org.citestream.query.dialect.scite;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.citestream.query.http.PathId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** scite's papers under their original paths. */
@Path("/papers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class PaperResource {

    private static final int BATCH = 500;

    private static final String PATH = "/papers/";

    @Inject
    PaperReader papers;

    @Inject
    DoiBatch batch;

    @GET
    @Path("{doi:.+}")
    @Operation(summary = "What is known of one work")
    public Paper one(@Context HttpServerRequest request) {
        String written = PathId.after(request, PATH);
        return DoiBatch.bare(written).stream()
                .flatMap(doi -> papers.papers(List.of(doi)).values().stream())
                .findFirst()
                .orElseThrow(() -> SciteError.notFound(written));
    }

    @GET
    @Operation(summary = "What is known of many works", description = "The DOIs come in the body, or as ?dois=a,b.")
    public Map<String, Object> someByGet(byte[] body, @QueryParam("dois") String dois) {
        return Map.of("papers", papers.papers(batch.read(body, dois, BATCH)));
    }

    @POST
    @Operation(summary = "What is known of many works", description = "A JSON array of at most 500 DOIs.")
    public Map<String, Object> some(byte[] body) {
        return Map.of("papers", papers.papers(batch.read(body, null, BATCH)));
    }

    @GET
    @Path("sources/{doi:.+}")
    @Operation(summary = "The works that cite one work")
    public Map<String, Object> sources(@Context HttpServerRequest request) {
        String written = PathId.after(request, PATH + "sources/");
        return DoiBatch.bare(written).stream()
                .flatMap(doi -> papers.sources(doi).stream())
                .findFirst()
                .map(sources -> Map.<String, Object>of("papers", sources))
                .orElseThrow(() -> SciteError.notFound(written));
    }

    @GET
    @Path("resolve-pmid/{pmid:[0-9]+}")
    @Operation(summary = "The work of a PubMed number")
    public Paper byPmid(@PathParam("pmid") String pmid) {
        return papers.byPmid(pmid).orElseThrow(() -> SciteError.notFound("pmid " + pmid));
    }
}
