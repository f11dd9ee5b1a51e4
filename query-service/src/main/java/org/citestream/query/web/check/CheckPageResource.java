package org.citestream.query.web.check;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.citestream.kit.problem.Problem;
import org.citestream.query.api.CheckResource;
import org.citestream.query.check.CheckReport;
import org.citestream.query.check.CheckSettings;
import org.citestream.query.check.CheckTask;
import org.citestream.query.check.CheckTasks;
import org.citestream.query.check.ListFormat;
import org.citestream.query.check.SentForm;
import org.citestream.query.problem.ProblemException;

/**
 * The page that checks a list of references: pasted, or as a file. A list that takes its time has a page of its own that
 * shows how far it is; so has each report, for as long as it is kept.
 */
@Path("/check")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CheckPageResource {

    private static final String CSV = "csv";

    @Inject
    CheckTasks tasks;

    @Inject
    CheckSettings settings;

    @CheckedTemplate(basePath = "")
    static final class CheckTemplates {
        private CheckTemplates() {}

        static native TemplateInstance check(CheckPage page);
    }

    @GET
    public TemplateInstance form() {
        return CheckTemplates.check(CheckPage.empty(settings.reportsFor()));
    }

    /** The report as a page, or as the file that the pressed button names; the way to it if it takes longer. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response check(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] body) {
        SentForm form = SentForm.of(contentType, body);
        String pasted = form.field("list").orElse("");
        String input = form.field("input").orElse("");
        byte[] list = form.file().length > 0 ? form.file() : pasted.getBytes(StandardCharsets.UTF_8);
        CheckTask task;
        try {
            task = tasks.submit(list, Optional.of(input).flatMap(ListFormat::named));
        } catch (ProblemException busy) {
            return refused(busy.problem(), pasted, input);
        }
        if (!task.await(settings.answerWithin())) {
            return to(task);
        }
        if (task.problem().isPresent()) {
            tasks.forget(task);
            return refused(task.problem().get(), pasted, input);
        }
        Optional<CheckReport> report = task.report();
        if (report.isPresent() && form.field("as").filter(CSV::equals).isPresent()) {
            tasks.forget(task);
            return unkept(CheckResource.csv(report.get())).build();
        }
        return page(200, CheckPage.of(task, pasted, input, settings.reportsFor()));
    }

    /** The report as a page or as a file, or how far it is. */
    @GET
    @Path("{task}")
    public Response report(@PathParam("task") String id, @QueryParam("as") String as) {
        CheckTask task = known(id);
        if (task.problem().isPresent()) {
            return refused(task.problem().get(), "", "");
        }
        if (task.state() == CheckTask.TaskState.CANCELLED) {
            return page(410, CheckPage.refused("", "", "The check was cancelled.", settings.reportsFor()));
        }
        Optional<CheckReport> report = task.report();
        if (report.isPresent() && CSV.equals(as)) {
            return unkept(CheckResource.csv(report.get())).build();
        }
        if (report.isPresent() && "json".equals(as)) {
            return unkept(Response.ok(report.get(), MediaType.APPLICATION_JSON_TYPE)
                            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"references.json\""))
                    .build();
        }
        return page(200, CheckPage.of(task, "", "", settings.reportsFor()));
    }

    /** Ends a check that runs; forgets a report that is kept. */
    @POST
    @Path("{task}/delete")
    public Response delete(@PathParam("task") String id) {
        tasks.forget(known(id));
        return unkept(Response.seeOther(URI.create("/check"))).build();
    }

    /** Checks a manuscript that is still here against what the index has by now. */
    @POST
    @Path("{task}/again")
    public Response again(@PathParam("task") String id) {
        CheckTask task = known(id);
        tasks.again(task);
        return to(task);
    }

    private CheckTask known(String id) {
        return tasks.find(id)
                .orElseThrow(
                        () -> ProblemException.notFound(
                                "This report is not here: reports stay in memory for a while only. Check the list again at /check."));
    }

    private static Response to(CheckTask task) {
        return unkept(Response.seeOther(URI.create("/check/" + task.id()))).build();
    }

    private Response refused(Problem problem, String pasted, String input) {
        return page(problem.status(), CheckPage.refused(pasted, input, problem.detail(), settings.reportsFor()));
    }

    private static Response page(int status, CheckPage page) {
        return unkept(Response.status(status).entity(CheckTemplates.check(page)).type(MediaType.TEXT_HTML_TYPE))
                .build();
    }

    /** Kept by nobody on the way. */
    private static Response.ResponseBuilder unkept(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
