package org.citestream.query.ops.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.article.IngestClient;
import org.citestream.query.ops.deadletter.LetterPlace;
import org.citestream.query.ops.deadletter.LetterStore;
import org.citestream.query.ops.deadletter.Redrive;
import org.citestream.query.ops.index.IndexResource;
import org.citestream.query.ops.loop.Loops;
import org.citestream.query.ops.rebuild.RebuildResource;
import org.citestream.query.problem.BadParameterException;

/** The actions of the dashboard's buttons: the same as the API, then a redirect to the page with a message. */
@Path("/ops")
@Produces(MediaType.TEXT_HTML)
@Requires(Scope.OPERATE)
@Blocking
public class OpsForms {

    private static final Pattern PLACE = Pattern.compile("(.+)-([0-9]{1,9})@([0-9]{1,18})");

    @Inject
    OpsPages pages;

    @Inject
    Redrive redrive;

    @Inject
    Loops loops;

    @Inject
    RebuildResource rebuild;

    @Inject
    IndexResource index;

    @Inject
    IngestClient ingest;

    @Inject
    Caller caller;

    /** Redrives the chosen letters or a whole kind: first shows what would be done, and does it once confirmed. */
    @POST
    @Path("dead-letters/redrive")
    public Response redrive(
            @FormParam("letter") List<String> chosen,
            @FormParam("group") String group,
            @FormParam("category") String category,
            @FormParam("confirmed") boolean confirmed)
            throws InterruptedException {
        Redrive.RedriveResult outcome = redrive.redrive(selection(chosen, group, category), !confirmed, caller.name());
        if (!confirmed) {
            LettersPage page = new LettersPage(group, category, "open", true, outcome, chosen, null);
            return Response.ok(pages.letters(page)).build();
        }
        return back(
                "/ops/dead-letters",
                "%d redriven%s%s%s"
                        .formatted(
                                outcome.letters(),
                                outcome.gone() == 0 ? "" : ", %d no longer on their topic".formatted(outcome.gone()),
                                outcome.left() == 0 ? "" : ", %d are left".formatted(outcome.left()),
                                outcome.held() == 0
                                        ? ""
                                        : ", %d held because they failed too often".formatted(outcome.held())));
    }

    @POST
    @Path("dead-letters/discard")
    public Response discard(
            @FormParam("letter") List<String> chosen,
            @FormParam("group") String group,
            @FormParam("category") String category,
            @FormParam("why") String why) {
        Redrive.RedriveResult outcome = redrive.discard(
                selection(chosen, group, category), OpsParameters.needed("why", why), false, caller.name());
        return back("/ops/dead-letters", outcome.letters() + " discarded");
    }

    private static LetterStore.LetterSelection selection(List<String> chosen, String group, String category) {
        if (chosen == null || chosen.isEmpty()) {
            return new LetterStore.LetterSelection(
                    null,
                    OpsParameters.needed("group", group),
                    OpsParameters.needed("category", category),
                    "open",
                    null);
        }
        return new LetterStore.LetterSelection(
                chosen.stream().map(OpsForms::place).toList(), null, null, null, null);
    }

    private static LetterPlace place(String written) {
        Matcher match = PLACE.matcher(written);
        if (!match.matches()) {
            throw new BadParameterException("letter", "'%s' is not a valid place of a dead letter".formatted(written));
        }
        return new LetterPlace(match.group(1), Integer.parseInt(match.group(2)), Long.parseLong(match.group(3)));
    }

    @POST
    @Path("loops")
    public Response loop(
            @FormParam("group") String group, @FormParam("order") String order, @FormParam("why") String why)
            throws InterruptedException {
        boolean pause = "pause".equals(order);
        loops.order(OpsParameters.needed("group", group), pause, caller.name(), why);
        return back("/ops/actions", group + (pause ? " paused" : " resumed"));
    }

    @POST
    @Path("loops/skip")
    public Response skip(
            @FormParam("group") String group, @FormParam("record") String record, @FormParam("why") String why) {
        loops.skip(OpsParameters.needed("group", group), record, caller.name(), why);
        return back("/ops/actions", record + " is skipped");
    }

    @POST
    @Path("loops/rewind")
    public Response rewind(
            @FormParam("group") String group, @FormParam("since") String since, @FormParam("why") String why)
            throws InterruptedException {
        Instant from = OpsParameters.time("since", OpsParameters.needed("since", since));
        int told = loops.rewind(OpsParameters.needed("group", group), from, caller.name(), why);
        return back(
                "/ops/consumers/" + group,
                "%d %s what was written since %s"
                        .formatted(told, told == 1 ? "instance rereads" : "instances reread", from));
    }

    @POST
    @Path("rebuild")
    public Response rebuild(@FormParam("order") String order) throws InterruptedException {
        if ("cancel".equals(order)) {
            rebuild.cancel();
            return back("/ops/actions", "Rebuild cancelled");
        }
        rebuild.start();
        return back("/ops/actions", "Rebuild started");
    }

    @POST
    @Path("index")
    public Response index(@FormParam("order") String order) {
        if ("check".equals(order)) {
            IndexResource.CheckAnswer answer = index.check();
            return back(
                    "/ops/actions",
                    answer.agrees()
                            ? "Index and tables agree on %,d statements".formatted(answer.statements())
                            : answer.differences().size() + " differences, the first: "
                                    + answer.differences().get(0));
        }
        index.rebuild();
        return back("/ops/actions", "Rebuilding the index");
    }

    @POST
    @Path("articles/reingest")
    public Response reingest(
            @FormParam("id") String id,
            @FormParam("force") boolean force,
            @HeaderParam("Authorization") String authorization)
            throws InterruptedException {
        JsonNode answer = ingest.reingest(OpsParameters.needed("id", id).strip(), force, caller.name(), authorization);
        return back(
                "/ops/articles",
                answer.path("unchanged").asBoolean()
                        ? id + " is unchanged: this extractor read it before"
                        : "Re-ingested %s: revision %d, statements: %d"
                                .formatted(
                                        id,
                                        answer.path("revision").asLong(),
                                        answer.path("statements").asLong()));
    }

    @POST
    @Path("articles/withdraw")
    public Response withdraw(
            @FormParam("id") String id,
            @FormParam("why") String why,
            @HeaderParam("Authorization") String authorization)
            throws InterruptedException {
        ingest.withdraw(
                OpsParameters.needed("id", id).strip(), OpsParameters.needed("why", why), caller.name(), authorization);
        return back("/ops/articles", id + " is withdrawn");
    }

    private static Response back(String path, String done) {
        return Response.seeOther(
                        UriBuilder.fromPath(path).queryParam("done", "{done}").build(done))
                .build();
    }
}
