package org.citestream.query.web.collection;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.PublicUrl;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.check.ListFormat;
import org.citestream.query.check.SentForm;
import org.citestream.query.collection.CollectedWorkRow;
import org.citestream.query.collection.CollectionAccess;
import org.citestream.query.collection.CollectionAccess.OpenedCollection;
import org.citestream.query.collection.CollectionAccess.Right;
import org.citestream.query.collection.CollectionComparison;
import org.citestream.query.collection.CollectionContent;
import org.citestream.query.collection.CollectionImport;
import org.citestream.query.collection.CollectionImport.ImportReport;
import org.citestream.query.collection.CollectionOrder.CollectionSort;
import org.citestream.query.collection.CollectionPart;
import org.citestream.query.collection.CollectionReader;
import org.citestream.query.collection.CollectionSettings;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.collection.WorkCollections;
import org.citestream.query.collection.WorkCollections.CollectionEdit;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.chart.SectionBars;
import org.citestream.query.web.chart.YearChart;
import org.citestream.query.web.collection.CollectionPage.SentList;
import org.citestream.query.web.collection.CollectionPage.SharedLinks;
import org.citestream.query.web.collection.CollectionsPage.Draft;
import org.citestream.query.web.collection.CollectionsPage.ListedCollection;
import org.citestream.query.web.related.MapDrawing;

