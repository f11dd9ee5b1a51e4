package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citestream.query.PublicUrl;
import org.citestream.query.api.ReportResource;
import org.citestream.query.http.Parameters;
import org.citestream.query.mcp.answer.CitationReport;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.mcp.answer.Quote;
import org.citestream.query.mcp.answer.TypeCounts;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.Report;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.report.StatementGroup;
import org.citestream.query.report.StatementOrder;
import org.citestream.query.vocabulary.Facet;

/** What the articles here say about one work: its numbers, its facets and its first statements. */
@Singleton
@ToolDescription(
        name = "citation_report",
        title = "Citation report",
        description =
                "What the articles in this index say about one work: statements by type, counts by section, year, author and"
                        + " more, its editorial notices, and the first statements word for word. Start here to judge a work;"
                        + " get_statements pages through the rest.",
        answer = CitationReport.class)
record CitationReportTool(ReportResource reports, ReportSettings reportSettings, McpSettings settings, PublicUrl url)
        implements McpTool {

    /** In the order of a report page. */
    static final List<String> ORDERS =
            Stream.of(StatementOrder.values()).map(StatementOrder::parameter).toList();

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text("id", InputSchema.ID)
                .facets(Facet.OF_REPORTS)
                .text("q", "Only statements with all these words, in the sentence or beside it")
                .choice("order", "Order of the statements", ORDERS)
                .number("limit", "Citing works whose first statement is shown", 1, settings.maxResults())
                .text("asOf", "The report as it stood on this day: 2022-01-01, 2022-01 or 2022")
                .choice("exclude", "Exclude statements by the work's own authors", List.of("self"))
                .required("id");
    }

    @Override
    public CitationReport call(Arguments given) {
        int limit = given.number("limit", settings.results(), 1, settings.maxResults());
        Map<String, List<String>> parameters = given.parametersBut("id", "limit");
        return read(given.work("id"), parameters, limit);
    }

    /** The report with these parameters of a report's URL. */
    CitationReport read(String curie, Map<String, List<String>> parameters, int limit) {
        parameters.put("limit", List.of(Integer.toString(Math.min(limit, reportSettings.maxGroups()))));
        Report report = reports.report(curie, Parameters.report(parameters, reportSettings));
        return new CitationReport(
                NamedWork.of(report.publication(), report.notices(), url),
                report.publication().summary(),
                TypeCounts.of(report.tally()),
                report.references(),
                facets(report),
                report.matching(),
                quotes(report.publication(), report.groups(), url),
                Coverage.ofWork(
                        report.tally().citingPublications(), report.tally().total()));
    }

    /** The statements of a report. */
    static List<Quote> quotes(ShownPublication cited, List<StatementGroup> groups, PublicUrl url) {
        List<Quote> quotes = new ArrayList<>();
        for (StatementGroup group : groups) {
            group.statements().forEach(said -> quotes.add(Quote.of(said, group.citing(), cited, group.more(), url)));
        }
        return quotes;
    }

    private static List<CitationReport.FacetSummary> facets(Report report) {
        List<CitationReport.FacetSummary> facets = new ArrayList<>();
        report.facets()
                .forEach((name, values) -> facets.add(new CitationReport.FacetSummary(
                        name,
                        values.stream()
                                .map(value -> new CitationReport.ValueCount(value.value(), value.count()))
                                .toList())));
        return facets;
    }
}
