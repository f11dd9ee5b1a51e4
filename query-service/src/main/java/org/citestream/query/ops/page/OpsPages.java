package org.citestream.query.ops.page;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.citestream.query.access.Caller;
import org.citestream.query.access.Scope;
import org.citestream.query.ops.OpsParameters;
import org.citestream.query.ops.OpsSettings;
import org.citestream.query.ops.alarm.PrometheusAlerts;
import org.citestream.query.ops.article.ArticleList;
import org.citestream.query.ops.article.ArticleState;
import org.citestream.query.ops.article.ArticleStates;
import org.citestream.query.ops.article.Conflicts;
import org.citestream.query.ops.article.IngestClient;
import org.citestream.query.ops.audit.AuditEntry;
import org.citestream.query.ops.audit.AuditLog;
import org.citestream.query.ops.deadletter.LetterPlace;
import org.citestream.query.ops.deadletter.LetterStore;
import org.citestream.query.ops.deadletter.ShownDeadLetter;
import org.citestream.query.ops.group.GroupRow;
import org.citestream.query.ops.index.IndexResource;
import org.citestream.query.ops.loop.Loops;
import org.citestream.query.ops.message.Message;
import org.citestream.query.ops.message.MessageReader;
import org.citestream.query.ops.message.MessageResource;
import org.citestream.query.ops.rebuild.RebuildAnswer;
import org.citestream.query.ops.survey.Survey;
import org.citestream.query.ops.survey.SurveyResult;
import org.citestream.query.ops.topic.TopicRow;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.project.Rebuild;

