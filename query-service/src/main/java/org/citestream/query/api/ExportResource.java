package org.citestream.query.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.citestream.kit.problem.Problem;
import org.citestream.query.access.Caller;
import org.citestream.query.export.Export;
import org.citestream.query.export.ExportFormat;
import org.citestream.query.export.ExportManifest;
import org.citestream.query.export.ExportRequest;
import org.citestream.query.export.ExportSettings;
import org.citestream.query.export.Exports;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.report.ReportSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Exports of statements. */
@Path("/api/v1/exports")
@Blocking
public class ExportResource {

    private static final Set<String> OF_EVERYTHING = Set.of("blind", "labels", "format");

    @Inject
    Caller caller;

    @Inject
    Exports exports;

    @Inject
    ReportSettings settings;

    @Inject
    ExportSettings exportSettings;

    @Inject
    CurrentVertxRequest current;

    @GET
    @Path("statements")
    @Operation(summary = "Statements of a report, of a search, or all, as a file")
    public Response statements(@Context UriInfo address, @Context HttpHeaders headers) {
        Map<String, List<String>> parameters = address.getQueryParameters();
        ExportFormat format = format(parameters, headers);
        ExportRequest request = ExportRequest.parse(parameters, settings);
        Export export = exports.statements(request, format, caller.address())
                .orElseThrow(() -> ProblemException.notFound(
                        ReportResource.unknown(request.cited().orElse(""))));
        return answer(export, format, "citestream-statements");
    }

    @GET
    @Path("full")
    @Operation(summary = "Everything, as JSON Lines of one moment")
    public Response full(@Context UriInfo address, @Context HttpHeaders headers) {
        Map<String, List<String>> parameters = address.getQueryParameters();
        for (String name : parameters.keySet()) {
            if (!OF_EVERYTHING.contains(name)) {
                throw new BadParameterException(
                        name,
                        "a full export knows blind, labels and format; narrower ones are /api/v1/exports/statements");
            }
        }
        if (!parameters.containsKey("format") || format(parameters, headers) == ExportFormat.JSON_LINES) {
            ExportRequest request = ExportRequest.parse(parameters, settings);
            return answer(exports.everything(request, caller.address()), ExportFormat.JSON_LINES, "citestream-full");
        }
        return statements(address, headers);
    }

    private Response answer(Export export, ExportFormat format, String name) {
        RoutingContext routing = current.getCurrent();
        ExportManifest manifest = export.manifest();
        StreamingOutput body = new ExportResponse(export, routing, exportSettings);
        return Response.ok(body, MediaType.valueOf(format.mediaType()).withCharset("UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-%d.%s\"".formatted(name, manifest.sequence(), format.extension()))
                .header("Citestream-At", manifest.at())
                .header("Citestream-Generation", manifest.generation())
                .header("Citestream-Sequence", manifest.sequence())
                .header("Citestream-Offsets", ascii(manifest.offsetLine()))
                .header("Citestream-Models", ascii(manifest.modelLine()))
                .build();
    }

    private static String ascii(String text) {
        return text.replaceAll("[^\\x20-\\x7e]", "?");
    }

    /** By {@code format=}, else by the {@code Accept} header. */
    private static ExportFormat format(Map<String, List<String>> parameters, HttpHeaders headers) {
        List<String> written = parameters.getOrDefault("format", List.of());
        if (written.size() > 1) {
            throw new BadParameterException("format", "given %d times; give it once".formatted(written.size()));
        }
        if (!written.isEmpty()) {
            return ExportFormat.named(written.get(0))
                    .orElseThrow(() -> new BadParameterException(
                            "format", "'%s' is not known; write %s".formatted(written.get(0), names())));
        }
        return headers.getAcceptableMediaTypes().stream()
                .map(type -> ExportFormat.ofMediaType(type.getType() + "/" + type.getSubtype()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        406,
                        "Not acceptable",
                        "None of the media types asked for can be written; accept %s, or write format=%s"
                                .formatted(
                                        Arrays.stream(ExportFormat.values())
                                                .map(ExportFormat::mediaType)
                                                .collect(Collectors.joining(", ")),
                                        names()))));
    }

    private static String names() {
        return Arrays.stream(ExportFormat.values()).map(ExportFormat::parameter).collect(Collectors.joining(", "));
    }
}
