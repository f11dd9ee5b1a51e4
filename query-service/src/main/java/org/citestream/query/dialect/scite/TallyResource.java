package org.citestream.query.dialect.scite;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citestream.query.http.PathId;
import org.citestream.query.tally.Tally;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** scite's tallies under their original paths. A known work without citations gives zeros. */
@Path("/tallies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Blocking
public class TallyResource {

    private static final int BATCH = 500;
    private static final int AGGREGATE = 100;

    private static final String PATH = "/tallies/";
    private static final String SECTIONS = PATH + "cited-by-sections/";
    private static final String PUBMED = "/cited-by-pubmed-types";

    @Inject
    TallyReader tallies;

    @Inject
    TallyBatches batches;

    @Inject
    DoiBatch batch;

    @GET
    @Path("{doi:.+}")
    @Operation(summary = "Statements about one work by type")
    @NonBlocking
    public Uni<SciteTally> one(@Context HttpServerRequest request) {
        String written = PathId.after(request, PATH);
        return DoiBatch.bare(written).stream()
                .findFirst()
                .map(doi -> Uni.createFrom().completionStage(batches.ask(doi)))
                .orElseGet(() -> Uni.createFrom().nullItem())
                .onItem()
                .ifNull()
                .failWith(() -> SciteError.notFound(written));
    }

    @GET
    @Operation(
            summary = "Statements about many works by type",
            description = "The DOIs come in the body, or as ?dois=a,b.")
    public Map<String, Object> someByGet(byte[] body, @QueryParam("dois") String dois) {
        return Map.of("tallies", tallies.tallies(batch.read(body, dois, BATCH)));
    }

    @POST
    @Operation(summary = "Statements about many works by type", description = "A JSON array of at most 500 DOIs.")
    public Map<String, Object> some(byte[] body) {
        return Map.of("tallies", tallies.tallies(batch.read(body, null, BATCH)));
    }

    @POST
    @Path("aggregate")
    @Operation(summary = "The sum of the tallies of at most 100 works")
    public SciteTally sum(byte[] body) {
        return SciteTally.of(
                null,
                tallies.sums(batch.read(body, null, AGGREGATE)).values().stream()
                        .reduce(Tally.NONE, Tally::plus));
    }

    @GET
    @Path("cited-by-sections/{doi:.+}")
    @Operation(summary = "Statements about one work by section")
    public SectionTally sections(@Context HttpServerRequest request) {
        return single(PathId.after(request, SECTIONS), tallies::sections);
    }

    @POST
    @Path("cited-by-sections")
    @Operation(summary = "Statements about at most 500 works by section")
    public Map<String, Object> sections(byte[] body) {
        return Map.of("tallies", tallies.sections(batch.read(body, null, BATCH)));
    }

    @GET
    @Path("{doi:.+}/cited-by-pubmed-types")
    @Operation(summary = "Publications citing one work by kind")
    public Map<String, Long> pubmedTypes(@Context HttpServerRequest request) {
        return single(PathId.between(request, PATH, PUBMED), tallies::pubmedTypes);
    }

    @POST
    @Path("cited-by-pubmed-types")
    @Operation(summary = "Publications citing at most 500 works by kind")
    public Map<String, Object> pubmedTypes(byte[] body) {
        return Map.of("pubmedSourceTypeTallies", tallies.pubmedTypes(batch.read(body, null, BATCH)));
    }

    private static <T> T single(String written, Function<List<String>, Map<String, T>> reader) {
        return DoiBatch.bare(written).stream()
                .flatMap(doi -> reader.apply(List.of(doi)).values().stream())
                .findFirst()
                .orElseThrow(() -> SciteError.notFound(written));
    }
}
