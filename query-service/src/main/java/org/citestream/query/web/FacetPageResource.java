package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.report.FacetReader;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetValues;

/** The page with all authors, journals or citing works of a report, from which to pick a filter. */
@Path("/facets")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FacetPageResource {

    private static final int PAGE = 100;

    private static final Map<String, String> LEGENDS = Map.of(
            Facet.AUTHOR.parameter(), "Authors", Facet.JOURNAL.parameter(), "Journals", "citing", "Citing works");

    @Inject
    FacetReader facets;

    @Inject
    ReportSettings settings;

    @GET
    @Path("{facet}/{id:.+}")
    public TemplateInstance values(
            @Context HttpServerRequest request, @Context UriInfo uri, @PathParam("facet") String facet) {
        if (!LEGENDS.containsKey(facet)) {
            throw ProblemException.notFound("'%s' cannot be listed".formatted(facet));
        }
        String curie = PathId.curie(request, "/facets/" + facet + "/");
        Map<String, List<String>> filters = new HashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (ReportQuery.knows(name) && !List.of("q", "limit", "cursor").contains(name)) {
                filters.put(name, values);
            }
        });
        String words =
                Optional.ofNullable(uri.getQueryParameters().getFirst("q")).orElse("");
        String written =
                Optional.ofNullable(uri.getQueryParameters().getFirst("offset")).orElse("0");
        int offset = written.matches("\\d{1,7}") ? Integer.parseInt(written) : 0;
        FacetValues values = facets.read(curie, facet, ReportQuery.parse(filters, settings), words, PAGE, offset)
                .orElseThrow(() -> ProblemException.notFound("'%s' is not known".formatted(curie)));
        PageAddress report =
                new PageAddress(PageAddress.of("reports", Wording.bare(curie)).path(), filters);
        PageAddress here = new PageAddress(
                        PageAddress.of("facets/" + facet, Wording.bare(curie)).path(), filters)
                .with("q", words);
        return PageTemplates.values(
                facet,
                LEGENDS.get(facet),
                words,
                links(values, facet, report),
                report.toString(),
                values.next() == null
                        ? null
                        : here.with("offset", values.next().toString()).toString(),
                filters);
    }

    private static List<PageTemplates.ValueLink> links(FacetValues values, String facet, PageAddress report) {
        return values.values().stream()
                .map(value -> new PageTemplates.ValueLink(
                        value.label() == null ? value.value() : value.label(),
                        value.count(),
                        (facet.equals("citing") ? report.with(facet, value.value()) : report.plus(facet, value.value()))
                                .toString()))
                .toList();
    }
}