/** Pages of collections. The parameter {@code t} is the token of a shared link; every address of the page keeps it. */
@Path("/collections")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CollectionPageResource {

    /** Works that a comparison names of each set. */
    private static final int NAMED = 10;

    /** A shared link, as it is pasted. */
    private static final Pattern LINK = Pattern.compile("collections/([0-9a-fA-F-]{36})(?:\\?(?:.*&)?t=([\\w.-]+))?");

    @Inject
    CollectionAccess access;

    @Inject
    WorkCollections collections;

    @Inject
    CollectionImport imports;

    @Inject
    CollectionReader reader;

    @Inject
    CollectionComparison comparison;

    @Inject
    CollectedSources sources;

    @Inject
    CollectionSettings settings;

    @Inject
    Caller caller;

    @Inject
    PublicUrl url;

    @GET
    public Response list() {
        return page(200, CollectionPageTemplates.list(listPage(Draft.empty())));
    }

    @POST
    @Requires(Scope.CURATE)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response create(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] body) {
        SentForm form = SentForm.of(contentType, body);
        String pasted = form.field("list").orElse("");
        WorkCollection made = null;
        try {
            made = collections.create(
                    new CollectionEdit(
                            form.field("name").orElse(null),
                            form.field("description").orElse(null),
                            form.field("open").isPresent()),
                    caller.name());
            if (pasted.isEmpty() && form.file().length == 0) {
                return to("/collections/" + made.id);
            }
            ImportReport report = imports.add(made.id, list(form, pasted), input(form));
            return whole(report)
                    ? to("/collections/" + made.id)
                    : collection(
                            200,
                            access.open(made.id.toString(), null, Right.OWN),
                            usual(),
                            List.of(),
                            new SentList("", "", report, null));
        } catch (ProblemException | BadParameterException refused) {
            if (made != null) {
                collections.delete(made.id);
            }
            return page(
                    422,
                    CollectionPageTemplates.list(listPage(new Draft(
                            form.field("name").orElse(""),
                            form.field("description").orElse(""),
                            pasted,
                            said(refused)))));
        }
    }

    @GET
    @Path("{id}")
    public Response read(
            @PathParam("id") String id,
            @QueryParam("t") String token,
            @QueryParam("order") String order,
            @QueryParam("tag") String tag,
            @QueryParam("offset") String offset,
            @QueryParam("column") List<String> columns) {
        OpenedCollection opened = access.open(id, token, Right.READ);
        CollectionPart part = new CollectionPart(
                CollectionSort.of(order),
                tag == null ? "" : tag,
                settings.listed(),
                offset != null && offset.matches("\\d{1,6}") ? Integer.parseInt(offset) : 0);
        return collection(200, opened, part, columns, SentList.none());
    }

    @GET
    @Path("{id}/map")
    public Response map(@PathParam("id") String id, @QueryParam("t") String token) {
        OpenedCollection opened = access.open(id, token, Right.READ);
        MapDrawing drawing =
                reader.map(opened.collection().id).map(MapDrawing::of).orElse(null);
        return page(200, CollectionPageTemplates.map(opened, drawing, below(opened, "")));
    }

    @POST
    @Path("{id}/works")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response add(
            @PathParam("id") String id,
            @QueryParam("t") String token,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            byte[] body) {
        OpenedCollection opened = access.open(id, token, Right.EDIT);
        SentForm form = SentForm.of(contentType, body);
        String pasted = form.field("list").orElse("");
        try {
            ImportReport report = imports.add(opened.collection().id, list(form, pasted), input(form));
            return collection(200, opened, usual(), List.of(), new SentList("", "", report, null));
        } catch (ProblemException refused) {
            return collection(
                    refused.problem().status(),
                    opened,
                    usual(),
                    List.of(),
                    new SentList(pasted, form.field("input").orElse(""), null, said(refused)));
        }
    }

    @GET
    @Path("{id}/works/{work:.+}")
    public Response work(
            @PathParam("id") String id, @Context HttpServerRequest request, @QueryParam("t") String token) {
        OpenedCollection opened = access.open(id, token, Right.EDIT);
        String work = PathId.curie(request, "/collections/" + id + "/works/");
        CollectedWorkRow row = reader.row(opened.collection().id, work)
                .orElseThrow(() -> ProblemException.notFound("'%s' is not in this collection".formatted(work)));
        return page(
                200,
                CollectionPageTemplates.work(
                        opened,
                        row,
                        with(opened, PageAddress.of("collections/" + id + "/works", work)),
                        below(opened, "")));
    }

    @POST
    @Path("{id}/works/{work:.+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response annotate(
            @PathParam("id") String id,
            @Context HttpServerRequest request,
            @QueryParam("t") String token,
            MultivaluedMap<String, String> fields) {
        OpenedCollection opened = access.open(id, token, Right.EDIT);
        String work = PathId.curie(request, "/collections/" + id + "/works/");
        if ("remove".equals(fields.getFirst("action"))) {
            collections.remove(opened.collection().id, work);
        } else {
            String tags = Optional.ofNullable(fields.getFirst("tags")).orElse("");
            collections.annotate(
                    opened.collection().id,
                    work,
                    Optional.ofNullable(fields.getFirst("note")).orElse(""),
                    List.of(tags.split(",", -1)));
        }
        return to(below(opened, "") + "#works");
    }

    @GET
    @Path("{id}/settings")
    public Response settings(@PathParam("id") String id, @QueryParam("t") String token) {
        OpenedCollection opened = access.open(id, token, Right.OWN);
        return page(
                200, CollectionPageTemplates.settings(opened, links(opened), "/collections/" + opened.collection().id));
    }

    @POST
    @Path("{id}/settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        UUID collection = access.open(id, null, Right.OWN).collection().id;
        collections.edit(
                collection,
                new CollectionEdit(
                        Optional.ofNullable(fields.getFirst("name")).orElse(""),
                        Optional.ofNullable(fields.getFirst("description")).orElse(""),
                        fields.containsKey("open")));
        return to("/collections/" + collection);
    }

    @POST
    @Path("{id}/links")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response renewLink(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        UUID collection = access.open(id, null, Right.OWN).collection().id;
        collections.renewLink(collection, "edit".equals(fields.getFirst("kind")));
        return to("/collections/" + collection + "/settings");
    }

    @POST
    @Path("{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response delete(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        OpenedCollection opened = access.open(id, null, Right.OWN);
        if (!fields.containsKey("sure")) {
            throw new BadParameterException("sure", "is missing; check the box to delete the collection");
        }
        collections.delete(opened.collection().id);
        return to("/collections");
    }

    /**
     * Two collections side by side.
     *
     * @param with id of the other collection, or a link to it
     */
    @GET
    @Path("{id}/compare")
    public Response compare(
            @PathParam("id") String id, @QueryParam("t") String token, @QueryParam("with") String with) {
        OpenedCollection first = access.open(id, token, Right.READ);
        List<WorkCollection> others = access.readable().stream()
                .filter(one -> !one.id.equals(first.collection().id))
                .toList();
        String action = "/collections/" + first.collection().id + "/compare";
        String wanted = with == null ? "" : with.strip();
        OpenedCollection second = null;
        String problem = null;
        if (!wanted.isEmpty()) {
            Matcher link = LINK.matcher(wanted);
            boolean pasted = link.find();
            try {
                second = access.open(pasted ? link.group(1) : wanted, pasted ? link.group(2) : null, Right.READ);
            } catch (ProblemException refused) {
                problem = refused.problem().detail();
            }
        }
        return page(
                problem == null ? 200 : 404,
                CollectionPageTemplates.compare(new ComparedPage(
                        first,
                        second,
                        second == null
                                ? null
                                : comparison.compare(first.collection().id, second.collection().id, NAMED),
                        others,
                        action,
                        below(first, ""),
                        second == null ? null : below(second, ""),
                        problem)));
    }

    /** The works of another page, and the collections that they may be added to. */
    @GET
    @Path("add")
    @Requires(Scope.CURATE)
    public Response choose(@Context UriInfo address) {
        CollectedSources.FoundSource found = sources.find(address.getQueryParameters());
        return page(
                200,
                CollectionPageTemplates.add(new AddPage(
                        found.words(), found.ids(), found.first(), found.cut(), collections.ownedBy(caller.name()))));
    }

    @POST
    @Path("add")
    @Requires(Scope.CURATE)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response addTo(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] body) {
        SentForm form = SentForm.of(contentType, body);
        UUID chosen = form.field("collection")
                .map(id -> access.open(id, null, Right.EDIT).collection().id)
                .orElseGet(() -> collections.create(
                                new CollectionEdit(form.field("name").orElse(null), null, false), caller.name())
                        .id);
        imports.add(chosen, list(form, form.field("list").orElse("")), Optional.of(ListFormat.TEXT));
        return to("/collections/" + chosen);
    }

    private Response collection(
            int status, OpenedCollection opened, CollectionPart part, List<String> columns, SentList sent) {
        CollectionContent content = reader.content(opened.collection().id, part);
        return page(
                status,
                CollectionPageTemplates.page(new CollectionPage(
                        opened,
                        content,
                        part,
                        CollectionColumn.named(columns),
                        YearChart.of(content.trend()),
                        SectionBars.of(content.trend()),
                        opened.editable() ? links(opened) : null,
                        sent)));
    }

    private CollectionPart usual() {
        return new CollectionPart(CollectionSort.of(null), "", settings.listed(), 0);
    }

    private CollectionsPage listPage(Draft draft) {
        List<WorkCollection> readable = access.readable();
        Map<UUID, Long> sizes =
                collections.sizes(readable.stream().map(one -> one.id).toList());
        List<ListedCollection> all = readable.stream()
                .map(one -> new ListedCollection(one, sizes.getOrDefault(one.id, 0L)))
                .toList();
        boolean writes = caller.may(Scope.CURATE);
        return new CollectionsPage(
                all.stream().filter(one -> writes && isOwn(one)).toList(),
                all.stream().filter(one -> !(writes && isOwn(one))).toList(),
                writes,
                draft);
    }

    private boolean isOwn(ListedCollection one) {
        return one.collection().owner.equals(caller.name());
    }

    private SharedLinks links(OpenedCollection opened) {
        String page = url.of("/collections/" + opened.collection().id + "?t=");
        return new SharedLinks(
                page + access.readToken(opened.collection()), page + access.editToken(opened.collection()));
    }

    private static boolean whole(ImportReport report) {
        return report.notFound().isEmpty() && report.unknown().isEmpty();
    }

    private static byte[] list(SentForm form, String pasted) {
        return form.file().length > 0 ? form.file() : pasted.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<ListFormat> input(SentForm form) {
        return form.field("input").flatMap(ListFormat::named);
    }

    private static String said(RuntimeException refused) {
        return refused instanceof ProblemException problem
                ? problem.problem().detail()
                : refused instanceof BadParameterException bad
                        ? bad.parameter() + " " + bad.getMessage()
                        : refused.getMessage();
    }

    private static String below(OpenedCollection opened, String suffix) {
        return with(opened, new PageAddress("/collections/" + opened.collection().id + suffix, Map.of()));
    }

    private static String with(OpenedCollection opened, PageAddress address) {
        return opened.token()
                .map(token -> address.with("t", token))
                .orElse(address)
                .toString();
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    /** Kept by no cache and no search engine: what is shown depends on the key or the link. */
    private static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .entity(page)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .build();
    }
}
