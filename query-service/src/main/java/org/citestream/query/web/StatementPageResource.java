package org.citestream.query.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.citestream.query.api.StatementResource;
import org.citestream.query.correction.CorrectionReader;
import org.citestream.query.report.StatementPage;

/** The permalink of a statement. */
@Path("/statements")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class StatementPageResource {

    @Inject
    StatementResource statements;

    @Inject
    CorrectionReader corrections;

    @GET
    @Path("{id}")
    public TemplateInstance statement(@PathParam("id") String id) {
        StatementPage page = statements.statement(id);
        return PageTemplates.statement(
                page,
                StatementCard.of(page.statement()),
                corrections.of(page.statement().id()));
    }
}