/** The pages of the dashboard; reading them needs no key. */
@Path("/ops")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OpsPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Inject
    Survey survey;

    @Inject
    MessageResource messages;

    @Inject
    MessageReader reader;

    @Inject
    PrometheusAlerts alerts;

    @Inject
    LetterStore letters;

    @Inject
    ArticleList articles;

    @Inject
    ArticleStates states;

    @Inject
    IngestClient ingest;

    @Inject
    Loops loops;

    @Inject
    Rebuild rebuild;

    @Inject
    IndexResource index;

    @Inject
    AuditLog audit;

    @Inject
    Caller caller;

    @Inject
    OpsSettings settings;

    @GET
    public TemplateInstance overview(@QueryParam("q") String query) {
        return OpsTemplates.overview(page(query));
    }

    @GET
    @Path("consumers")
    public TemplateInstance consumers(@QueryParam("q") String query) {
        OverviewPage page = page(query);
        return OpsTemplates.consumers(page, page.groups());
    }

    private OverviewPage page(String query) {
        SurveyResult reading = survey.last();
        String wanted = query == null ? "" : query.strip().toLowerCase(Locale.ROOT);
        List<TopicRow> topics = reading.topics().stream()
                .filter(row -> row.topic().toLowerCase(Locale.ROOT).contains(wanted)
                        || row.groups().stream()
                                .anyMatch(its ->
                                        its.group().toLowerCase(Locale.ROOT).contains(wanted)))
                .toList();
        List<GroupRow> groups = reading.groups().stream()
                .filter(row -> row.group().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        int most = settings.rows();
        return new OverviewPage(
                reading,
                settings.every().toMillis() / 1000.0,
                wanted.isEmpty() ? null : query.strip(),
                topics.subList(0, Math.min(most, topics.size())),
                groups.subList(0, Math.min(most, groups.size())),
                alerts.lately(),
                Math.max(0, topics.size() - most) + Math.max(0, groups.size() - most),
                letters.count(new LetterStore.LetterSelection(null, null, null, "open", null)),
                articles.incompleteLately(most));
    }

    @GET
    @Path("messages")
    public TemplateInstance messages(
            @BeanParam MessageResource.SearchRangeParameters where,
            @BeanParam MessageResource.MessageFilterParameters what,
            @QueryParam("mode") String mode) {
        MessagesPage page = new MessagesPage(
                survey.last().topics().stream().map(TopicRow::topic).toList(),
                "search".equals(mode) || "tail".equals(mode) ? mode : "browse",
                where.topic,
                where.partition,
                where.offset,
                where.time,
                what.key,
                what.text,
                what.path,
                what.equal);
        return OpsTemplates.messages(page, page.chosen() && page.mode().equals("browse") ? messages.page(where) : null);
    }

    @GET
    @Path("messages/one")
    public TemplateInstance message(@BeanParam MessageResource.SearchRangeParameters where) {
        Message message = messages.one(where);
        return OpsTemplates.message(message, pretty(message));
    }

    @GET
    @Path("dead-letters")
    public TemplateInstance letters(
            @QueryParam("group") String group,
            @QueryParam("category") String category,
            @QueryParam("state") String state,
            @QueryParam("done") String done) {
        return letters(new LettersPage(group, category, state, may(), null, null, done));
    }

    TemplateInstance letters(LettersPage page) {
        String state = page.state() == null || page.state().isBlank() ? "open" : page.state();
        List<ShownDeadLetter> shown = letters.letters(
                new LetterStore.LetterSelection(
                        null, page.group(), page.category(), state.equals("all") ? null : state, null),
                settings.rows());
        return OpsTemplates.letters(page, letters.categories(), shown);
    }

    @GET
    @Path("dead-letters/one")
    public TemplateInstance letter(@BeanParam MessageResource.SearchRangeParameters where) {
        LetterPlace place = new LetterPlace(
                OpsParameters.needed("topic", where.topic),
                OpsParameters.small("partition", OpsParameters.needed("partition", where.partition)),
                OpsParameters.number("offset", OpsParameters.needed("offset", where.offset)));
        ShownDeadLetter letter =
                letters.letters(new LetterStore.LetterSelection(List.of(place), null, null, null, null), 1).stream()
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound("No dead letter at " + place));
        Message message =
                reader.one(place.topic(), place.partition(), place.offset()).orElse(null);
        return OpsTemplates.letter(letter, message, message == null ? null : pretty(message));
    }

    @GET
    @Path("articles")
    public TemplateInstance articles(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("done") String done)
            throws InterruptedException {
        Conflicts conflicts = null;
        String trouble = null;
        try {
            conflicts = ingest.conflicts("");
        } catch (ProblemException away) {
            trouble = away.problem().detail();
        }
        return OpsTemplates.articles(
                articles.incomplete(settings.rows()), all(words, state, after), conflicts, trouble, may(), done);
    }

    private ArticlesPage all(String words, String state, String after) {
        int most = settings.rows();
        List<ArticleState> some = states.read(new ArticleStates.Wanted(words, state, after), most);
        String next = some.size() < most
                ? null
                : UriBuilder.fromPath("/ops/articles")
                        .queryParam("q", "{q}")
                        .queryParam("state", "{state}")
                        .queryParam("after", "{after}")
                        .build(words, state, some.get(most - 1).id())
                        .toString();
        return new ArticlesPage(some, words, state, ArticleState.ArticleStatus.words(), next);
    }

    @GET
    @Path("actions")
    public TemplateInstance actions(@QueryParam("done") String done) {
        return OpsTemplates.actions(
                loops.all(), RebuildAnswer.of(rebuild.state()), index.state(), may(), caller.name(), done);
    }

    @GET
    @Path("audit")
    public TemplateInstance audit(@QueryParam("before") String before) {
        Long last = OpsParameters.number("before", before);
        List<AuditEntry> entries = audit.read(last == null ? Long.MAX_VALUE : last, settings.rows());
        return OpsTemplates.audit(
                entries,
                entries.size() < settings.rows()
                        ? null
                        : entries.get(entries.size() - 1).id());
    }

    private boolean may() {
        return caller.may(Scope.OPERATE);
    }

    /** Pretty-printed JSON, unless it was cut. */
    private static String pretty(Message message) {
        if (!message.encoding().equals("json") || message.truncated()) {
            return message.value();
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(message.value()));
        } catch (IOException cannot) {
            return message.value();
        }
    }
}
