package org.citestream.query.api.opencitations;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.citestream.query.api.PathId;
import org.citestream.query.api.opencitations.OpenCitationsReader.Version;
import org.citestream.query.publication.WrittenId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * OpenCitations' index under the paths that its clients know: {@code /index/v2}, {@code /index/api/v2} and, with bare DOIs,
 * {@code /index/v1}, {@code /index/api/v1}, {@code /index/coci/api/v1}. What is unknown answers an empty list.
 */
@Path("/index/{base:v[12]|api/v[12]|coci/api/v1}")
@Tag(name = "OpenCitations dialect")
@Blocking
public class OpenCitationsResource {
    private static final int MOST_IDS = 100;

    private final OpenCitationsReader reader;

    OpenCitationsResource(OpenCitationsReader reader) {
        this.reader = reader;
    }

    @GET
    @Path("citations/{id:.+}")
    @Operation(summary = "The citations that a work received")
    public Response citations(
            @PathParam("base") String base,
            @Context HttpServerRequest request,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return about(base, "citations", request, address, headers, reader::citations);
    }

    @GET
    @Path("references/{id:.+}")
    @Operation(summary = "The citations that a work makes")
    public Response references(
            @PathParam("base") String base,
            @Context HttpServerRequest request,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return about(base, "references", request, address, headers, reader::references);
    }

    @GET
    @Path("citation-count/{id:.+}")
    @Operation(summary = "How many citations a work received")
    public Response citationCount(
            @PathParam("base") String base,
            @Context HttpServerRequest request,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return count(reader::citationCount, id(base, "citation-count", request), address, headers);
    }

    @GET
    @Path("reference-count/{id:.+}")
    @Operation(summary = "How many citations a work makes")
    public Response referenceCount(
            @PathParam("base") String base,
            @Context HttpServerRequest request,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        return count(reader::referenceCount, id(base, "reference-count", request), address, headers);
    }

    @GET
    @Path("citation/{oci}")
    @Operation(summary = "One citation by its open citation identifier")
    public Response citation(
            @PathParam("base") String base,
            @PathParam("oci") String oci,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        List<Map<String, String>> rows = Oci.read(oci)
                .map(ends -> reader.citation(ends[0], ends[1], version(base)))
                .orElse(List.of());
        return RowsAnswer.of(rows, address, headers);
    }

    @GET
    @Path("metadata/{ids:.+}")
    @Operation(summary = "What is known of works; several ids are separated by two underscores")
    public Response metadata(
            @PathParam("base") String base,
            @Context HttpServerRequest request,
            @Context UriInfo address,
            @Context HttpHeaders headers) {
        List<String> curies = Arrays.stream(
                        PathId.after(request, "/index/" + base + "/metadata/").split("__", -1))
                .limit(MOST_IDS)
                .flatMap(written -> WrittenId.toCurie(written).stream())
                .toList();
        return RowsAnswer.of(reader.metadata(curies), address, headers);
    }

    private static Response about(
            String base,
            String operation,
            HttpServerRequest request,
            UriInfo address,
            HttpHeaders headers,
            BiFunction<String, Version, List<Map<String, String>>> reading) {
        List<Map<String, String>> rows = id(base, operation, request)
                .map(curie -> reading.apply(curie, version(base)))
                .orElse(List.of());
        return RowsAnswer.of(rows, address, headers);
    }

    private static Response count(
            java.util.function.ToLongFunction<String> counting,
            Optional<String> curie,
            UriInfo address,
            HttpHeaders headers) {
        long count = curie.map(counting::applyAsLong).orElse(0L);
        return RowsAnswer.of(List.of(Map.of("count", Long.toString(count))), address, headers);
    }

    private static Optional<String> id(String base, String operation, HttpServerRequest request) {
        return WrittenId.toCurie(PathId.after(request, "/index/" + base + "/" + operation + "/"));
    }

    private static Version version(String base) {
        return base.endsWith("v1") ? Version.V1 : Version.V2;
    }
}
