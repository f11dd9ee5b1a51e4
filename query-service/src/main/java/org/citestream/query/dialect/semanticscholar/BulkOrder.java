package org.citestream.query.dialect.semanticscholar;

import java.util.Optional;
import org.citestream.query.dialect.Keyset;

/** The order of a bulk search: {@code sort=citationCount:desc}, by the id where nothing is said. Stateless. */
final class BulkOrder {

    private BulkOrder() {}

    static Keyset of(GraphParameters asked) {
        Optional<String> written = asked.text("sort");
        if (written.isEmpty()) {
            return new Keyset("p.id", false);
        }
        Keyset.WrittenSort sort = Keyset.WrittenSort.parse(written.get()).orElseThrow(() -> unknown(written.get()));
        boolean descending = sort.descending();
        return switch (sort.field()) {
            case "paperId" -> new Keyset("p.id", descending);
            // Papers without a date come last in both directions.
            case "publicationDate" ->
                new Keyset("coalesce(p.published, '%s')".formatted(descending ? "" : "~"), descending);
            case "citationCount" -> new Keyset(Keyset.padded(Keyset.citations()), descending);
            default -> throw unknown(written.get());
        };
    }

    /** Where the page of a token begins. */
    static Optional<Keyset.Place> behind(GraphParameters asked) {
        return asked.text("token").map(token -> Keyset.Place.parse(token)
                .orElseThrow(() -> GraphError.refused("Invalid token; send the token of the page before")));
    }

    private static RuntimeException unknown(String written) {
        return GraphError.refused("Unacceptable query params: [sort=%s]".formatted(written));
    }
}
