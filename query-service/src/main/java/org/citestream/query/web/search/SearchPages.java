package org.citestream.query.web.search;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.query.api.SearchParameters;
import org.citestream.query.http.Paging;
import org.citestream.query.report.SentenceTarget;
import org.citestream.query.search.BadQueryException;
import org.citestream.query.search.FoundPublications;
import org.citestream.query.search.FoundStatements;
import org.citestream.query.search.SearchReader;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetCount;
import org.citestream.query.web.FacetBox;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.StatementCard;
import org.citestream.query.web.TextSegment;
import org.citestream.query.web.YearSpan;

/** Builds the search page. Thread-safe. */
@Singleton
record SearchPages(SearchReader search) {

    /** The page for parameters that {@link SearchParameters} accepted. */
    SearchPage page(Map<String, List<String>> given, Paging paging) {
        SearchParameters asked = SearchParameters.of(collapsed(given), paging);
        try {
            return asked.publications() ? publications(given, paging, asked) : statements(given, paging, asked);
        } catch (BadQueryException unread) {
            String words = asked.request().words();
            int place = Math.min(Math.max(unread.position(), 0), words.length());
            return new SharedParts(given, paging, asked, 0, null, Map.of())
                    .page(
                            List.of(),
                            List.of(),
                            null,
                            new SearchPage.SearchProblem(
                                    unread.getMessage(), words.substring(0, place), words.substring(place)));
        }
    }

    /** A page has one card per sentence, unless one per statement is requested. */
    private static Map<String, List<String>> collapsed(Map<String, List<String>> given) {
        if (given.containsKey("in") || given.containsKey(SearchParameters.COLLAPSE)) {
            return given;
        }
        Map<String, List<String>> collapsed = new LinkedHashMap<>(given);
        collapsed.put(SearchParameters.COLLAPSE, List.of(SearchParameters.BY_SENTENCE));
        return collapsed;
    }

    private SearchPage statements(Map<String, List<String>> given, Paging paging, SearchParameters asked) {
        FoundStatements found = search.statements(asked.request(), asked.blind());
        return new SharedParts(given, paging, asked, found.total(), found.sentences(), found.facets())
                .page(
                        found.hits().stream()
                                .filter(hit -> hit.citing() != null && hit.cited() != null)
                                .map(hit -> new SearchPage.StatementResult(
                                        StatementCard.of(hit.statement(), hit.highlights()),
                                        hit.citing(),
                                        hit.cited(),
                                        others(hit)))
                                .toList(),
                        List.of(),
                        found.didYouMean(),
                        null);
    }

    private static List<SentenceTarget> others(FoundStatements.StatementHit hit) {
        return hit.targets() == null
                ? List.of()
                : hit.targets().stream()
                        .filter(target ->
                                !target.statement().equals(hit.statement().id()))
                        .toList();
    }

    private SearchPage publications(Map<String, List<String>> given, Paging paging, SearchParameters asked) {
        FoundPublications found = search.publications(asked.request(), asked.blind());
        return new SharedParts(given, paging, asked, found.total(), null, found.facets())
                .page(
                        List.of(),
                        found.hits().stream()
                                .map(hit -> new SearchPage.PublicationResult(
                                        hit.publication(),
                                        TextSegment.cut(hit.publication().title(), List.of(), hit.highlights()),
                                        hit.tally()))
                                .toList(),
                        found.didYouMean(),
                        null);
    }

    /** The parts that all three kinds of page share. */
    private record SharedParts(
            Map<String, List<String>> given,
            Paging paging,
            SearchParameters asked,
            long total,
            Long sentences,
            Map<String, List<FacetCount>> facets) {

        SearchPage page(
                List<SearchPage.StatementResult> statements,
                List<SearchPage.PublicationResult> works,
                String didYouMean,
                SearchPage.SearchProblem problem) {
            PageAddress address = new PageAddress("/search", given).without("offset");
            Integer from = asked.request().filters().firstYear();
            Integer to = asked.request().filters().lastYear();
            FacetBox yearBox = FacetBox.of(Facet.YEAR, facets, List.of(), null);
            return new SearchPage(
                    address,
                    asked.request().words(),
                    asked.publications(),
                    asked.blind(),
                    asked.request().order().parameter(),
                    total,
                    sentences,
                    boxes(),
                    from,
                    to,
                    YearSpan.of(yearBox, from, to),
                    statements,
                    works,
                    didYouMean == null
                            ? null
                            : new SearchPage.SuggestedSearch(
                                    didYouMean, address.with("q", didYouMean).toString()),
                    problem,
                    paging.offset() == 0 ? null : at(address, Math.max(0, paging.offset() - paging.limit())),
                    hasNext() ? at(address, paging.offset() + paging.limit()) : null);
        }

        private boolean hasNext() {
            int next = paging.offset() + paging.limit();
            return next < (sentences == null ? total : sentences) && next + paging.limit() <= SearchRequest.FURTHEST;
        }

        private static String at(PageAddress address, int offset) {
            return offset == 0
                    ? address.toString()
                    : address.with("offset", Integer.toString(offset)).toString();
        }

        private List<FacetBox> boxes() {
            return Facet.OF_SEARCH.stream()
                    .filter(facet -> facet != Facet.YEAR)
                    .map(facet ->
                            FacetBox.of(facet, facets, asked.request().filters().of(facet), null))
                    .filter(FacetBox::useful)
                    .toList();
        }
    }
}
