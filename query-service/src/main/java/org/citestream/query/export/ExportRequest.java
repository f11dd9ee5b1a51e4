package org.citestream.query.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.WrittenId;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.vocabulary.Facet;

/**
 * Which statements to export.
 *
 * @param cited CURIE of the publication whose report is exported; null for a search
 * @param query the report's parameters, which narrow a search too
 * @param search the words of a search; empty for a report, and for all statements
 * @param order the order of a search
 * @param most maximum number of statements
 */
public record ExportRequest(
        Optional<String> cited,
        ReportQuery query,
        Optional<String> search,
        SearchRequest.SearchOrder order,
        Licences licences,
        long most) {

    private static final Set<String> OWN = Set.of("cited", Facet.LICENCE.parameter(), "limit", "format");

    /** A search field that would reveal the labels of hits. */
    private static final Pattern ASKS_FOR_TYPE = Pattern.compile("(?i)\\btype\\s*:");

    /** Everything, in the order in which it was read. */
    public static ExportRequest everything(ReportSettings settings) {
        return parse(Map.of(), settings);
    }

    /**
     * Reads the parameters of an address.
     *
     * @throws BadParameterException for an unknown parameter too
     */
    public static ExportRequest parse(Map<String, List<String>> parameters, ReportSettings settings) {
        parameters.keySet().forEach(ExportRequest::known);
        Optional<String> cited = one(parameters, "cited").map(written -> WrittenId.toCurie(written)
                .orElseThrow(() -> new BadParameterException(
                        "cited",
                        "'%s' is not a valid publication id; use a DOI (10.…), or pmid:…, pmcid:PMC…, arxiv:…, ref:…"
                                .formatted(written))));
        Map<String, List<String>> report = new HashMap<>(parameters);
        OWN.forEach(report::remove);
        Optional<String> search = Optional.empty();
        SearchRequest.SearchOrder order = SearchRequest.SearchOrder.RELEVANCE;
        if (cited.isEmpty()) {
            search = one(report, "q");
            order = order(one(report, "order"), search.isPresent());
            report.remove("q");
            report.remove("order");
        }
        ReportQuery query = ReportQuery.parse(report, settings);
        if (query.blind()
                && search.isPresent()
                && ASKS_FOR_TYPE.matcher(search.get()).find()) {
            throw new BadParameterException("q", "type: would betray the labels; leave out type: or blind");
        }
        return new ExportRequest(
                cited,
                query,
                search,
                order,
                new Licences(parameters.getOrDefault(Facet.LICENCE.parameter(), List.of())),
                most(one(parameters, "limit")));
    }

    private static void known(String name) {
        if (name.equals("cursor")) {
            throw new BadParameterException(name, "an export has no pages; leave it out");
        }
        if (!OWN.contains(name) && !ReportQuery.knows(name)) {
            throw new BadParameterException(
                    name,
                    "not known here; write cited, q, format, licence, limit, %s, order, citing, asOf, exclude, blind or labels"
                            .formatted(Facet.names(Facet.OF_REPORTS)));
        }
    }

    private static SearchRequest.SearchOrder order(Optional<String> written, boolean search) {
        if (written.isEmpty()) {
            return SearchRequest.SearchOrder.RELEVANCE;
        }
        if (search) {
            for (SearchRequest.SearchOrder order : SearchRequest.SearchOrder.ofStatements()) {
                if (order.name().equalsIgnoreCase(written.get())) {
                    return order;
                }
            }
            throw new BadParameterException(
                    "order",
                    "'%s' is not a valid order of a search; use relevance, newest or oldest".formatted(written.get()));
        }
        throw new BadParameterException(
                "order", "all statements come by citing publication; give cited or q, or leave order out");
    }

    private static long most(Optional<String> written) {
        if (written.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (written.get().matches("[1-9][0-9]{0,15}")) {
            return Long.parseLong(written.get());
        }
        throw new BadParameterException(
                "limit", "'%s' is not a valid number of statements; use 1 or more".formatted(written.get()));
    }

    private static Optional<String> one(Map<String, List<String>> parameters, String name) {
        List<String> written = parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (written.size() > 1) {
            throw new BadParameterException(name, "given %d times; give it once".formatted(written.size()));
        }
        return written.stream().findFirst();
    }
}
