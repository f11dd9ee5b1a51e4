package org.citestream.query.ops.article;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Requires;
import org.citestream.query.access.Scope;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.OpsSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Citing articles: lists the incomplete ones or all, re-ingests or withdraws one. */
@Path("/api/v1/ops/articles")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class OpsArticleResource {

    private static final int PAGE = 1000;

    @Inject
    ArticleList articles;

    @Inject
    ArticleStates states;

    @Inject
    IngestClient ingest;

    @Inject
    Caller caller;

    @Inject
    OpsSettings settings;

    /** The incomplete articles. */
    public record IncompleteAnswer(List<IncompleteArticle> incomplete) {}

    /** By id; pass {@code next} as {@code after} for more. */
    public record AllAnswer(List<ArticleList.ReadArticle> articles, String next) {}

    @GET
    @Operation(summary = "Incomplete articles, with what is missing and why")
    public IncompleteAnswer incomplete(@QueryParam("limit") String limit) {
        return new IncompleteAnswer(articles.incomplete(OpsParameters.limit(limit, settings.rows(), PAGE)));
    }

    @GET
    @Path("all")
    @Operation(summary = "All articles that are not withdrawn, by id, with the extractor that read them last")
    public AllAnswer all(@QueryParam("after") @DefaultValue("") String after, @QueryParam("limit") String limit) {
        int most = OpsParameters.limit(limit, PAGE, PAGE);
        List<ArticleList.ReadArticle> page = articles.all(after, most);
        return new AllAnswer(
                page, page.size() < most ? null : page.get(page.size() - 1).id());
    }

    /** By id; pass {@code next} as {@code after} for more. */
    public record StatesAnswer(List<ArticleState> articles, String next) {}

    @GET
    @Path("states")
    @Operation(
            summary = "All articles with their state, by id",
            description = "state is complete, incomplete, open or withdrawn; q is a part of the id or the title.")
    public StatesAnswer states(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") String limit) {
        int most = OpsParameters.limit(limit, settings.rows(), PAGE);
        List<ArticleState> page = states.read(new ArticleStates.Wanted(words, state, after), most);
        return new StatesAnswer(
                page, page.size() < most ? null : page.get(page.size() - 1).id());
    }

    @GET
    @Path("conflicts")
    @Operation(summary = "Identifiers that several works claim, as ingest-service knows them")
    public Conflicts conflicts(@QueryParam("after") @DefaultValue("") String after) throws InterruptedException {
        return ingest.conflicts(after);
    }

    @POST
    @Path("reingest")
    @Requires(Scope.OPERATE)
    @Operation(summary = "Re-ingests the stored file of an article; force does so even if nothing has changed")
    public JsonNode reingest(
            @QueryParam("id") String id,
            @QueryParam("force") boolean force,
            @HeaderParam("Authorization") String authorization)
            throws InterruptedException {
        return ingest.reingest(OpsParameters.needed("id", id), force, caller.name(), authorization);
    }

    @POST
    @Path("withdraw")
    @Requires(Scope.OPERATE)
    @Operation(summary = "Withdraws an article, with a reason")
    public JsonNode withdraw(
            @QueryParam("id") String id,
            @QueryParam("why") String why,
            @HeaderParam("Authorization") String authorization)
            throws InterruptedException {
        return ingest.withdraw(
                OpsParameters.needed("id", id), OpsParameters.needed("why", why), caller.name(), authorization);
    }
}
