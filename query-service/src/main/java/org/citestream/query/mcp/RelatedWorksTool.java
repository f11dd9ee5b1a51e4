package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.List;
import org.citestream.query.PublicUrl;
import org.citestream.query.api.RelatedAnswers.RelatedList;
import org.citestream.query.api.RelatedWorkReader;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.mcp.answer.RelatedToWork;
import org.citestream.query.mcp.answer.RelatedToWork.WorkWithReason;
import org.citestream.query.tally.Tally;
import org.citestream.query.web.PageAddress;

/** What belongs to a work, with the reason. */
@Singleton
@ToolDescription(
        name = "related_works",
        title = "Related works",
        description =
                "Works that belong to a work, the most related first, each with the reason: how many works name both in one bracket,"
                        + " how many cite both, how many works both cite. No texts are compared, so a work that nobody cites and of"
                        + " which no full text is here has none.",
        answer = RelatedToWork.class)
record RelatedWorksTool(RelatedWorkReader related, IndexedWorks indexed, McpSettings settings, PublicUrl url)
        implements McpTool {

    private static final int MOST_SKIPPED = 100_000;

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text("id", InputSchema.ID)
                .number("limit", "Works of a page", 1, settings.maxResults())
                .number("offset", "Works to skip: nextOffset of the page before", 0, MOST_SKIPPED)
                .required("id");
    }

    @Override
    public Object call(Arguments given) {
        RelatedList found = related.related(
                given.work("id"),
                given.number("limit", settings.results(), 1, settings.maxResults()),
                given.number("offset", 0, 0, MOST_SKIPPED));
        String id = found.work().id();
        Tally tally = indexed.find(List.of(id)).get(id).tally();
        return new RelatedToWork(
                NamedWork.of(found.work(), url),
                found.related().stream()
                        .map(one -> new WorkWithReason(
                                NamedWork.of(one.work(), url),
                                one.reason(),
                                one.relation().inOneBracket(),
                                one.relation().citedTogether(),
                                one.relation().sharedReferences(),
                                url.of(PageAddress.of("links", id)
                                        .with("to", one.work().id())
                                        .toString())))
                        .toList(),
                found.next(),
                Coverage.ofCitingWorks(tally.citingPublications()));
    }
}
