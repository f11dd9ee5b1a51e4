package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.correction.CorrectionReader;
import org.citestream.query.correction.CorrectionReader.CorrectionState;
import org.citestream.query.correction.Corrections;
import org.citestream.query.correction.MailedProposals;
import org.citestream.query.correction.NotYetVisibleException;
import org.citestream.query.correction.OrphanedCorrections;
import org.citestream.query.vocabulary.CitationType;

/** Pages and forms for corrections; none needs a script. */
@Path("/corrections")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CorrectionPageResource {

    private static final int SHOWN = 50;

    @Inject
    Corrections corrections;

    @Inject
    CorrectionReader reader;

    @Inject
    OrphanedCorrections vanished;

    @Inject
    MailedProposals mailed;

    @Inject
    Caller caller;

    @GET
    public TemplateInstance list() {
        return PageTemplates.corrections(
                reader.list(CorrectionState.PROPOSED, SHOWN, 0),
                vanished.list(SHOWN, 0),
                reader.list(CorrectionState.ACCEPTED, SHOWN, 0));
    }

    @POST
    @Requires(Scope.CURATE)
    public Response propose(
            @FormParam("statement") String statement,
            @FormParam("to") String to,
            @FormParam("why") String why,
            @FormParam("accept") String accept) {
        UUID id = Corrections.statementId(statement);
        return back(id, () -> corrections
                .propose(id, CitationType.ofWireName(to), why, caller.name(), accept != null)
                .statement());
    }

    /** The target of the link in a mail; opening it changes nothing, because mail scanners follow links. */
    @GET
    @Path("by-mail")
    public Response mailed(@QueryParam("t") String token) {
        return mailed.proposed(token)
                .map(proposed -> ErrorPages.unlisted(AlertTemplates.ask(
                        "Submit your proposal",
                        inWords(proposed) + " It will be public in the statement's history.",
                        "/corrections/by-mail",
                        token,
                        "Propose")))
                .orElseGet(CorrectionPageResource::tooOld);
    }

    private static String inWords(MailedProposals.LinkedProposal proposed) {
        String type = proposed.to().wireName();
        return proposed.text() == null
                ? "The statement that you labelled " + type + " has been removed since."
                : "Your label, " + type + ", for" + ": \u201c" + proposed.text() + "\u201d";
    }

    @POST
    @Path("by-mail")
    public Response confirmMailed(@FormParam("t") String token) {
        try {
            return mailed.confirm(token)
                    .map(made -> history(made.statement()))
                    .orElseGet(CorrectionPageResource::tooOld);
        } catch (NotYetVisibleException late) {
            return Response.seeOther(URI.create("/corrections")).build();
        }
    }

    private static Response tooOld() {
        return ErrorPages.problem(
                403, "This link has expired", "It is too old or incomplete, or the proposal was submitted before.");
    }

    @POST
    @Path("{id}/confirm")
    @Requires(Scope.CURATE)
    public Response confirm(@PathParam("id") String id, @FormParam("why") String why) {
        return back(
                reader.get(id).statement(),
                () -> corrections.confirm(id, why, caller.name()).statement());
    }

    @POST
    @Path("{id}/accept")
    @Requires(Scope.CURATE)
    public Response accept(@PathParam("id") String id) {
        return back(
                reader.get(id).statement(),
                () -> corrections.accept(id, caller.name()).statement());
    }

    @POST
    @Path("{id}/withdraw")
    @Requires(Scope.CURATE)
    public Response withdraw(@PathParam("id") String id, @FormParam("why") String why) {
        return back(
                reader.get(id).statement(),
                () -> corrections.withdraw(id, why, caller.name()).statement());
    }

    @POST
    @Path("{id}/move")
    @Requires(Scope.CURATE)
    public Response move(@PathParam("id") String id) {
        return back(
                reader.get(id).statement(),
                () -> corrections.move(id, caller.name()).statement());
    }

    /** Redirects to the statement's history, which shows the change, as soon as the view is up to date. */
    private static Response back(UUID statement, java.util.function.Supplier<UUID> doing) {
        UUID shown = statement;
        try {
            shown = doing.get();
        } catch (NotYetVisibleException late) {
            // The change is in the log; the page shows it as soon as the view does.
        }
        return history(shown);
    }

    private static Response history(UUID statement) {
        return Response.seeOther(URI.create("/statements/" + statement + "#history"))
                .build();
    }
}
