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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.citestream.query.api.CheckResource;
import org.citestream.query.check.CheckReport;
import org.citestream.query.check.ListFormat;
import org.citestream.query.check.ReferenceChecker;
import org.citestream.query.check.ReferenceLists;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.web.SentForm;

/** The page that checks a list of references: pasted, or as a file. Nothing of it is kept. */
@Path("/check")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CheckPageResource {

    @Inject
    ReferenceLists lists;

    @Inject
    ReferenceChecker checker;

    @CheckedTemplate(basePath = "")
    static final class CheckTemplates {
        private CheckTemplates() {}

        static native TemplateInstance check(CheckPage page);
    }

    @GET
    public TemplateInstance form() {
        return CheckTemplates.check(CheckPage.empty());
    }

    /** The report as a page, or as the file that the pressed button names. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response check(@HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType, byte[] body) {
        SentForm form = SentForm.of(contentType, body);
        String pasted = form.field("list").orElse("");
        String input = form.field("input").orElse("");
        byte[] list = form.file().length > 0 ? form.file() : pasted.getBytes(StandardCharsets.UTF_8);
        CheckReport report;
        try {
            report = checker.check(lists.read(list, Optional.of(input).flatMap(ListFormat::named)));
        } catch (ProblemException refused) {
            return page(
                    refused.problem().status(),
                    new CheckPage(pasted, input, refused.problem().detail(), null));
        }
        return form.field("as").filter("csv"::equals).isPresent()
                ? unkept(CheckResource.csv(report)).build()
                : page(200, new CheckPage(pasted, input, null, report));
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
