package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.PublicUrl;
import org.citestream.query.api.ReportResource;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.mcp.answer.Quote;
import org.citestream.query.mcp.answer.RetractionExposure;
import org.citestream.query.mcp.answer.RetractionExposure.NoticedCitation;
import org.citestream.query.report.NoticedReferences;
import org.citestream.query.report.Report;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportSettings;

/** Which works with editorial notices a work cites. */
@Singleton
@ToolDescription(
        name = "retraction_exposure",
        title = "Retraction exposure",
        description =
                "Whether a work was retracted, and which retracted, withdrawn, questioned or corrected works it cites: before or"
                        + " after the notice, in how many sentences, and in how many of these it says so.",
        answer = RetractionExposure.class)
record RetractionTool(ReportResource reports, ReportSettings settings, PublicUrl url) implements McpTool {

    @Override
    public InputSchema input() {
        return new InputSchema().text("id", InputSchema.ID).required("id");
    }

    @Override
    public Object call(Arguments given) {
        Map<String, List<String>> first = new HashMap<>(Map.of("limit", List.of("1")));
        Report report = reports.report(given.work("id"), ReportQuery.parse(first, settings));
        NoticedReferences noticed = report.citedNotices();
        return new RetractionExposure(
                NamedWork.of(report.publication(), report.notices(), url),
                report.references(),
                noticed == null ? 0 : noticed.total(),
                noticed == null ? 0 : noticed.warnings(),
                noticed == null
                        ? List.of()
                        : noticed.works().stream().map(this::cited).toList(),
                Coverage.ofReferences(report.references()));
    }

    private NoticedCitation cited(NoticedReferences.NoticedWork work) {
        return new NoticedCitation(
                NamedWork.of(work.cited(), url),
                work.notices().stream().map(Quote.StandingNotice::of).toList(),
                work.statements(),
                work.admitting());
    }
}
