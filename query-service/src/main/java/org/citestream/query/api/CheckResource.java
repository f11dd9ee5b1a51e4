package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citestream.kit.problem.Problem;
import org.citestream.query.check.CheckFile;
import org.citestream.query.check.CheckReport;
import org.citestream.query.check.ListFormat;
import org.citestream.query.check.ReferenceChecker;
import org.citestream.query.check.ReferenceLists;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reference checks. The list is the body; nothing of it is kept. */
@Path("/api/v1/checks")
@Blocking
public class CheckResource {

    private static final String CSV = "text/csv";

    /** Media types that say what a list is; any other says nothing, and its look decides. */
    private static final Map<String, ListFormat> BY_TYPE = Map.of(
            "application/x-bibtex", ListFormat.BIBTEX,
            "application/x-research-info-systems", ListFormat.RIS,
            "application/vnd.citationstyles.csl+json", ListFormat.CSL_JSON,
            "application/jats+xml", ListFormat.JATS,
            "application/tei+xml", ListFormat.TEI,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ListFormat.DOCX,
            "application/pdf", ListFormat.PDF,
            "application/x-tex", ListFormat.LATEX,
            "text/x-tex", ListFormat.LATEX);

    @Inject
    ReferenceLists lists;

    @Inject
    ReferenceChecker check;

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, CSV, MediaType.TEXT_PLAIN})
    @Operation(
            summary = "Checks a list of references against this index",
            description =
                    "The body is the list: BibTeX, RIS, CSL-JSON, CSV, Zotero RDF, a LaTeX .bbl, plain text with one reference per line, or a manuscript:"
                            + " DOCX, LaTeX, JATS, TEI, or PDF where a GROBID server is set. For each reference: found as given; found, but year, authors, volume, pages, title"
                            + " or DOI differ; the identifier is another work's; not found, with the most similar works;"
                            + " retracted, withdrawn, doubted or corrected, since when and by which notice; contrasted by"
                            + " others. Of manuscripts also what the text never cites, and what it cites without listing."
                            + " Only this index is asked, and nothing of the list is kept. The header Citestream-Findings has"
                            + " the counts in every format.")
    public Response check(@Context UriInfo address, @Context HttpHeaders headers, byte[] body) {
        CheckReport report = check.check(lists.read(body == null ? new byte[0] : body, input(address, headers)));
        Response.ResponseBuilder answer =
                switch (format(address, headers)) {
                    case "csv" -> csv(report);
                    case "text" -> Response.ok(CheckFile.text(report), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"));
                    default -> Response.ok(report, MediaType.APPLICATION_JSON_TYPE);
                };

        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Citestream-Findings", findings(report))
                .build();
    }

    /** The report as a file with a row per reference. */
    public static Response.ResponseBuilder csv(CheckReport report) {
        return Response.ok(CheckFile.csv(report), MediaType.valueOf(CSV).withCharset("UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"references.csv\"");
    }

    private static String findings(CheckReport report) {
        return report.counts().entrySet().stream()
                .map(count -> count.getKey().wireName() + "=" + count.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What a list is, by {@code input=}, else by its media type; empty if neither says so. */
    static Optional<ListFormat> input(UriInfo address, HttpHeaders headers) {
        String written = address.getQueryParameters().getFirst("input");
        if (written != null) {
            return Optional.of(ListFormat.named(written)
                    .orElseThrow(() -> new BadParameterException(
                            "input",
                            "'%s' is not a format that is read here; use %s"
                                    .formatted(written, String.join(", ", ListFormat.names())))));
        }
        MediaType type = headers.getMediaType();
        if (type != null && type.getType().equals("multipart")) {
            throw new ProblemException(Problem.of(
                    415,
                    "Unsupported media type",
                    "Send the list itself as the body, not a form: curl --data-binary @references.bib"));
        }
        return Optional.ofNullable(type == null ? null : BY_TYPE.get(type.getType() + "/" + type.getSubtype()));
    }

    /** By {@code format=}, else by what Accept names first. */
    private static String format(UriInfo address, HttpHeaders headers) {
        String written = address.getQueryParameters().getFirst("format");
        if (written != null) {
            String format = written.toLowerCase(Locale.ROOT);
            if (!format.equals("json") && !format.equals("csv") && !format.equals("text")) {
                throw new BadParameterException(
                        "format", "'%s' is not a valid format; use json, csv or text".formatted(written));
            }
            return format;
        }
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        if (first.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return "json";
        }
        return first.isCompatible(MediaType.valueOf(CSV)) ? "csv" : "text";
    }
}
