package org.citestream.query.web.related;

import java.util.List;
import org.citestream.query.api.RelatedAnswers.FoundPath;
import org.citestream.query.api.RelatedAnswers.PathStep;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.WorkLinks;
import org.citestream.query.web.PageAddress;
import org.citestream.query.web.StatementCard;

/**
 * Everything the page of two works shows: the sentences that link them, and where nothing does so directly, a path.
 *
 * @param hops null where a sentence or a shared work links them
 */
public record LinksPage(
        ShownPublication one,
        ShownPublication other,
        String reason,
        List<StatementCard> direct,
        List<ShownReference> citingBoth,
        List<ShownReference> citedByBoth,
        List<Hop> hops,
        boolean complete,
        long lookedAt) {

    /** A work that both share. */
    public record ShownReference(ShownPublication work, boolean inOneBracket, List<StatementCard> cards) {}

    /**
     * A step of a path.
     *
     * @param cites whether the step goes from the citing work to the cited one
     * @param sentences address of the statements behind it
     */
    public record Hop(ShownPublication from, ShownPublication to, boolean cites, String sentences) {}

    static LinksPage of(WorkLinks.Links links, FoundPath path) {
        return new LinksPage(
                links.one(),
                links.other(),
                links.relation().isNone() ? null : links.relation().reason(),
                StatementCard.bySentence(links.direct()),
                shared(links.citingBoth()),
                shared(links.citedByBoth()),
                path == null ? null : hops(path),
                path == null || path.complete(),
                path == null ? 0 : path.lookedAt());
    }

    private static List<ShownReference> shared(List<WorkLinks.SharedReference> works) {
        return works.stream()
                .map(one ->
                        new ShownReference(one.work(), one.inOneBracket(), StatementCard.bySentence(one.statements())))
                .toList();
    }

    private static List<Hop> hops(FoundPath path) {
        return java.util.stream.IntStream.range(0, path.steps().size())
                .mapToObj(i -> hop(
                        path.works().get(i),
                        path.works().get(i + 1),
                        path.steps().get(i)))
                .toList();
    }

    private static Hop hop(ShownPublication from, ShownPublication to, PathStep step) {
        return new Hop(
                from,
                to,
                step.from().equals(from.id()),
                PageAddress.of("reports", step.to()).with("citing", step.from()).toString());
    }

    /** The map around the first work. */
    public String map() {
        return PageAddress.of("maps", one.id()).toString();
    }
}
