package org.citestream.query.web.search;

import java.util.List;
import java.util.stream.Stream;
import org.citestream.query.api.SearchParameters;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.SentenceTarget;
import org.citestream.query.search.SearchRequest;
import org.citestream.query.tally.Tally;
import org.citestream.query.web.FacetBox;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.StatementCard;
import org.citestream.query.web.TextSegment;
import org.citestream.query.web.YearSpan;

/**
 * The contents of the search page.
 *
 * @param address this page's own
 * @param didYouMean if nothing was found, the same search with corrected words, or null
 * @param problem what is wrong with the words, or null
 * @param sentences the number of sentences if each card has everything its sentence cites, else null
 * @param yearFrom first requested year, or null
 * @param yearTo last requested year, or null
 * @param span ends of the year slider, or null
 * @param previous address of the previous page, or null
 * @param next address of the next page, or null
 */
public record SearchPage(
        PageAddress address,
        String words,
        boolean publications,
        boolean blind,
        String order,
        long total,
        Long sentences,
        List<FacetBox> boxes,
        Integer yearFrom,
        Integer yearTo,
        YearSpan span,
        List<StatementResult> statements,
        List<PublicationResult> works,
        SuggestedSearch didYouMean,
        SearchProblem problem,
        String previous,
        String next) {

    /**
     * A statement found, with its citing and cited work.
     *
     * @param others other works its sentence cites, if cards are by sentence
     */
    public record StatementResult(
            StatementCard card, ShownPublication citing, ShownPublication cited, List<SentenceTarget> others) {}

    /** A publication found; {@code tally} is null when blind. */
    public record PublicationResult(ShownPublication publication, List<TextSegment> title, Tally tally) {}

    /** A corrected spelling, and the address of its search. */
    public record SuggestedSearch(String words, String address) {}

    /** What is wrong with the query, and from which character on. */
    public record SearchProblem(String message, String before, String from) {}

    public SearchPage {
        boxes = List.copyOf(boxes);
        statements = List.copyOf(statements);
        works = List.copyOf(works);
    }

    /** The same search in the other index, without filters that only one of them has. */
    public String statementsAddress() {
        return new PageAddress(address.path(), java.util.Map.of("q", List.of(words))).toString();
    }

    public String publicationsAddress() {
        return new PageAddress(address.path(), java.util.Map.of("q", List.of(words), "in", List.of("publications")))
                .toString();
    }

    /** This search of statements as a feed, atom or json. */
    public String feed(String format) {
        return new PageAddress("/feeds/" + format + "/search", address.parameters())
                .without("in", "order", "offset", "limit", "blind", "collapse")
                .toString();
    }

    /** The address to sign up for alerts on this search. */
    public String alert() {
        return new PageAddress("/alerts/new", address.parameters())
                .without("q", "in", "order", "offset", "limit", "blind", "collapse")
                .with("follows", "search")
                .with("target", words)
                .toString();
    }

    /** The address where the publications found are added to a collection. */
    public String collect() {
        return new PageAddress("/collections/add", address.parameters())
                .without("offset", "limit", "blind")
                .with("in", "publications")
                .toString();
    }

    /** The same search without filters. */
    public String cleared() {
        return publications ? publicationsAddress() : statementsAddress();
    }

    /** The available orders, as named in URLs. */
    public List<String> orders() {
        return Stream.of(SearchRequest.SearchOrder.values())
                .filter(one -> (publications || !one.isOfPublications()) && !(blind && one.tellsLabels()))
                .map(SearchRequest.SearchOrder::parameter)
                .toList();
    }

    /** Whether one card per statement was requested. */
    public boolean perStatement() {
        return address.parameters().containsKey(SearchParameters.COLLAPSE)
                && !address.parameters().get(SearchParameters.COLLAPSE).contains(SearchParameters.BY_SENTENCE);
    }

    public boolean filtered() {
        return yearFrom != null
                || yearTo != null
                || boxes.stream().anyMatch(box -> box.options().stream().anyMatch(FacetBox.Option::chosen));
    }
}
