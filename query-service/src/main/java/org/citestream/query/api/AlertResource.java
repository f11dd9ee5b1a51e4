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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citestream.kit.problem.Problem;
import org.citestream.query.access.Authenticator;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Scope;
import org.citestream.query.alert.Alert;
import org.citestream.query.alert.AlertCauses;
import org.citestream.query.alert.AlertSettings;
import org.citestream.query.alert.Alerts;
import org.citestream.query.alert.Condition;
import org.citestream.query.alert.Receiver;
import org.citestream.query.alert.SignUps;
import org.citestream.query.mail.MailAddress;
import org.citestream.query.mail.MailSetup;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Alerts for programs. A sign-up by mail is in force once its link was followed; every mail contains the token that
 * opens the alerts of its address. A webhook needs a key that may write; its token and signing key are shown once, when
 * it is created.
 */
@Path("/api/v1/alerts")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AlertResource {

    private static final String TOKEN =
            "token: the t of the links in mails, or what the answer to a new webhook tells.";

    @Inject
    SignUps signUps;

    @Inject
    Alerts alerts;

    @Inject
    MailSetup mail;

    @Inject
    Caller caller;

    @Inject
    Authenticator gate;

    @Inject
    AlertSettings settings;

    /** A new webhook: the key and the token are not shown again. */
    public record CreatedWebhook(ShownAlert alert, String secret, String token) {}

    /** What the client should do next. */
    public record NextStep(String state, String detail) {}

    /** The alerts of a mail address, or one webhook. */
    @Schema(name = "Listed")
    public record AlertList(String email, List<ShownAlert> alerts) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Follow a work, an author, a journal, a search or a collection, by mail or by webhook",
            description =
                    "Body: {follows: work|author|journal|search|collection, target, condition: {type: [contrasting],"
                            + " section: [results], …} in the parameters of /api/v1/stream, causes (article, correction, notice),"
                            + " frequency: at-once|daily|weekly, and email or webhook}. Author and journal are those of the cited"
                            + " work in target, of the citing work in condition.")
    @APIResponse(responseCode = "201", description = "The webhook, its signing key and its token")
    @APIResponse(responseCode = "202", description = "A mail with a link to confirm is on its way")
    @APIResponse(responseCode = "429", description = "Too many sign-ups; Retry-After says when")
    @APIResponse(responseCode = "503", description = "This server cannot send mail; follow the feed or use a webhook")
    public Response signUp(@Context HttpServerRequest connection, String body) {
        AlertRequest request = AlertRequest.read(body);
        if ((request.email() == null) == (request.webhook() == null)) {
            throw new BadParameterException("email", "write either email or webhook");
        }
        if (request.webhook() != null) {
            checkKnown(connection);
            return webhook(request);
        }
        if (!mail.isConfigured()) {
            throw new ProblemException(Problem.of(
                    503,
                    "No mail",
                    "This server cannot send mail; follow the feed /feeds/atom/reports/ID, or use a webhook"));
        }
        signUps.byMail(request.wish(), MailAddress.parse(request.email()), caller.address());
        return Response.accepted(
                        new NextStep("unconfirmed", "Follow the link in the mail that is on its way to this address"))
                .build();
    }

    /** Making this host call others needs a key that may write, of any scope. */
    private void checkKnown(HttpServerRequest connection) {
        if (!caller.isKnown()) {
            throw new ProblemException(gate.refusal(connection, Scope.CURATE).orElseThrow());
        }
    }

    private Response webhook(AlertRequest request) {
        Receiver receiver =
                Receiver.parse(request.webhook()).checked(settings.webhook().allowPrivate());
        Alert alert = signUps.byWebhook(request.wish(), receiver.uri());
        return Response.created(URI.create("/api/v1/alerts/" + alert.id))
                .entity(new CreatedWebhook(ShownAlert.of(alert, null), alert.webhookSecret, alerts.token(alert)))
                .build();
    }

    @POST
    @Path("confirm")
    @Operation(summary = "Confirm a sign-up by mail with the t of its link")
    public ShownAlert confirm(@QueryParam("token") String token) {
        return signUps.confirm(token)
                .map(alert -> ShownAlert.of(alert, null))
                .orElseThrow(() -> refused("The link is invalid or has expired, or its alert was ended"));
    }

    @GET
    @Operation(summary = "The alerts that a token opens", description = TOKEN)
    public AlertList list(@QueryParam("token") String token) {
        Alerts.OpenedAlerts opened = alerts.open(token).orElseThrow(AlertResource::closed);
        return new AlertList(
                opened.address(),
                opened.alerts().stream()
                        .map(alert -> ShownAlert.of(alert, null))
                        .toList());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One alert with its latest deliveries, and why it is disabled if it is", description = TOKEN)
    public ShownAlert alert(@PathParam("id") String id, @QueryParam("token") String token) {
        return shown(alerts.open(token).flatMap(opened -> opened.alert(id(id))));
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change condition, causes or frequency", description = TOKEN)
    public ShownAlert edit(@PathParam("id") String id, @QueryParam("token") String token, String body) {
        AlertRequest request = AlertRequest.read(body);
        if (request.follows() != null
                || request.target() != null
                || request.email() != null
                || request.webhook() != null) {
            throw new BadParameterException(
                    "body", "only condition, causes and frequency can be changed; make a new alert");
        }
        return shown(alerts.edit(
                token,
                id(id),
                new Alerts.AlertEdit(
                        request.condition() == null ? null : Condition.of(request.condition()),
                        request.causes() == null ? null : AlertCauses.of(request.causes()),
                        request.frequency() == null ? null : AlertRequest.frequency(request.frequency()))));
    }

    @POST
    @Path("{id}/enable")
    @Operation(summary = "Enable a disabled alert; what matched meanwhile is sent", description = TOKEN)
    public ShownAlert enable(@PathParam("id") String id, @QueryParam("token") String token) {
        return shown(alerts.enable(token, id(id)));
    }

    @POST
    @Path("{id}/replay")
    @Operation(
            summary = "Replay every matching change after a sequence",
            description = "from: a sequence, 0 for all that are kept. " + TOKEN)
    public Response replay(
            @PathParam("id") String id, @QueryParam("token") String token, @QueryParam("from") String from) {
        if (from == null || !from.matches("[0-9]{1,18}")) {
            throw new BadParameterException(
                    "from", "is not a valid sequence; use a whole number, 0 for all that are kept");
        }
        return Response.accepted(shown(alerts.replay(token, id(id), Long.parseLong(from))))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "End an alert; with the last one its mail address is deleted", description = TOKEN)
    public void end(@PathParam("id") String id, @QueryParam("token") String token) {
        if (!alerts.end(token, id(id))) {
            throw closed();
        }
    }

    @DELETE
    @Operation(summary = "Delete a mail address with all its alerts", description = TOKEN)
    public void forget(@QueryParam("token") String token) {
        if (!alerts.forget(token)) {
            throw closed();
        }
    }

    private ShownAlert shown(Optional<Alert> alert) {
        return alert.map(found -> ShownAlert.of(found, alerts.deliveries(found.id)))
                .orElseThrow(AlertResource::closed);
    }

    private static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException none) {
            throw closed();
        }
    }

    private static ProblemException closed() {
        return refused("Invalid token for this alert, or the alert was ended");
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(403, "Not allowed", detail));
    }
}
