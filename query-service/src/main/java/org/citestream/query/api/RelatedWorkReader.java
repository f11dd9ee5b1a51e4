package org.citestream.query.api;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citestream.query.api.RelatedAnswers.FoundPath;
import org.citestream.query.api.RelatedAnswers.LinkedPair;
import org.citestream.query.api.RelatedAnswers.MapAnswer;
import org.citestream.query.api.RelatedAnswers.MapEdge;
import org.citestream.query.api.RelatedAnswers.MapNode;
import org.citestream.query.api.RelatedAnswers.PathStep;
import org.citestream.query.api.RelatedAnswers.RelatedList;
import org.citestream.query.api.RelatedAnswers.RelatedWork;
import org.citestream.query.api.RelatedAnswers.SharedWork;
import org.citestream.query.database.Snapshot;
import org.citestream.query.problem.ProblemException;
import org.citestream.query.publication.CitationLink;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.CitationPaths;
import org.citestream.query.related.RelatedWorks;
import org.citestream.query.related.RelatedWorks.Related;
import org.citestream.query.related.WorkLinks;
import org.citestream.query.related.WorkMap;
import org.citestream.query.related.WorkMaps;
import org.citestream.query.report.ReportQuery;
import org.citestream.query.report.ReportSettings;

/** Answers questions about works that belong together, by their CURIEs. Thread-safe. */
@Singleton
public record RelatedWorkReader(
        Snapshot snapshot,
        PublicationReader publications,
        RelatedWorks works,
        WorkLinks links,
        CitationPaths paths,
        WorkMaps maps,
        ReportSettings settings) {

    /**
     * What a work is related to.
     *
     * @throws ProblemException 404 if nothing ever named it
     */
    public RelatedList related(String curie, int limit, int offset) {
        return snapshot.read(connection -> {
            long key = key(connection, curie);
            List<Related> found = works.of(connection, key, limit + 1, offset);
            List<Related> shown = found.subList(0, Math.min(limit, found.size()));
            List<Long> keys = new ArrayList<>(List.of(key));
            shown.forEach(one -> keys.add(one.work()));
            Map<Long, ShownPublication> described = publications.read(connection, keys);
            String id = described.get(key).id();
            return new RelatedList(
                    described.get(key).brief(),
                    shown.stream()
                            .map(one -> new RelatedWork(
                                    described.get(one.work()).brief(),
                                    one.relation(),
                                    one.relation().reason(),
                                    address(
                                            "links",
                                            id,
                                            "to",
                                            described.get(one.work()).id())))
                            .toList(),
                    found.size() > limit ? offset + limit : null);
        });
    }

    /**
     * What links two works.
     *
     * @throws ProblemException 404 if nothing ever named one of them
     */
    public WorkLinks.Links links(String one, String other) {
        return snapshot.read(connection -> links.between(
                connection, key(connection, one), key(connection, other), ReportQuery.parse(Map.of(), settings)));
    }

    static LinkedPair answer(WorkLinks.Links links) {
        return new LinkedPair(
                links.one().brief(),
                links.other().brief(),
                links.relation(),
                links.relation().reason(),
                links.direct(),
                shared(links.citingBoth()),
                shared(links.citedByBoth()));
    }

    private static List<SharedWork> shared(List<WorkLinks.SharedReference> works) {
        return works.stream()
                .map(one -> new SharedWork(one.work().brief(), one.inOneBracket(), one.statements()))
                .toList();
    }

    /**
     * How one work leads to another.
     *
     * @throws ProblemException 404 if nothing ever named one of them
     */
    public FoundPath path(String from, String to) {
        return snapshot.read(connection -> {
            long start = key(connection, from);
            long end = key(connection, to);
            CitationPaths.Path path = paths.between(connection, start, end);
            List<Long> keys = new ArrayList<>(List.of(start));
            for (CitationLink link : path.links()) {
                long last = keys.get(keys.size() - 1);
                keys.add(link.citing() == last ? link.cited() : link.citing());
            }
            Map<Long, ShownPublication> described = publications.read(connection, keys);
            boolean found = !path.links().isEmpty() || start == end;
            return new FoundPath(
                    found,
                    path.complete(),
                    path.lookedAt(),
                    found ? keys.stream().map(key -> described.get(key).brief()).toList() : List.of(),
                    path.links().stream()
                            .map(link -> step(described.get(link.citing()), described.get(link.cited())))
                            .toList());
        });
    }

    private static PathStep step(ShownPublication citing, ShownPublication cited) {
        return new PathStep(citing.id(), cited.id(), address("reports", cited.id(), "citing", citing.id()));
    }

    /**
     * The neighborhood of a work.
     *
     * @throws ProblemException 404 if nothing ever named it
     */
    public WorkMap map(String curie) {
        return snapshot.read(connection -> maps.around(connection, key(connection, curie)));
    }

    MapAnswer answer(WorkMap map) {
        return new MapAnswer(
                map.center().brief(),
                map.nodes().stream()
                        .map(node -> new MapNode(
                                node.work().brief(), node.role().wireName(), node.citingWorks(), node.relation()))
                        .toList(),
                map.edges().stream()
                        .map(edge -> new MapEdge(
                                edge.from(),
                                edge.to(),
                                edge.statements(),
                                edge.supporting(),
                                edge.contrasting(),
                                address("reports", edge.to(), "citing", edge.from())))
                        .toList());
    }

    private static String address(String kind, String id, String parameter, String other) {
        return "/api/v1/" + kind + "/" + escaped(id).replace("%2F", "/").replace("%3A", ":") + "?" + parameter + "="
                + escaped(other);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private long key(Connection connection, String curie) throws SQLException {
        return publications
                .find(connection, curie)
                .orElseThrow(() -> ProblemException.notFound(ReportResource.unknown(curie)));
    }
}
