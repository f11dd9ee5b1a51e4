package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.citestream.query.alert.feed.AtomWriter;
import org.citestream.query.alert.feed.Feed;
import org.citestream.query.alert.feed.FeedReader;
import org.citestream.query.alert.feed.JsonFeed;
import org.citestream.query.collection.CollectionAccess;
import org.citestream.query.collection.WorkCollection;
import org.citestream.query.http.Paging;
import org.citestream.query.http.Parameters;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.report.ReportSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reports, searches, collections and the integrity board as feeds; a reader that is up to date gets 304. */
@Path("/feeds")
@Blocking
public class FeedResource {

    private static final int FRESH_SECONDS = 60;

    @Inject
    FeedReader feeds;

    @Inject
    ReportSettings settings;

    @Inject
    CollectionAccess access;

    @GET
    @Path("atom/reports/{id:.+}")
    @Produces(AtomWriter.TYPE)
    @Operation(
            summary = "The newest statements of a report, and its notices, as Atom",
            description = "Takes the parameters of the report; entries are in the order in which they became known.")
    public Response atomReport(
            @Context HttpServerRequest request, @Context UriInfo address, @Context Request conditions) {
        return answer(report(request, address, "/feeds/atom/reports/"), AtomWriter::write, AtomWriter.TYPE, conditions);
    }

    @GET
    @Path("json/reports/{id:.+}")
    @Produces(JsonFeed.TYPE)
    @Operation(summary = "The same as JSON Feed 1.1")
    public Response jsonReport(
            @Context HttpServerRequest request, @Context UriInfo address, @Context Request conditions) {
        return answer(report(request, address, "/feeds/json/reports/"), JsonFeed::write, JsonFeed.TYPE, conditions);
    }

    @GET
    @Path("atom/search")
    @Produces(AtomWriter.TYPE)
    @Operation(
            summary = "What a search finds, newest first, as Atom",
            description = "Takes q and the filters of /api/v1/search.")
    public Response atomSearch(
            @Context HttpServerRequest request, @Context UriInfo address, @Context Request conditions) {
        return answer(search(request, address), AtomWriter::write, AtomWriter.TYPE, conditions);
    }

    @GET
    @Path("json/search")
    @Produces(JsonFeed.TYPE)
    @Operation(summary = "The same as JSON Feed 1.1")
    public Response jsonSearch(
            @Context HttpServerRequest request, @Context UriInfo address, @Context Request conditions) {
        return answer(search(request, address), JsonFeed::write, JsonFeed.TYPE, conditions);
    }

    @GET
    @Path("atom/collections/{id}")
    @Produces(AtomWriter.TYPE)
    @Operation(
            summary = "The newest statements about the works of a collection, and their notices, as Atom",
            description = "Takes the filters of a report, and t, the token of a shared link.")
    public Response atomCollection(
            @PathParam("id") String id,
            @Context HttpServerRequest request,
            @Context UriInfo address,
            @Context Request conditions) {
        return answer(collection(id, request, address), AtomWriter::write, AtomWriter.TYPE, conditions);
    }

    @GET
    @Path("json/collections/{id}")
    @Produces(JsonFeed.TYPE)
    @Operation(summary = "The same as JSON Feed 1.1")
    public Response jsonCollection(
            @PathParam("id") String id,
            @Context HttpServerRequest request,
            @Context UriInfo address,
            @Context Request conditions) {
        return answer(collection(id, request, address), JsonFeed::write, JsonFeed.TYPE, conditions);
    }

    private Feed collection(String id, HttpServerRequest request, UriInfo address) {
        Map<String, List<String>> parameters = new HashMap<>(address.getQueryParameters());
        String token = parameters.containsKey("t") ? parameters.remove("t").get(0) : null;
        WorkCollection collection =
                access.open(id, token, CollectionAccess.Right.READ).collection();
        return feeds.collection(
                collection,
                Parameters.report(parameters, settings),
                request.uri(),
                "/collections/" + collection.id + (token == null ? "" : "?t=" + token));
    }

    @GET
    @Path("atom/integrity")
    @Produces(AtomWriter.TYPE)
    @Operation(
            summary = "Retractions, withdrawals and concerns about works that are cited here, as Atom",
            description = "In the order in which they, or that they were taken back, became known.")
    public Response atomIntegrity(@Context HttpServerRequest request, @Context Request conditions) {
        return answer(feeds.integrity(request.uri()), AtomWriter::write, AtomWriter.TYPE, conditions);
    }

    @GET
    @Path("json/integrity")
    @Produces(JsonFeed.TYPE)
    @Operation(summary = "The same as JSON Feed 1.1")
    public Response jsonIntegrity(@Context HttpServerRequest request, @Context Request conditions) {
        return answer(feeds.integrity(request.uri()), JsonFeed::write, JsonFeed.TYPE, conditions);
    }

    private Feed report(HttpServerRequest request, UriInfo address, String prefix) {
        String curie = PathId.curie(request, prefix);
        return feeds.report(curie, Parameters.report(address.getQueryParameters(), settings), request.uri())
                .orElseThrow(() -> ProblemException.notFound(ReportResource.unknown(curie)));
    }

    private Feed search(HttpServerRequest request, UriInfo address) {
        SearchParameters asked = SearchParameters.of(address.getQueryParameters(), new Paging(1, 0));
        return feeds.search(asked.request(), asked.blind(), request.uri());
    }

    private static Response answer(Feed feed, Function<Feed, byte[]> writer, String type, Request conditions) {
        byte[] body = writer.apply(feed);
        EntityTag tag = new EntityTag(hash(body));
        Date modified = Date.from(feed.updated().truncatedTo(ChronoUnit.SECONDS));
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(modified, tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(body, type + ";charset=UTF-8");
        CacheControl fresh = new CacheControl();
        fresh.setMaxAge(FRESH_SECONDS);
        return answer.tag(tag).lastModified(modified).cacheControl(fresh).build();
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
