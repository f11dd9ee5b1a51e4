package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citestream.query.PublicUrl;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.api.CollectionAnswers.AnnotatedWork;
import org.citestream.query.api.CollectionAnswers.CollectionList;
import org.citestream.query.api.CollectionAnswers.CollectionPair;
import org.citestream.query.api.CollectionAnswers.CollectionReport;
import org.citestream.query.api.CollectionAnswers.CreatedCollection;
import org.citestream.query.api.CollectionAnswers.ShownCollection;
import org.citestream.query.collection.CollectionAccess;
import org.citestream.query.collection.CollectionAccess.OpenedCollection;
import org.citestream.query.collection.CollectionAccess.Right;
import org.citestream.query.collection.CollectionComparison;
import org.citestream.query.collection.CollectionContent;
import org.citestream.query.collection.CollectionExport;
import org.citestream.query.collection.CollectionImport;
import org.citestream.query.collection.CollectionImport.ImportReport;
import org.citestream.query.collection.CollectionOrder.CollectionSort;
import org.citestream.query.collection.CollectionPart;
import org.citestream.query.collection.CollectionReader;
import org.citestream.query.collection.CollectionSettings;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.collection.WorkCollections;
import org.citestream.query.collection.WorkCollections.CollectionEdit;
import org.citestream.query.http.Paging;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.BadParameterException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Collections: named lists of works. What the caller may do is said by the key, or by {@code t}, the token of a shared link. */
@Path("/api/v1/collections")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CollectionResource {

    private static final String LIST =
            "DOIs, PMIDs and other ids, titles, BibTeX, RIS, CSL-JSON, CSV with a row of names, or"
                    + " Zotero RDF. Ids that the index does not know are kept; titles that it does not know are reported with the"
                    + " most similar works.";

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
    CollectionSettings settings;

    @Inject
    Caller caller;

    @Inject
    PublicUrl url;

    @GET
    @Operation(summary = "The collections that you may read: your own, and those open to everybody")
    public RestResponse<CollectionList> list() {
        List<WorkCollection> readable = access.readable();
        Map<UUID, Long> sizes =
                collections.sizes(readable.stream().map(one -> one.id).toList());
        return answer(new CollectionList(readable.stream()
                .map(one -> shown(one, access.rightOf(one), sizes.getOrDefault(one.id, 0L)))
                .toList()));
    }

    @POST
    @Requires(Scope.CURATE)
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Make a collection, of the works of a list if the body is one",
            description = "Needs a key of scope curate, whose name owns the collection. The list: " + LIST)
    @APIResponse(
            responseCode = "201",
            description = "The collection, with its links, and what became of the list",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CreatedCollection.class)))
    public Response create(
            @QueryParam("name") String name,
            @QueryParam("description") String description,
            @QueryParam("open") String open,
            @Context UriInfo address,
            @Context HttpHeaders headers,
            byte[] body) {
        WorkCollection made =
                collections.create(new CollectionEdit(name, description, "true".equals(open)), caller.name());
        ImportReport imported = null;
        if (body != null && body.length > 0) {
            try {
                imported = imports.add(made.id, body, CheckResource.input(address, headers));
            } catch (RuntimeException refused) {
                collections.delete(made.id);
                throw refused;
            }
        }
        long works = imported == null ? 0 : imported.added();
        return Response.created(URI.create("/api/v1/collections/" + made.id))
                .entity(new CreatedCollection(shown(made, Right.OWN, works), imported))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "A collection: tallies, notices, and its works",
            description = "A work counts once, under whichever ids it was added.")
    public RestResponse<CollectionReport> read(
            @PathParam("id") String id,
            @QueryParam("t") String token,
            @QueryParam("order") String order,
            @QueryParam("tag") String tag,
            @Context UriInfo address) {
        OpenedCollection opened = access.open(id, token, Right.READ);
        Paging page = Paging.of(address, settings.listed());
        CollectionContent content = reader.content(
                opened.collection().id,
                new CollectionPart(CollectionSort.of(order), tag == null ? "" : tag, page.limit(), page.offset()));
        int next = page.offset() + page.limit();
        return answer(new CollectionReport(
                shown(opened, (long) content.works()),
                content.known(),
                content.tally(),
                content.noticed(),
                content.tags(),
                content.matching(),
                content.listed(),
                next < content.matching() ? next : null));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change name or description, or open it to everybody")
    public RestResponse<ShownCollection> edit(@PathParam("id") String id, @QueryParam("t") String token, String body) {
        OpenedCollection opened = access.open(id, token, Right.OWN);
        CollectionRequest.Described request = CollectionRequest.read(body, CollectionRequest.Described.class);
        WorkCollection changed = collections.edit(
                opened.collection().id, new CollectionEdit(request.name(), request.description(), request.open()));
        return answer(shown(changed, opened.right(), null));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Delete a collection, with all that was written in it")
    public void delete(@PathParam("id") String id, @QueryParam("t") String token) {
        collections.delete(access.open(id, token, Right.OWN).collection().id);
    }

    @POST
    @Path("{id}/links/{kind}")
    @Operation(summary = "Make another link for readers or editors; the one before has expired")
    public RestResponse<ShownCollection> renewLink(
            @PathParam("id") String id, @PathParam("kind") String kind, @QueryParam("t") String token) {
        OpenedCollection opened = access.open(id, token, Right.OWN);
        if (!kind.equals("read") && !kind.equals("edit")) {
            throw new BadParameterException("kind", "'%s' is not valid; use read or edit".formatted(kind));
        }
        return answer(shown(collections.renewLink(opened.collection().id, kind.equals("edit")), opened.right(), null));
    }

    @POST
    @Path("{id}/works")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Add the works of a list", description = LIST)
    public RestResponse<ImportReport> add(
            @PathParam("id") String id,
            @QueryParam("t") String token,
            @Context UriInfo address,
            @Context HttpHeaders headers,
            byte[] body) {
        OpenedCollection opened = access.open(id, token, Right.EDIT);
        return answer(imports.add(
                opened.collection().id, body == null ? new byte[0] : body, CheckResource.input(address, headers)));
    }

    @PATCH
    @Path("{id}/works/{work:.+}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change the note or the tags of a work")
    public RestResponse<AnnotatedWork> annotate(
            @PathParam("id") String id,
            @Context HttpServerRequest request,
            @QueryParam("t") String token,
            String body) {
        OpenedCollection opened = access.open(id, token, Right.EDIT);
        CollectionRequest.Annotated written = CollectionRequest.read(body, CollectionRequest.Annotated.class);
        return answer(AnnotatedWork.of(
                collections.annotate(opened.collection().id, work(request, id), written.note(), written.tags())));
    }

    @DELETE
    @Path("{id}/works/{work:.+}")
    @Operation(summary = "Take a work out, with its note and tags")
    public void remove(@PathParam("id") String id, @Context HttpServerRequest request, @QueryParam("t") String token) {
        OpenedCollection opened = access.open(id, token, Right.EDIT);
        collections.remove(opened.collection().id, work(request, id));
    }

    @GET
    @Path("{id}/export")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "The works of a collection as CSV, BibTeX, RIS or CSL-JSON",
            description =
                    "CSV has all works, with notes, tags and tallies; the others have those that the index knows.")
    public Response export(
            @PathParam("id") String id, @QueryParam("t") String token, @QueryParam("format") String written) {
        OpenedCollection opened = access.open(id, token, Right.READ);
        CollectionExport format = CollectionExport.named(written);
        return Response.ok(
                        format.write(reader.rows(opened.collection().id, CollectionPart.whole())),
                        MediaType.valueOf(format.mediaType()).withCharset("UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"collection.%s\"".formatted(format.extension()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{id}/compare/{other}")
    @Operation(
            summary = "Two collections side by side: shared works, what only one has, and tallies of each",
            description = "Of each set the most cited works are named, limit of them.")
    public RestResponse<CollectionPair> compare(
            @PathParam("id") String id,
            @PathParam("other") String other,
            @QueryParam("t") String token,
            @QueryParam("otherT") String otherToken,
            @Context UriInfo address) {
        OpenedCollection first = access.open(id, token, Right.READ);
        OpenedCollection second = access.open(other, otherToken, Right.READ);
        return answer(new CollectionPair(
                shown(first, null),
                shown(second, null),
                comparison.compare(
                        first.collection().id,
                        second.collection().id,
                        Paging.of(address, settings.listed()).limit())));
    }

    private static String work(HttpServerRequest request, String id) {
        return PathId.curie(request, "/api/v1/collections/" + id + "/works/");
    }

    private ShownCollection shown(OpenedCollection opened, Long works) {
        return shown(opened.collection(), opened.right(), works);
    }

    private ShownCollection shown(WorkCollection collection, Right right, Long works) {
        Optional<String> page = Optional.of(url.of("/collections/" + collection.id + "?t="))
                .filter(address -> right.allows(Right.EDIT));
        return ShownCollection.of(
                collection,
                right.name().toLowerCase(Locale.ROOT),
                works,
                page.map(address -> address + access.readToken(collection)).orElse(null),
                page.map(address -> address + access.editToken(collection)).orElse(null));
    }

    /** Kept by nobody on the way: what is answered depends on the key or the link. */
    private static <T> RestResponse<T> answer(T entity) {
        return RestResponse.ResponseBuilder.ok(entity)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
