package org.citestream.query.web.search;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
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
import java.util.Set;
import org.citestream.query.http.Paging;

/** Search over everything, as a page. Its address is the search. */
@Path("/search")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SearchPageResource {

    private static final int USUAL = 20;

    private static final Set<String> KNOWN = Set.of(
            "q",
            "in",
            "order",
            "limit",
            "offset",
            "blind",
            "type",
            "section",
            "year",
            "publicationType",
            "relationship",
            "journal",
            "position",
            "licence");

    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance search(SearchPage page);
    }

    private final SearchPages pages;

    SearchPageResource(SearchPages pages) {
        this.pages = pages;
    }

    @GET
    public TemplateInstance search(@Context UriInfo uri) {
        return Templates.search(pages.page(known(uri), Paging.of(uri, USUAL)));
    }

    /** Empty fields of the form ask nothing, nor does what the search does not know; two years become one span. */
    private static Map<String, List<String>> known(UriInfo uri) {
        Map<String, List<String>> known = new LinkedHashMap<>();
        uri.getQueryParameters().forEach((name, values) -> {
            List<String> full = values.stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            if (KNOWN.contains(name) && !full.isEmpty()) {
                known.put(name, full);
            }
        });
        String from = year(uri, "yearFrom", "0000");
        String to = year(uri, "yearTo", "9999");
        if (!(from.equals("0000") && to.equals("9999"))) {
            known.put("year", List.of(from + ".." + to));
        }
        if (List.of("true").equals(known.get("blind"))) {
            // A filter by type would betray the labels.
            known.remove("type");
        }
        if (List.of("relevance").equals(known.get("order"))) {
            known.remove("order");
        }
        if (List.of("statements").equals(known.get("in"))) {
            known.remove("in");
        }
        return known;
    }

    private static String year(UriInfo uri, String field, String usual) {
        return Optional.ofNullable(uri.getQueryParameters().getFirst(field))
                .map(String::strip)
                .filter(written -> written.matches("\\d{4}"))
                .orElse(usual);
    }
}
