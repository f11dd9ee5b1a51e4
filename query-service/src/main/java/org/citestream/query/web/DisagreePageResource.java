package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.api.StatementResource;
import org.citestream.query.report.StatementPage;

/** The form for reporting a wrong label. */
@Path("/statements/{id}/disagree")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DisagreePageResource {

    @Inject
    StatementResource statements;

    @Inject
    Caller caller;

    @GET
    @Requires(Scope.CURATE)
    public TemplateInstance form(@PathParam("id") String id) {
        StatementPage page = statements.statement(id);
        return PageTemplates.disagree(page, StatementCard.of(page.statement()), caller.name());
    }
}
