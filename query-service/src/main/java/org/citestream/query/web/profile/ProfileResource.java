package org.citestream.query.web.profile;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.citestream.query.http.PathId;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.search.Entity;
import org.citestream.query.search.EntityCount;
import org.citestream.query.search.EntityRequest;
import org.citestream.query.search.SearchIndex;
import org.citestream.query.search.SearchRequest;

/** Authors, journals, affiliations and funders: lists of them, and a page of each. */
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

        static native TemplateInstance entities(EntitiesPage page);
    }

    /** The most frequent first, a page of so many. */
    private static final int LISTED = 100;

    @Inject
    SearchIndex index;

    @GET
    @Path("{kind:authors|journals|affiliations|funders}")
    public TemplateInstance entities(
            @PathParam("kind") String kind,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("order") @DefaultValue("works") String order,
            @QueryParam("offset") @DefaultValue("0") String offset)
            throws IOException {
        if (!List.of("works", "name").contains(order)) {
            throw new BadParameterException("order", "'%s' is not known; use works or name".formatted(order));
        }
        Entity.EntityKind wanted = Stream.of(Entity.EntityKind.values())
                .filter(one -> one.plural().equals(kind))
                .findFirst()
                .orElseThrow();
        int from = Math.min(number(offset), SearchRequest.FURTHEST - LISTED);
        EntityCount.EntityPage found =
                index.entities(new EntityRequest(wanted, words, order.equals("name"), from, LISTED));
        return ProfileTemplates.entities(EntitiesPage.of(wanted, words, order, from + LISTED, found));
    }

    @GET
    @Path("years")
    public TemplateInstance years() {
        return ProfileTemplates.entities(EntitiesPage.years(profiles.years()));
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

    @GET
    @Path("affiliations/{ror:.+}")
    public TemplateInstance affiliation(
            @Context HttpServerRequest request, @QueryParam("offset") @DefaultValue("0") String offset) {
        String ror = PathId.after(request, "/affiliations/").replaceFirst("^(https?://)?ror\\.org/", "");
        return page(profiles.affiliation(ror, number(offset)), "Affiliation", ror);
    }

    @GET
    @Path("funders/{key:.+}")
    public TemplateInstance funder(
            @Context HttpServerRequest request, @QueryParam("offset") @DefaultValue("0") String offset) {
        String key = PathId.after(request, "/funders/");
        return page(profiles.funder(key, number(offset)), "Funder", key);
    }

    @GET
    @Path("years/{year:\\d{4}}")
    public TemplateInstance year(
            @PathParam("year") String year, @QueryParam("offset") @DefaultValue("0") String offset) {
        return page(profiles.year(year, number(offset)), "Year", year);
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
