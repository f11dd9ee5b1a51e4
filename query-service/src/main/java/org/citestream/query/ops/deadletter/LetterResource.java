package org.citestream.query.ops.deadletter;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.problem.BadParameterException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Dead letters: their counts by kind, and decisions about them. */
@Path("/api/v1/ops/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LetterResource {

    @Inject
    LetterStore store;

    @Inject
    Redrive redrive;

    @Inject
    Caller caller;

    @Inject
    OpsSettings settings;

    /** Kinds with their counts, and the newest of the requested letters. */
    public record LettersAnswer(List<LetterCategory> categories, List<ShownDeadLetter> letters) {}

    /**
     * Which letters to decide about, and how.
     *
     * @param letters these; else all open ones of {@code group} and {@code category}
     * @param why needed to discard
     * @param dryRun whether to report only what would be done
     */
    public record Decision(List<LetterPlace> letters, String group, String category, String why, boolean dryRun) {

        LetterStore.LetterSelection selection(int most) {
            if (letters != null) {
                if (letters.size() > most) {
                    throw new BadParameterException("letters", "%d at most".formatted(most));
                }
                return new LetterStore.LetterSelection(letters, null, null, null, null);
            }
            return LetterStore.LetterSelection.open(
                    OpsParameters.needed("group", group), OpsParameters.needed("category", category));
        }
    }

    @GET
    @Operation(summary = "Dead letters by category, with the newest ones")
    public LettersAnswer letters(
            @QueryParam("group") String group,
            @QueryParam("category") String category,
            @QueryParam("state") String state,
            @QueryParam("article") String article,
            @QueryParam("limit") String limit) {
        return new LettersAnswer(
                store.categories(),
                store.letters(
                        new LetterStore.LetterSelection(null, group, category, state, article),
                        OpsParameters.limit(limit, settings.rows(), settings.redriveLimit())));
    }

    @POST
    @Path("redrive")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Scope.OPERATE)
    @Operation(
            summary = "Redrives dead letters: the loop that failed on them reads them again",
            description = "With dryRun nothing is done. The original bytes go to redrive.GROUP; a fact of an older"
                    + " revision changes nothing. Of a whole category, letters that failed more often than"
                    + " citestream.ops.redrive-attempts are held; name them in letters to redrive them anyway.")
    public Redrive.RedriveResult redrive(Decision decision) throws InterruptedException {
        return redrive.redrive(given(decision).selection(settings.redriveLimit()), decision.dryRun(), caller.name());
    }

    @POST
    @Path("discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Scope.OPERATE)
    @Operation(summary = "Discards dead letters, with a reason: their articles count as complete without them")
    public Redrive.RedriveResult discard(Decision decision) {
        return redrive.discard(
                given(decision).selection(settings.redriveLimit()),
                OpsParameters.needed("why", decision.why()),
                decision.dryRun(),
                caller.name());
    }

    private static Decision given(Decision decision) {
        if (decision == null) {
            throw new BadParameterException("letters", "send a body that says which");
        }
        return decision;
    }
}
