package org.citestream.query.web.live;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.citestream.query.http.ContentTag;
import org.citestream.query.vocabulary.Facet;

/** New statements as they arrive: the page, and the cards that it fetches when the stream announces new ones. */
@Path("/live")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class LiveResource {

    private static final int SHOWN = 25;

    /** Facets whose values the page offers as filters. */
    private static final List<Facet> CHOSEN_FROM = List.of(Facet.TYPE, Facet.SECTION, Facet.INTENT);

    @Inject
    Arrivals arrivals;

    @CheckedTemplate(basePath = "live")
    static final class LiveTemplates {
        private LiveTemplates() {}

        static native TemplateInstance page(LivePage page);

        static native TemplateInstance items(List<Arrival> arrivals);
    }

    @GET
    public Response page(@Context Request request, @Context UriInfo uri) {
        ArrivalFilter filter = ArrivalFilter.of(uri.getQueryParameters());
        LivePage page = new LivePage(
                CHOSEN_FROM.stream().map(facet -> box(filter, facet)).toList(),
                filter.first(Facet.JOURNAL),
                arrivals.latest(filter, 0, SHOWN),
                filter.address("/api/v1/stream"),
                filter.address("/live/items"));
        return ContentTag.answer(request, LiveTemplates.page(page));
    }

    @GET
    @Path("items")
    public TemplateInstance items(@Context UriInfo uri, @QueryParam("after") @DefaultValue("0") long after) {
        return LiveTemplates.items(arrivals.latest(ArrivalFilter.of(uri.getQueryParameters()), after, SHOWN));
    }

    private static LivePage.FilterBox box(ArrivalFilter filter, Facet facet) {
        return new LivePage.FilterBox(
                facet.parameter(),
                facet.legend(),
                facet.choices().stream()
                        .map(value -> new LivePage.FilterChoice(value, filter.has(facet, value)))
                        .toList());
    }
}
