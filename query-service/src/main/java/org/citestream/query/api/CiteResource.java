package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citestream.query.export.cite.BibTeX;
import org.citestream.query.export.cite.CitationStyles;
import org.citestream.query.export.cite.StyleList;
import org.citestream.query.http.Paging;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.ShownPublication;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How to cite one work. */
@Path("/api/v1")
@Blocking
public class CiteResource {

    private static final Set<String> KNOWN = Set.of("format", "style", "locale");
    private static final int USUAL = 100;

    @Inject
    WorkLookup works;

    @Inject
    CitationStyles styles;

    @Inject
    StyleList list;

    @GET
    @Path("cite/{id:.+}")
    @Operation(summary = "A work as BibTeX, RIS, CSL-JSON, or in the words of a citation style")
    public Response cite(@Context HttpServerRequest request, @Context UriInfo address, @Context HttpHeaders headers) {
        Map<String, List<String>> parameters = address.getQueryParameters();
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BadParameterException(name, "not known here; write format, style or locale");
                });
        CiteFormat format =
                CiteFormat.of(Optional.ofNullable(address.getQueryParameters().getFirst("format")), headers);
        String style = Optional.ofNullable(address.getQueryParameters().getFirst("style"))
                .orElseGet(() -> CiteFormat.styleIn(headers).orElse(CiteFormat.USUAL_STYLE));
        ShownPublication work = works.find(request, "/api/v1/cite/");
        String locale = address.getQueryParameters().getFirst("locale");
        String text = format.write(work, styles, style, locale);
        Response.ResponseBuilder answer =
                Response.ok(text, MediaType.valueOf(format.mediaType()).withCharset("UTF-8"));
        if (format.isFile()) {
            answer.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"%s.%s\"".formatted(BibTeX.key(work), format.extension()));
        }
        return answer.build();
    }

    @GET
    @Path("styles")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Citation styles by name")
    public StyleList.StyleMatches styles(@Context UriInfo address) {
        Paging paging = Paging.of(address, USUAL);
        String words =
                Optional.ofNullable(address.getQueryParameters().getFirst("q")).orElse("");
        return list.find(words, paging.limit(), paging.offset());
    }
}
