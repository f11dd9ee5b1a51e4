package org.citestream.query.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.query.api.SearchParameters;
import org.citestream.query.http.Paging;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.vocabulary.Facet;

/** The search page. Its URL contains the whole search. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SearchPageResource {

    private static final int USUAL = 20;

    @Inject
    SearchPages pages;

    @CheckedTemplate(basePath = "")
    static final class SearchTemplates {
        private SearchTemplates() {}

        static native TemplateInstance search(SearchPage page);
    }

    @GET
    public TemplateInstance search(@Context UriInfo uri) {
        return SearchTemplates.search(pages.page(known(uri), Paging.of(uri, USUAL)));
    }

    /** Empty fields of the form and unknown parameters are ignored; two years become one range. */
    private static Map<String, List<String>> known(UriInfo uri) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            List<String> full = values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (SearchParameters.knows(name) && !full.isEmpty()) {
                known.put(name, full);
            }
        });
        String from = year(uri, "yearFrom");
        String to = year(uri, "yearTo");
        if (!from.isEmpty() || !to.isEmpty()) {
            known.put(Facet.YEAR.parameter(), List.of(from.equals(to) ? from : from + ".." + to));
        }
        if (List.of("true").equals(known.get("blind"))) {
            // A filter by type would reveal the labels.
            known.remove(Facet.TYPE.parameter());
        }
        if (!fits(known.get("order"), publications(known), known.containsKey("blind"))) {
            known.remove("order");
        }
        if (publications(known)) {
            known.remove(SearchParameters.COLLAPSE);
        }
        if (List.of("relevance").equals(known.get("order"))) {
            known.remove("order");
        }
        if (List.of("statements").equals(known.get("in"))) {
            known.remove("in");
        }
        return known;
    }

    /** Statements have fewer orders than publications, and some orders would reveal labels. */
    private static boolean fits(List<String> written, boolean publications, boolean blind) {
        return Stream.of(SearchRequest.SearchOrder.values())
                .filter(order -> List.of(order.parameter()).equals(written))
                .allMatch(order -> (publications || !order.isOfPublications()) && !(blind && order.tellsLabels()));
    }

    private static boolean publications(Map<String, List<String>> known) {
        return List.of("publications").equals(known.get("in"));
    }

    private static String year(UriInfo uri, String field) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(field))
                .map(String::strip)
                .filter(written -> written.matches("\\d{4}"))
                .orElse("");
    }
}
