package org.citestream.query.api;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.citestream.query.article.Completeness;
import org.citestream.query.article.CompletenessReader;
import org.citestream.query.database.DatabaseUnavailableException;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Whether an ingested article is visible. */
@Path("/api/v1/articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ArticleResource {

    @Inject
    CompletenessReader articles;

    @GET
    @Path("{id:.+}")
    @Operation(
            summary = "How much of a citing article's last reading is visible",
            description =
                    "The id is a CURIE or a bare DOI, raw or percent-encoded. complete is true once every statement"
                            + " and reference of the last closed revision is in the view, or what is not was discarded"
                            + " by an operator.")
    @APIResponse(responseCode = "200", description = "revision, expected, visible, complete")
    @APIResponse(responseCode = "404", description = "Article not found")
    public Completeness article(@Context HttpServerRequest request) {
        String curie = PathId.curie(request, "/api/v1/articles/");
        try {
            return articles.of(curie)
                    .orElseThrow(() -> ProblemException.notFound(
                            "Article '%s' not found; if it was accepted just now, try again in a moment"
                                    .formatted(curie)));
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException(failure);
        }
    }
}
