package org.citestream.query.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Scope;
import org.citestream.query.api.StatementResource;
import org.citestream.query.correction.MailedProposals;
import org.citestream.query.mail.MailAddress;
import org.citestream.query.report.StatementPage;
import org.citestream.query.vocabulary.CitationType;

/** The form for reporting a wrong label without a key, if proposals by mail are enabled. */
@Path("/statements/{id}/propose")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProposePageResource {

    @Inject
    StatementResource statements;

    @Inject
    MailedProposals proposals;

    @Inject
    Caller caller;

    /** Holders of a key are redirected to the curators' form, as is everybody if this is disabled. */
    @GET
    public Response form(@PathParam("id") String id) {
        StatementPage page = statements.statement(id);
        if (!proposals.isOpen() || caller.may(Scope.CURATE)) {
            return Response.seeOther(
                            URI.create("/statements/" + page.statement().id() + "/disagree"))
                    .build();
        }
        return ErrorPages.unlisted(PageTemplates.propose(page, StatementCard.of(page.statement())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(
            @PathParam("id") String id,
            @FormParam("to") String to,
            @FormParam("why") String why,
            @FormParam("email") String email) {
        StatementPage page = statements.statement(id);
        proposals.ask(
                page.statement().id(), CitationType.ofWireName(to), why, MailAddress.parse(email), caller.address());
        return ErrorPages.unlisted(AlertTemplates.said(
                "Check your mailbox", "We sent you a mail. Your proposal is submitted once you open the link in it."));
    }
}
