package org.citestream.query.web;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.TreeMap;
import org.citestream.query.PublicUrl;
import org.citestream.query.article.WithdrawalReader;
import org.citestream.query.http.Negotiation;
import org.citestream.query.http.PathId;
import org.citestream.query.integrity.SignalReader;
import org.citestream.query.integrity.Signals;
import org.citestream.query.publication.Signposts;
import org.citestream.query.publication.Slug;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.report.ReferenceQuery;
import org.citestream.query.report.ReferenceReader;
import org.citestream.query.report.Report;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportReader;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.report.YearTrend;
import org.citestream.query.vocabulary.Facet;

/** The report page. Unknown parameters (badges add some) are ignored. */
@Path("/reports")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ReportPageResource {

    private static final int REFERENCES = 100;

    /** The id of the element that filters change. */
    private static final String RESULTS = "results";

    @Inject
    ReportReader reports;

    @Inject
    ReferenceReader references;

    @Inject
    ReportPages pages;

    @Inject
    ReportSettings settings;

    @Inject
    WithdrawalReader withdrawals;

    @Inject
    SignalReader signals;

    @Inject
    PublicUrl outside;

    @GET
    @Path("{id:.+}")
    public Response report(
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            @HeaderParam("HX-Request") boolean part,
            @HeaderParam("HX-History-Restore-Request") boolean restored,
            @HeaderParam("HX-Target") String target) {
        String written = PathId.after(request, "/reports/");
        Optional<String> curie =
                WrittenId.toCurie(written).or(() -> Slug.identity(written).flatMap(WrittenId::toCurie));
        if (curie.isEmpty()) {
            return ErrorPages.notFound(written);
        }
        withdrawals.ofUncited(curie.get()).ifPresent(withdrawal -> {
            throw withdrawal.gone();
        });
        String tab = "references".equals(uri.getQueryParameters().getFirst("tab")) ? "references" : "cited";
        Map<String, List<String>> parameters = known(uri);
        if (tab.equals("references")) {
            // Parameters of the reference list.
            List.of("q", Facet.TYPE.parameter(), "order").forEach(parameters::remove);
        }
        ReportQuery query = ReportQuery.parse(parameters, settings);
        Optional<ReportReader.ReportWithTrend> read = reports.readCharted(curie.get(), query);
        if (read.isEmpty()) {
            return ErrorPages.notFound(written);
        }
        Report report = read.get().report();
        PageAddress address = new PageAddress(
                PageAddress.of("reports", Wording.bare(report.publication().id()))
                        .path(),
                parameters);
        ReportPage.ListedReferences list = tab.equals("references") ? list(curie.get(), uri) : null;
        // Charts cover all statements, so a request for other cards leaves them as they are.
        boolean drawn = tab.equals("cited") && !query.blind() && (!part || restored);
        YearTrend trend = drawn ? read.get().trend() : null;
        Response.ResponseBuilder page = Response.ok(
                        PageTemplates.report(pages.page(report, query, address, tab, list, trend)))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        if (!part) {
            Signposts.of(
                            report.publication(),
                            Negotiation.described(),
                            (id, type) -> outside.of(Negotiation.address(id, type)))
                    .forEach(link -> page.header(HttpHeaders.LINK, link));
        }
        if (RESULTS.equals(target)) {
            // The URL that the browser shows after a filter changed, without defaults.
            page.header("HX-Push-Url", address.without("cursor").toString());
        }
        return page.build();
    }

    private ReportPage.ListedReferences list(String curie, UriInfo uri) {
        ReferenceQuery asked = ReferenceQuery.parse(uri.getQueryParameters(), REFERENCES, offset(uri));
        return references
                .read(curie, asked)
                .map(found -> new ReportPage.ListedReferences(
                        found, asked, signals.read(curie).map(Signals::signals).orElse(List.of())))
                .orElse(null);
    }

    private static int offset(UriInfo uri) {
        String written = uri.getQueryParameters().getFirst("offset");
        return written != null && written.matches("\\d{1,7}") ? Integer.parseInt(written) : 0;
    }

    /**
     * The parameters that a report has; the form's two year fields become one range, and the default order is left out.
     */
    private static Map<String, List<String>> known(UriInfo uri) {
        Map<String, List<String>> known = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            if (ReportQuery.knows(name)) {
                known.put(name, values);
            }
        });
        String from = Optional.ofNullable(uri.getQueryParameters().getFirst("yearFrom"))
                .orElse("")
                .strip();
        String to = Optional.ofNullable(uri.getQueryParameters().getFirst("yearTo"))
                .orElse("")
                .strip();
        if (!from.isEmpty() || !to.isEmpty()) {
            known.put(Facet.YEAR.parameter(), List.of(from.equals(to) ? from : from + ".." + to));
        }
        if (List.of("relevance").equals(known.get("order"))) {
            known.remove("order");
        }
        return new PageAddress("", known).parameters();
    }
}
