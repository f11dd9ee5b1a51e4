package org.citestream.query.web.about;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.ops.article.IngestClient;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Receives files that a browser sends from the page "Add articles" and passes each on to ingest-service as it arrives.
 * Part of the page, not a route for programs.
 */
@Path("/about/articles/files")
@Blocking
public class UploadResource {

    private static final String UNNAMED = "upload";

    @Inject
    IngestClient ingest;

    @Inject
    Caller caller;

    /** One file is the body; answers with a line of JSON per article in it. */
    @POST
    @Operation(hidden = true)
    @Requires(Scope.INGEST)
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Produces("application/x-ndjson")
    public StreamingOutput post(
            InputStream file, @QueryParam("file") String name, @HeaderParam("Authorization") String authorization)
            throws InterruptedException {
        InputStream lines =
                ingest.upload(name == null || name.isBlank() ? UNNAMED : name, file, caller.name(), authorization);
        return out -> {
            try (lines) {
                lines.transferTo(out);
            }
        };
    }
}
