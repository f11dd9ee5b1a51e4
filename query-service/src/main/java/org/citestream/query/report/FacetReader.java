package org.citestream.query.report;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetValues;
import org.citestream.query.vocabulary.Words;

/** Lists all authors, journals and citing publications of a report, not only the most frequent. Thread-safe. */
@Singleton
public record FacetReader(Snapshot snapshot, PublicationReader publications, ReportReader reports) {

    /** The facets whose values can be listed and searched; {@code citing} are the citing publications. */
    public static final Set<String> LISTED =
            Set.of(Facet.AUTHOR.parameter(), Facet.JOURNAL.parameter(), FacetReader.CITING);

    private static final String CITING = "citing";

    /**
     * The values that contain {@code like}, ignoring case, under all filters of {@code query} except the facet's own;
     * empty if no fact ever named the publication.
     */
    public Optional<FacetValues> read(
            String curie, String facet, ReportQuery query, String like, int limit, int offset) {
        return snapshot.read(connection -> {
            Optional<Long> key = publications.find(connection, curie);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            SelectionCounts counts = reports.findings(
                            connection, key.get(), query, null, CitedWorks.versionOf(connection, key.get()))
                    .counts();
            return Optional.of(page(facet, values(facet, counts), Words.parse(like), limit, offset));
        });
    }

    private static FacetValues page(String facet, Stream<FacetValues.Value> values, Words like, int limit, int offset) {
        List<FacetValues.Value> page = values.filter(
                        value -> like.allIn(value.label() == null ? value.value() : value.label()))
                .sorted(Comparator.comparingLong(FacetValues.Value::count)
                        .reversed()
                        .thenComparing(FacetValues.Value::value))
                .skip(offset)
                .limit(limit + 1L)
                .toList();
        boolean more = page.size() > limit;
        return new FacetValues(facet, more ? page.subList(0, limit) : page, more ? offset + limit : null);
    }

    private static Stream<FacetValues.Value> values(String facet, SelectionCounts counts) {
        if (facet.equals(CITING)) {
            return counts.citing();
        }
        Facet open = Facet.named(facet).filter(Facet::open).orElseThrow(() -> new IllegalArgumentException(facet));
        return counts.count(open).stream()
                .filter(one -> !one.value().equals(Facet.NONE))
                .map(one -> new FacetValues.Value(one.value(), one.label(), one.count()));
    }
}
