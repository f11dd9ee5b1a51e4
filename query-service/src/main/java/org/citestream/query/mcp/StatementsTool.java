package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.query.PublicUrl;
import org.citestream.query.api.ReportResource;
import org.citestream.query.api.SearchParameters;
import org.citestream.query.http.Paging;
import org.citestream.query.http.Parameters;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.Quote;
import org.citestream.query.mcp.answer.Quotes;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.report.Report;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.search.FoundStatements;
import org.citestream.query.search.SearchReader;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.vocabulary.Facet;

/** Statements page by page: of one work as in its report, or of the whole index as in a search. */
@Singleton
@ToolDescription(
        name = "get_statements",
        title = "Get statements",
        description =
                "Citing sentences word for word, with section, label, confidence, model and permalink. With cited: those about"
                        + " one work, one for each citing work, filtered as in a report; citing gives all of one citing work;"
                        + " page with cursor. Without cited: those anywhere in the index that have the words q, e.g. of a claim;"
                        + " page with offset.",
        answer = Quotes.class)
record StatementsTool(
        ReportResource reports, SearchReader search, ReportSettings reportSettings, McpSettings settings, PublicUrl url)
        implements McpTool {

    private static final String CITED = "cited";
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";

    @Override
    public InputSchema input() {
        Set<Facet> facets = EnumSet.copyOf(Facet.OF_REPORTS);
        facets.addAll(Facet.OF_SEARCH);
        return new InputSchema()
                .text(CITED, "The work that statements are about. " + InputSchema.ID)
                .text("q", "Words that must all occur; in a search also \"phrases\", OR, NOT and field:")
                .facets(facets)
                .text("citing", "With cited: all statements of this citing work")
                .choice("order", "Order; confidence only with cited", CitationReportTool.ORDERS)
                .choice("exclude", "With cited: exclude statements by the work's own authors", List.of("self"))
                .text("asOf", "With cited: as it stood on this day")
                .number(LIMIT, "Statements of a page", 1, settings.maxResults())
                .text("cursor", "With cited: nextCursor of the page before")
                .number(OFFSET, "Without cited: nextOffset of the page before", 0, SearchRequest.FURTHEST);
    }

    @Override
    public Object call(Arguments given) {
        int limit = given.number(LIMIT, settings.results(), 1, settings.maxResults());
        return given.has(CITED) ? ofWork(given, limit) : ofSearch(given, limit);
    }

    private Quotes ofWork(Arguments given, int limit) {
        Map<String, List<String>> parameters = given.parametersBut(CITED, LIMIT);
        parameters.put(LIMIT, List.of(Integer.toString(Math.min(limit, reportSettings.maxGroups()))));
        Report report = reports.report(given.work(CITED), Parameters.report(parameters, reportSettings));
        List<Quote> quotes = CitationReportTool.quotes(report.publication(), report.groups(), url);
        return new Quotes(
                report.matching(),
                quotes.subList(0, Math.min(quotes.size(), settings.maxResults())),
                report.next(),
                null,
                null,
                Coverage.ofWork(
                        report.tally().citingPublications(), report.tally().total()));
    }

    private Quotes ofSearch(Arguments given, int limit) {
        if (!given.has("q")) {
            throw new BadParameterException(
                    "q", "is missing; give words, or the work that statements are about as cited");
        }
        int offset = given.number(OFFSET, 0, 0, SearchRequest.FURTHEST);
        SearchParameters asked = SearchParameters.of(given.parametersBut(LIMIT, OFFSET), new Paging(limit, offset));
        FoundStatements found = search.statements(asked.request(), false);
        int next = offset + limit;
        return new Quotes(
                found.total(),
                found.hits().stream()
                        .map(hit -> Quote.of(hit.statement(), hit.citing(), hit.cited(), 0, url))
                        .toList(),
                null,
                next < Math.min(found.total(), SearchRequest.FURTHEST) ? next : null,
                found.didYouMean(),
                Coverage.ofSearch(found.total()));
    }
}
