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
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.citestream.query.http.PathId;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Single citation statements, under scite's path for partners and its former one. */
@Path("/{base:api_partner/citations|citations}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CitationResource {

    private static final String OPTIONS =
            "papers=true and tallies=true add what is known of the works on the other side, by DOI; limit and offset page."
                    + " Statements whose other side has no DOI are counted in restrictedCitationCount.";

    @Inject
    CitationReader citations;

    @Inject
    LinkedWorks others;

    @Inject
    SciteSettings settings;

    /** Parts that were not requested are absent. */
    public record Citations(
            CitationMetadata metadata,
            List<SciteCitation> citations,
            Map<String, Paper> papers,
            Map<String, SciteTally> tallies) {}

    /** How many statements there are in all, and how many of them are never listed. */
    public record CitationMetadata(long totalCitationCount, long restrictedCitationCount) {}

    @GET
    @Path("citing/{doi:.+}")
    @Operation(summary = "Statements made toward a work", description = OPTIONS)
    public Citations citing(
            @PathParam("base") String base, @Context HttpServerRequest request, @Context UriInfo address) {
        return answer(
                PathId.after(request, "/" + base + "/citing/"), address, citations::toward, SciteCitation::source);
    }

    @GET
    @Path("cited_by/{doi:.+}")
    @Operation(summary = "Statements made from a work, without their scores", description = OPTIONS)
    public Citations citedBy(
            @PathParam("base") String base, @Context HttpServerRequest request, @Context UriInfo address) {
        return answer(
                PathId.after(request, "/" + base + "/cited_by/"), address, citations::from, SciteCitation::target);
    }

    @GET
    @Path("all/{doi:.+}")
    @Operation(summary = "Statements made toward a work, then those made from it", description = OPTIONS)
    public Citations all(@PathParam("base") String base, @Context HttpServerRequest request, @Context UriInfo address) {
        String written = PathId.after(request, "/" + base + "/all/");
        Citations toward = answer(written, address, citations::toward, SciteCitation::source);
        Citations from = answer(written, address, citations::from, SciteCitation::target);
        return new Citations(
                new CitationMetadata(
                        toward.metadata.totalCitationCount + from.metadata.totalCitationCount,
                        toward.metadata.restrictedCitationCount + from.metadata.restrictedCitationCount),
                Stream.of(toward.citations, from.citations)
                        .flatMap(List::stream)
                        .toList(),
                merged(toward.papers, from.papers),
                merged(toward.tallies, from.tallies));
    }

    private Citations answer(
            String written,
            UriInfo address,
            BiFunction<String, ListWindow, Optional<CitationReader.FoundCitations>> reading,
            Function<SciteCitation, String> other) {
        SciteParameters asked = new SciteParameters(address);
        ListWindow span = ListWindow.of(asked, settings.rows());
        CitationReader.FoundCitations found = DoiBatch.bare(written).stream()
                .flatMap(doi -> reading.apply(doi, span).stream())
                .findFirst()
                .orElseThrow(() -> SciteError.notFound(written));
        List<String> dois = found.citations().stream().map(other).distinct().toList();
        return new Citations(
                new CitationMetadata(found.total(), found.restricted()),
                asked.flag("citations").orElse(true) ? found.citations() : List.of(),
                others.papers(asked, dois),
                others.tallies(asked, dois));
    }

    private static <T> Map<String, T> merged(Map<String, T> one, Map<String, T> other) {
        if (one == null || other == null) {
            return null;
        }
        Map<String, T> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }
}
