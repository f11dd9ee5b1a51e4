package org.citestream.query.search;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.citestream.query.database.Snapshot;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.report.Highlights;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportSettings;
import org.citestream.query.report.SentenceReader;
import org.citestream.query.report.SentenceTarget;
import org.citestream.query.report.ShownStatement;
import org.citestream.query.report.StatementReader;
import org.citestream.query.tally.SupportedOrContrastedWorks;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.CitationType;
import org.citestream.query.vocabulary.Facet;
import org.citestream.query.vocabulary.FacetCount;

/** Searches the index and reads the results from the tables. Thread-safe. */
@Singleton
public record SearchReader(
        SearchIndex index,
        Snapshot snapshot,
        StatementReader statements,
        PublicationReader publications,
        SentenceReader sentences,
        ReportSettings settings) {

    /** A number that changes whenever the index may find something else; meaningless outside this process. */
    public long indexVersion() {
        try {
            return index.version();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Finds statements, with the works on both sides. A statement that was removed in the meantime is left out of the
     * page.
     *
     * @param blind without anything that reveals labels
     */
    public FoundStatements statements(SearchRequest request, boolean blind) {
        StatementHits hits = IndexCall.answer(() -> index.statements(request));
        return snapshot.read(connection -> {
            Map<UUID, ShownStatement> rows = statements.read(connection, hits.ids(), shown(blind));
            Map<String, ShownPublication> works =
                    publications.readBriefByIds(connection, ShownStatement.works(rows.values()));
            Map<UUID, List<SentenceTarget>> targets =
                    request.bySentence() ? sentences.read(connection, hits.ids(), blind) : Map.of();
            List<FoundStatements.StatementHit> found = new ArrayList<>();
            for (UUID id : hits.ids()) {
                ShownStatement statement = rows.get(id);
                if (statement != null) {
                    found.add(new FoundStatements.StatementHit(
                            statement,
                            highlights(hits.highlighter(), statement),
                            works.get(statement.citing()),
                            works.get(statement.cited()),
                            targets.get(id)));
                }
            }
            return new FoundStatements(
                    hits.total(),
                    request.bySentence() ? hits.sentences() : null,
                    facets(hits.facets(), blind),
                    found,
                    didYouMean(hits.total(), request, false));
        });
    }

    /** Finds publications, with their tallies. */
    public FoundPublications publications(SearchRequest request, boolean blind) {
        return snapshot.read(connection -> {
            Map<Long, Long> counts = counts(connection, request.order());
            PublicationHits hits = IndexCall.answer(() -> index.publications(request, counts));
            Map<String, ShownPublication> works = publications.readByIds(connection, hits.ids());
            Map<String, Tally> tallies = blind ? Map.of() : Tallies.byId(connection, hits.ids());
            return new FoundPublications(
                    hits.total(),
                    hits.ids().stream()
                            .filter(works::containsKey)
                            .map(id -> new FoundPublications.PublicationHit(
                                    works.get(id), titleHighlights(hits.highlighter(), works.get(id)), tallies.get(id)))
                            .toList(),
                    facets(hits.facets(), blind),
                    didYouMean(hits.total(), request, true));
        });
    }

    /** The counts, by key of the work, for an order that the index alone cannot provide. */
    private static Map<Long, Long> counts(Connection connection, SearchRequest.SearchOrder order) throws SQLException {
        if (order == SearchRequest.SearchOrder.CITED) {
            return Tallies.mostCited(connection, SearchRequest.FURTHEST);
        }
        Optional<CitationType> counted = order.counted();
        return counted.isPresent() ? SupportedOrContrastedWorks.statements(connection, counted.get()) : Map.of();
    }

    /** Null if something was found, or there is no better spelling. */
    private String didYouMean(long total, SearchRequest request, boolean publications) {
        return total > 0
                ? null
                : IndexCall.answer(() -> index.corrected(request.words(), publications))
                        .orElse(null);
    }

    /** Completions of what is being typed. */
    public List<Suggestion> suggest(String typed, int most) {
        return IndexCall.answer(() -> index.suggest(typed, most));
    }

    private ReportQuery shown(boolean blind) {
        return ReportQuery.parse(blind ? Map.of("blind", List.of("true")) : Map.of(), settings);
    }

    private static Map<String, List<FacetCount>> facets(
            Map<Facet, List<StatementHits.FacetValue>> counted, boolean blind) {
        Map<String, List<FacetCount>> facets = new TreeMap<>();
        counted.forEach((facet, values) -> {
            if (!(blind && facet == Facet.TYPE)) {
                facets.put(
                        facet.parameter(),
                        values.stream()
                                .map(value -> new FacetCount(value.value(), value.count()))
                                .toList());
            }
        });
        return facets;
    }

    private static Highlights highlights(Highlighter highlighter, ShownStatement statement) {
        return new Highlights(
                spans(highlighter, statement.text()),
                spans(highlighter, statement.before()),
                spans(highlighter, statement.after()));
    }

    private static List<int[]> titleHighlights(Highlighter highlighter, ShownPublication work) {
        return spans(highlighter, work.title());
    }

    private static List<int[]> spans(Highlighter highlighter, String text) {
        return text == null
                ? List.of()
                : highlighter.matches(text).stream()
                        .map(match -> new int[] {match.start(), match.end()})
                        .toList();
    }
}
