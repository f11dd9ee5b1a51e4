package org.citestream.query.web.profile;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.ProblemException;

/** The pages of authors and journals, by name. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProfileResource {

    @Inject
    ProfileReader profiles;

    @CheckedTemplate(basePath = "")
    static final class ProfileTemplates {
        private ProfileTemplates() {}

        static native TemplateInstance profile(Profile profile, String kind);
    }

    @GET
    @Path("authors/{name:.+}")
    public TemplateInstance author(
            @Context HttpServerRequest request, @QueryParam("offset") @DefaultValue("0") String offset) {
        String name = PathId.after(request, "/authors/");
        return page(profiles.author(name, number(offset)), "Author", name);
    }

    @GET
    @Path("journals/{name:.+}")
    public TemplateInstance journal(
            @Context HttpServerRequest request, @QueryParam("offset") @DefaultValue("0") String offset) {
        String name = PathId.after(request, "/journals/");
        return page(profiles.journal(name, number(offset)), "Journal", name);
    }

    private static TemplateInstance page(Optional<Profile> profile, String kind, String name) {
        return profile.map(found -> ProfileTemplates.profile(found, kind))
                .orElseThrow(() -> ProblemException.notFound("No work here names “%s” as its %s; try the search above"
                        .formatted(name, kind.toLowerCase(Locale.ROOT))));
    }

    private static int number(String written) {
        return written.matches("\\d{1,5}") ? Integer.parseInt(written) : 0;
    }
}
