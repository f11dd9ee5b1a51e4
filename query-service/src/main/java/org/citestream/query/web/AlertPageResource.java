package org.citestream.query.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.citestream.query.access.Caller;
import org.citestream.query.alert.Alert;
import org.citestream.query.alert.AlertCriteria;
import org.citestream.query.alert.Alerts;
import org.citestream.query.alert.Condition;
import org.citestream.query.alert.SignUps;
import org.citestream.query.api.AlertRequest;
import org.citestream.query.mail.MailAddress;
import org.citestream.query.mail.MailSetup;
import org.citestream.query.mail.SignedLinks.Purpose;

/**
 * Pages of alerts: sign-up, and the targets of links in mails. Opening a page changes nothing, because mail scanners
 * follow links: each has a button.
 */
@Path("/alerts")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AlertPageResource {

    @Inject
    Caller caller;

    @Inject
    SignUps signUps;

    @Inject
    Alerts alerts;

    @Inject
    MailSetup mail;

    @Inject
    WorkTitles titles;

    /** The sign-up for the subject in the URL; its parameters are the condition. */
    @GET
    @Path("new")
    public Response form(@Context UriInfo uri) {
        MultivaluedMap<String, String> fields = uri.getQueryParameters();
        AlertCriteria wish = wish(fields);
        return ErrorPages.unlisted(
                AlertTemplates.signUp(AlertSubject.of(wish, signUps.followed(wish), titles), mail.isConfigured()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signUp(MultivaluedMap<String, String> fields) {
        if (!mail.isConfigured()) {
            return ErrorPages.problem(
                    503, "This server cannot send mail", "No mail server is configured; follow the feed instead.");
        }
        signUps.byMail(wish(fields), MailAddress.parse(fields.getFirst("email")), caller.address());
        return said("Check your mailbox", "We sent you a mail. Your alert starts once you open the link in it.");
    }

    @GET
    @Path("confirm")
    public Response confirmation(@QueryParam("t") String token) {
        return alerts.behind(Purpose.CONFIRM, token)
                .map(alert -> ErrorPages.unlisted(AlertTemplates.ask(
                        "Confirm your alert",
                        "Alerts on “" + AlertRow.of(alert, titles).about() + "” will come to this address from now on.",
                        "/alerts/confirm",
                        token,
                        "Confirm")))
                .orElseGet(AlertPageResource::tooOld);
    }

    @POST
    @Path("confirm")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(MultivaluedMap<String, String> fields) {
        return signUps.confirm(fields.getFirst("t"))
                .map(confirmed -> mine(alerts.token(confirmed)))
                .orElseGet(AlertPageResource::tooOld);
    }

    @GET
    @Path("mine")
    public Response list(@QueryParam("t") String token) {
        Optional<Alerts.OpenedAlerts> opened = alerts.open(token);
        if (opened.isEmpty()) {
            return tooOld();
        }
        List<AlertRow> rows = new ArrayList<>();
        for (Alert alert : opened.get().alerts()) {
            rows.add(AlertRow.of(alert, titles));
        }
        return ErrorPages.unlisted(AlertTemplates.mine(opened.get().address(), rows, token));
    }

    @POST
    @Path("edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(MultivaluedMap<String, String> fields) {
        String token = fields.getFirst("t");
        Alerts.AlertEdit edit = new Alerts.AlertEdit(
                Condition.of(AlertFields.condition(fields)),
                null,
                AlertRequest.frequency(fields.getFirst("frequency")));
        return id(fields).flatMap(id -> alerts.edit(token, id, edit)).isPresent() ? mine(token) : tooOld();
    }

    @POST
    @Path("enable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enable(MultivaluedMap<String, String> fields) {
        String token = fields.getFirst("t");
        return id(fields).flatMap(id -> alerts.enable(token, id)).isPresent() ? mine(token) : tooOld();
    }

    @POST
    @Path("end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response end(MultivaluedMap<String, String> fields) {
        String token = fields.getFirst("t");
        if (!id(fields).map(id -> alerts.end(token, id)).orElse(false)) {
            return tooOld();
        }
        return alerts.open(token).isPresent() ? mine(token) : ended();
    }

    @POST
    @Path("forget")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response forget(MultivaluedMap<String, String> fields) {
        return alerts.forget(fields.getFirst("t"))
                ? said("Your address is deleted", "So are its alerts and everything sent to it.")
                : tooOld();
    }

    @GET
    @Path("unsubscribe")
    public Response ending(@QueryParam("t") String token) {
        if (!alerts.isUnsubscribeLink(token)) {
            return tooOld();
        }
        Optional<Alert> alert = alerts.behind(Purpose.UNSUBSCRIBE, token);
        if (alert.isEmpty()) {
            return ended();
        }
        AlertRow row = AlertRow.of(alert.get(), titles);
        return ErrorPages.unlisted(AlertTemplates.ask(
                "End this alert?", row.about(), "/alerts/unsubscribe?t=" + token, token, "End alert"));
    }

    /**
     * The button of the page, and the one-click unsubscribe of mail programs (RFC 8058), whose body is defined there.
     */
    @POST
    @Path("unsubscribe")
    public Response unsubscribe(@QueryParam("t") String token, String body) {
        return alerts.unsubscribe(token) ? ended() : tooOld();
    }

    private static AlertCriteria wish(MultivaluedMap<String, String> fields) {
        Map<String, List<String>> condition = AlertFields.condition(fields);
        return AlertRequest.wish(
                fields.getFirst("follows"),
                fields.getFirst("target"),
                condition,
                List.of(),
                fields.getFirst("frequency"));
    }

    private static Optional<UUID> id(MultivaluedMap<String, String> fields) {
        try {
            return Optional.ofNullable(fields.getFirst("id")).map(UUID::fromString);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Response mine(String token) {
        return Response.seeOther(URI.create("/alerts/mine?t=" + token)).build();
    }

    private static Response ended() {
        return said("Alert ended", "You will get no more mails for it.");
    }

    private static Response tooOld() {
        return ErrorPages.problem(
                403, "This link has expired", "It is too old or incomplete, or its alert was ended or deleted.");
    }

    private static Response said(String title, String detail) {
        return ErrorPages.unlisted(AlertTemplates.said(title, detail));
    }
}
