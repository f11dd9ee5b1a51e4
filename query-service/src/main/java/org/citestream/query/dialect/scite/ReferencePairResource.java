package org.citestream.query.dialect.scite;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.citestream.query.http.PathId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Which works cite which: distinct pairs of DOIs. */
@Path("/{base:api_partner/references|references}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReferencePairResource {

    private static final String OPTIONS =
            "papers=true and tallies=true add what is known of the works on the other side, by DOI; limit and offset page."
                    + " Works without a DOI on the other side are counted in restrictedReferenceCount.";

    @Inject
    ReferencePairs pairs;

    @Inject
    LinkedWorks others;

    @Inject
    SciteSettings settings;

    /** Parts that were not requested are absent. */
    public record PairsAnswer(
            PairMetadata metadata,
            List<ReferencePairs.Pair> references,
            Map<String, Paper> papers,
            Map<String, SciteTally> tallies) {}

    /** How many pairs there are in all, from how many citing works, and how many are never listed. */
    public record PairMetadata(long totalReferenceCount, long distinctSourceCount, long restrictedReferenceCount) {}

    @GET
    @Path("references_to/{doi:.+}")
    @Operation(
            summary = "The works that cite a work",
            description = OPTIONS + " source_doi[] (repeatable) leaves out all other citing works.")
    public PairsAnswer to(
            @PathParam("base") String base, @Context HttpServerRequest request, @Context UriInfo address) {
        String written = PathId.after(request, "/" + base + "/references_to/");
        SciteParameters asked = new SciteParameters(address);
        ListWindow span = ListWindow.of(asked, settings.rows());
        List<String> sources = asked.texts("source_doi").stream()
                .flatMap(doi -> DoiBatch.bare(doi).stream())
                .toList();
        ReferencePairs.FoundPairs found = found(written, doi -> pairs.to(doi, sources, span));
        return answer(found, found.total(), asked, ReferencePairs.Pair::source);
    }

    @GET
    @Path("references_from/{doi:.+}")
    @Operation(summary = "The works that a work cites, in the order of its list", description = OPTIONS)
    public PairsAnswer from(
            @PathParam("base") String base, @Context HttpServerRequest request, @Context UriInfo address) {
        String written = PathId.after(request, "/" + base + "/references_from/");
        SciteParameters asked = new SciteParameters(address);
        ListWindow span = ListWindow.of(asked, settings.rows());
        ReferencePairs.FoundPairs found = found(written, doi -> pairs.from(doi, span));
        return answer(found, Math.min(1, found.total()), asked, ReferencePairs.Pair::target);
    }

    private static ReferencePairs.FoundPairs found(
            String written, Function<String, Optional<ReferencePairs.FoundPairs>> reading) {
        return DoiBatch.bare(written).stream()
                .flatMap(doi -> reading.apply(doi).stream())
                .findFirst()
                .orElseThrow(() -> SciteError.notFound(written));
    }

    private PairsAnswer answer(
            ReferencePairs.FoundPairs found,
            long sources,
            SciteParameters asked,
            Function<ReferencePairs.Pair, String> other) {
        List<String> dois = found.pairs().stream().map(other).toList();
        return new PairsAnswer(
                new PairMetadata(found.total(), sources, found.restricted()),
                found.pairs(),
                others.papers(asked, dois),
                others.tallies(asked, dois));
    }
}
