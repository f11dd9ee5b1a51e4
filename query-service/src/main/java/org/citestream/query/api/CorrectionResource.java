package org.citestream.query.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.citestream.kit.problem.Problem;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.correction.CorrectionReader;
import org.citestream.query.correction.Corrections;
import org.citestream.query.correction.GoldRows;
import org.citestream.query.correction.MailedProposals;
import org.citestream.query.correction.OrphanedCorrection;
import org.citestream.query.correction.OrphanedCorrections;
import org.citestream.query.correction.ShownCorrection;
import org.citestream.query.http.Paging;
import org.citestream.query.mail.MailAddress;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.vocabulary.CitationType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Corrections that people propose to labels. */
@Path("/api/v1/corrections")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class CorrectionResource {

    private static final int USUAL = 50;

    @Inject
    Corrections corrections;

    @Inject
    CorrectionReader reader;

    @Inject
    OrphanedCorrections vanished;

    @Inject
    GoldRows gold;

    @Inject
    MailedProposals mailed;

    @Inject
    Caller caller;

    @Inject
    ObjectMapper mapper;

    /**
     * The body of a request.
     *
     * @param statement its id; for a new correction only
     * @param to supporting, mentioning or contrasting; for a new correction only
     * @param why the reason
     * @param accept whether a new correction takes effect at once
     * @param email for a proposal by mail only
     */
    @Schema(name = "Body")
    public record CorrectionRequest(String statement, String to, String why, boolean accept, String email) {}

    /** A page of corrections. */
    @Schema(name = "Listed1")
    public record CorrectionList(List<ShownCorrection> corrections) {}

    /** A page of corrections that have lost their statement. */
    @Schema(name = "VanishedListed")
    public record OrphanedList(List<OrphanedCorrection> vanished) {}

    @GET
    @Operation(summary = "Corrections, newest first", description = "status is proposed, accepted, withdrawn or all.")
    public CorrectionList list(
            @Context UriInfo address,
            @QueryParam("status") @DefaultValue("all") String status,
            @QueryParam("statement") String statement) {
        if (statement != null) {
            return new CorrectionList(reader.of(Corrections.statementId(statement)));
        }
        Paging paging = Paging.of(address, USUAL);
        CorrectionReader.CorrectionState which = CorrectionReader.CorrectionState.of(status)
                .orElseThrow(() -> new ProblemException(
                        Problem.badParameter("status", "write proposed, accepted, withdrawn, vanished or all")));
        return new CorrectionList(reader.list(which, paging.limit(), paging.offset()));
    }

    @GET
    @Path("vanished")
    @Operation(
            summary = "Orphaned corrections: their statement is gone; each with the most similar successor",
            description =
                    "The successor is of the same citing and cited work; likeness is the Sørensen–Dice coefficient"
                            + " of letter trigrams.")
    public OrphanedList vanished(@Context UriInfo address) {
        Paging paging = Paging.of(address, USUAL);
        return new OrphanedList(vanished.list(paging.limit(), paging.offset()));
    }

    @GET
    @Path("gold.jsonl")
    @Produces("application/jsonl")
    @Operation(summary = "Accepted corrections as labelled rows for training and evaluation, one per line")
    public StreamingOutput gold() {
        return gold::write;
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One correction")
    @APIResponse(responseCode = "404", description = "Correction not found")
    public ShownCorrection one(@PathParam("id") String id) {
        return reader.get(id);
    }

    @POST
    @Requires(Scope.CURATE)
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
    @Operation(summary = "Proposes another type for a statement, with a reason")
    @APIResponse(responseCode = "201", description = "Recorded and shown")
    @APIResponse(responseCode = "202", description = "Recorded; it will be visible once the index has caught up")
    @APIResponse(responseCode = "409", description = "The same person proposed the same before")
    @APIResponse(responseCode = "422", description = "The statement has that label already, or the reason is missing")
    public Response propose(String json) {
        CorrectionRequest body = body(json);
        CitationType to = CitationType.ofWireName(body.to());
        ShownCorrection made = corrections.propose(
                Corrections.statementId(body.statement()), to, body.why(), caller.name(), body.accept());
        return Response.created(URI.create("/api/v1/corrections/" + made.id()))
                .entity(made)
                .build();
    }

    @POST
    @Path("by-mail")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequestBody(content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
    @Operation(
            summary = "Proposes another type without a key, by mail",
            description =
                    "Body: {statement, to, why, email}. A mail asks whether the address is yours; its link makes the"
                            + " proposal. The history names you by a keyed hash of the address, which is not kept.")
    @APIResponse(responseCode = "202", description = "A mail with a link to confirm is on its way")
    @APIResponse(responseCode = "403", description = "Proposals by mail are switched off")
    @APIResponse(responseCode = "422", description = "The statement has that label already, or the reason is missing")
    @APIResponse(responseCode = "429", description = "Too many mails; Retry-After says when")
    @APIResponse(responseCode = "503", description = "The mail server did not take the mail")
    public Response proposeByMail(String json) {
        CorrectionRequest body = body(json);
        mailed.ask(
                Corrections.statementId(body.statement()),
                CitationType.ofWireName(body.to()),
                body.why(),
                MailAddress.parse(body.email()),
                caller.address());
        return Response.accepted(new AlertResource.NextStep(
                        "unconfirmed", "Follow the link in the mail that is on its way to this address"))
                .build();
    }

    @POST
    @Path("by-mail/confirm")
    @Operation(summary = "Submits a proposal with the t of the link in its mail")
    @APIResponse(responseCode = "403", description = "The link is invalid, has expired, or was used before")
    @APIResponse(responseCode = "409", description = "The same person proposed the same before")
    public ShownCorrection confirmByMail(@QueryParam("token") String token) {
        return mailed.confirm(token)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(403, "Not allowed", "The link is invalid, has expired, or was used before")));
    }

    @POST
    @Path("{id}/confirm")
    @Requires(Scope.CURATE)
    @RequestBody(content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
    @Operation(summary = "Confirms a proposal; it takes effect with enough confirmations")
    public ShownCorrection confirm(@PathParam("id") String id, String json) {
        return corrections.confirm(id, body(json).why(), caller.name());
    }

    @POST
    @Path("{id}/accept")
    @Requires(Scope.CURATE)
    @Operation(summary = "Accepts a proposal, as a curator")
    public ShownCorrection accept(@PathParam("id") String id) {
        return corrections.accept(id, caller.name());
    }

    @POST
    @Path("{id}/withdraw")
    @Requires(Scope.CURATE)
    @RequestBody(content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
    @Operation(summary = "Withdraws a correction, with a reason")
    public ShownCorrection withdraw(@PathParam("id") String id, String json) {
        return corrections.withdraw(id, body(json).why(), caller.name());
    }

    @POST
    @Path("{id}/move")
    @Requires(Scope.CURATE)
    @Operation(summary = "Moves an orphaned correction to the most similar statement")
    public ShownCorrection move(@PathParam("id") String id) {
        return corrections.move(id, caller.name());
    }

    private CorrectionRequest body(String json) {
        if (json == null || json.isBlank()) {
            return new CorrectionRequest(null, null, null, false, null);
        }
        try {
            return mapper.readerFor(CorrectionRequest.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(json);
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    Problem.of(400, "Bad request", "The body is not a valid JSON object: " + e.getOriginalMessage()));
        }
    }
}
