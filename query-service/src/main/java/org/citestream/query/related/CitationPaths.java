package org.citestream.query.related;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.CitationLink;

/**
 * Finds how one work leads to another along citations, whichever way they point: from both ends at once, the side with the
 * fewer works first, so that a famous work in the middle is met and not passed through. Thread-safe.
 */
@Singleton
public record CitationPaths(RelatedSettings settings) {

    private static final String NEIGHBORS = """
            SELECT w.key AS near, e.other AS far, e.outward FROM unnest(:works::bigint[]) AS w (key)
            CROSS JOIN LATERAL (
              (SELECT DISTINCT c.root AS other, false AS outward FROM active.reference_edge e
               JOIN active.publication c ON c.key = e.citing WHERE e.cited = w.key ORDER BY c.root LIMIT :neighbors)
              UNION ALL
              (SELECT DISTINCT e.cited, true FROM active.publication c JOIN active.reference_edge e ON e.citing = c.key
               WHERE c.key = w.key OR (c.root = w.key AND c.root <> c.key) ORDER BY e.cited LIMIT :neighbors)) e
            ORDER BY w.key, e.outward DESC, e.other""";

    /**
     * A path.
     *
     * @param links one step each, from the one end to the other; none where no path was found
     * @param lookedAt how many works were seen on the way
     * @param complete whether there is surely no shorter path, or none where none was found
     */
    public record Path(List<CitationLink> links, long lookedAt, boolean complete) {
        public Path {
            links = List.copyOf(links);
        }
    }

    /** The works reached from one end, each with the step that led there. */
    private static final class Side {
        private final Map<Long, ReachedFrom> reached = new HashMap<>();
        private Set<Long> edge = new LinkedHashSet<>();
        private boolean cut;

        Side(long start) {
            reached.put(start, null);
            edge.add(start);
        }

        /** The steps from a work back to the start. */
        List<CitationLink> back(long work) {
            List<CitationLink> links = new ArrayList<>();
            for (ReachedFrom step = reached.get(work); step != null; step = reached.get(step.from())) {
                links.add(step.link());
            }
            return links;
        }
    }

    private record ReachedFrom(long from, CitationLink link) {}

    /** The shortest path between two works, as far as the settings let it look. */
    public Path between(Connection connection, long from, long to) throws SQLException {
        if (from == to) {
            return new Path(List.of(), 1, true);
        }
        Side start = new Side(from);
        Side end = new Side(to);
        for (int steps = 0; steps < settings.pathSteps() && !start.edge.isEmpty() && !end.edge.isEmpty(); steps++) {
            Side side = start.edge.size() <= end.edge.size() ? start : end;
            Side opposite = side == start ? end : start;
            Long met = grow(connection, side, opposite);
            if (met != null) {
                List<CitationLink> links = start.back(met);
                Collections.reverse(links);
                links.addAll(end.back(met));
                return new Path(links, (long) start.reached.size() + end.reached.size(), !start.cut && !end.cut);
            }
            if (start.reached.size() + end.reached.size() > settings.pathWorks()) {
                side.cut = true;
                break;
            }
        }
        boolean exhausted = start.edge.isEmpty() || end.edge.isEmpty();
        return new Path(
                List.of(), (long) start.reached.size() + end.reached.size(), exhausted && !start.cut && !end.cut);
    }

    /** One step further from one end; a work that the other end has reached, or null. */
    private Long grow(Connection connection, Side side, Side opposite) throws SQLException {
        Set<Long> next = new LinkedHashSet<>();
        Map<Long, Integer> counted = new HashMap<>();
        Long met = null;
        for (Neighbor neighbor : neighbors(connection, side.edge)) {
            counted.merge(neighbor.near(), 1, Integer::sum);
            if (!side.reached.containsKey(neighbor.far())) {
                side.reached.put(neighbor.far(), new ReachedFrom(neighbor.near(), neighbor.link()));
                next.add(neighbor.far());
                if (met == null && opposite.reached.containsKey(neighbor.far())) {
                    met = neighbor.far();
                }
            }
        }
        side.cut |= counted.values().stream().anyMatch(many -> many >= settings.pathNeighbors());
        side.edge = next;
        return met;
    }

    private record Neighbor(long near, long far, boolean outward) {
        CitationLink link() {
            return outward ? new CitationLink(near, far, false) : new CitationLink(far, near, false);
        }
    }

    private List<Neighbor> neighbors(Connection connection, Collection<Long> works) throws SQLException {
        return Sql.of(NEIGHBORS)
                .with("works", works)
                .with("neighbors", settings.pathNeighbors())
                .list(
                        connection,
                        row -> new Neighbor(row.getLong("near"), row.getLong("far"), row.getBoolean("outward")));
    }
}
