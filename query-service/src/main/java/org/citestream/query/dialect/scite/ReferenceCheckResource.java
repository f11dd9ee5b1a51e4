package org.citestream.query.dialect.scite;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.citestream.query.PublicUrl;
import org.citestream.query.check.CheckTask;
import org.citestream.query.check.CheckTasks;
import org.citestream.query.check.SentForm;
import org.citestream.query.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** scite's reference check under its original paths: a manuscript is sent, and its task asked for until it has ended. */
@Path("/reference_check")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ReferenceCheckResource {

    @Inject
    CheckTasks tasks;

    @Inject
    ReferenceCheckTasks answers;

    @Inject
    PublicUrl url;

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Sends a manuscript whose references are to be checked",
            description =
                    "A form with the manuscript as file (or pdf): DOCX, PDF where a GROBID server is set, JATS, TEI, LaTeX, or a list"
                            + " of references. Addresses (file_url, pdf_url) are not followed: nothing outside is asked. The"
                            + " manuscript is kept in memory until it is read, the report as long as citestream.check.reports-for"
                            + " says.")
    @APIResponse(responseCode = "201", description = "The id of the task")
    public Response schedule(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType,
            @QueryParam("file_url") String fileUrl,
            @QueryParam("pdf_url") String pdfUrl,
            byte[] body) {
        if (fileUrl != null || pdfUrl != null) {
            throw SciteError.invalidParameter(
                    fileUrl != null ? "file_url" : "pdf_url", "addresses are not followed here; send the file itself");
        }
        byte[] manuscript = manuscript(contentType, body);
        if (manuscript.length == 0) {
            throw SciteError.invalid("file", "field required: the manuscript, as DOCX or PDF");
        }
        try {
            return Response.status(201)
                    .entity(Map.of(
                            "id", tasks.submit(manuscript, Optional.empty()).id()))
                    .build();
        } catch (ProblemException busy) {
            throw SciteError.of(busy.problem());
        }
    }

    @GET
    @Path("tasks/{task}")
    @Operation(
            summary = "Where a reference check stands, and its result",
            description =
                    "status is PENDING, STARTED, SUCCESS, FAILURE or CANCELLED; with SUCCESS come result, papers and tallies.")
    public Response task(@PathParam("task") String id) {
        return answer(known(id));
    }

    @GET
    @Path("tasks/{task}/cancel")
    @Operation(summary = "Cancels a reference check", description = "One that has ended stays as it is.")
    public Response cancel(@PathParam("task") String id) {
        CheckTask task = known(id);
        tasks.cancel(task);
        return answer(task);
    }

    @GET
    @Path("tasks/{task}/result_url")
    @Operation(summary = "The address of the report as a page")
    public Map<String, Object> resultUrl(@PathParam("task") String id) {
        return Map.of("reportUrl", url.of("/check/" + known(id).id()));
    }

    private Response answer(CheckTask task) {
        return Response.ok(answers.of(task))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static byte[] manuscript(String contentType, byte[] body) {
        try {
            return SentForm.of(contentType, body == null ? new byte[0] : body).file();
        } catch (ProblemException noForm) {
            throw SciteError.invalid("file", noForm.problem().detail());
        }
    }

    private CheckTask known(String id) {
        return tasks.find(id).orElseThrow(() -> SciteError.notFound("task " + id));
    }
}
