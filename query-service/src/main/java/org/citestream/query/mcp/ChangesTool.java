package org.citestream.query.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import org.citestream.query.PublicUrl;
import org.citestream.query.change.Change;
import org.citestream.query.mcp.answer.Changes;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.stream.ChangePages;
import org.citestream.query.stream.StreamFilter;
import org.citestream.query.vocabulary.ChangeType;
import org.citestream.query.vocabulary.Facet;

/** What has changed since a client last looked. */
@Singleton
@ToolDescription(
        name = "changes_since",
        title = "Changes since",
        description =
                "What changed behind a place in the log of changes: new, changed and removed statements, references and notices,"
                        + " filtered by works, events and as in a report. Without since it tells the newest place; keep next"
                        + " and come back with it.",
        answer = Changes.class)
record ChangesTool(ChangePages pages, ObjectMapper json, McpSettings settings, PublicUrl url) implements McpTool {

    private static final String SINCE = "since";
    private static final String LIMIT = "limit";

    /** The greatest integer that JavaScript clients represent exactly. */
    private static final long GREATEST = (1L << 53) - 1;

    @Override
    public InputSchema input() {
        return new InputSchema()
                .number(SINCE, "next of the answer before; 0 for all that is kept", 0, GREATEST)
                .texts("cited", "Only changes of the reports of these works. " + InputSchema.ID, settings.references())
                .texts("citing", "Only changes that these citing works made", settings.references())
                .choices("event", "Only these events", ChangeType.NAMES.all())
                .facets(Facet.OF_REPORTS)
                .text("q", "Only statements with all these words")
                .choice("exclude", "Exclude self-citations", List.of("self"))
                .number(LIMIT, "Changes of a page", 1, settings.maxResults());
    }

    @Override
    public Object call(Arguments given) {
        int limit = given.number(LIMIT, settings.results(), 1, settings.maxResults());
        long since = given.number(SINCE, GREATEST, 0, GREATEST);
        StreamFilter filter = StreamFilter.parse(given.parametersBut(SINCE, LIMIT));
        ChangePages.ChangePage page = pages.after(since, filter, limit, settings.changesRead());
        return new Changes(
                page.changes().stream().map(this::change).toList(),
                page.next(),
                page.last(),
                page.next() >= page.last(),
                page.gap(),
                Coverage.ofChanges(page.gap()));
    }

    private Changes.ListedChange change(Change change) {
        JsonNode payload = payload(change);
        String statement =
                change.statement() == null ? null : change.statement().toString();
        return new Changes.ListedChange(
                change.sequence(),
                change.type().wireName(),
                change.at().toString(),
                change.cited(),
                change.citing(),
                statement,
                statement == null ? null : url.of("/statements/" + statement),
                payload.path("text").asText(null),
                payload.path("type").asText(null),
                payload.path("typeBefore").asText(null),
                change.cause() == null ? null : change.cause().wireName());
    }

    private JsonNode payload(Change change) {
        try {
            return json.readTree(change.payload());
        } catch (JsonProcessingException ours) {
            throw new IllegalStateException("a change is not JSON", ours);
        }
    }
}
