package org.citestream.query.web;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.citestream.query.api.StatementResource;
import org.citestream.query.correction.CorrectionReader;
import org.citestream.query.http.ContentTag;
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
    public Response statement(@Context Request request, @PathParam("id") String id) {
        StatementPage page = statements.statement(id);
        return ContentTag.answer(
                request,
                PageTemplates.statement(
                        page,
                        StatementCard.of(page.statement()),
                        corrections.of(page.statement().id())));
    }
}
