package org.citestream.query.mcp;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.citestream.query.PublicUrl;
import org.citestream.query.api.WorkLookup;
import org.citestream.query.database.Snapshot;
import org.citestream.query.mcp.answer.CitationGraph;
import org.citestream.query.mcp.answer.CitationGraph.GraphEdge;
import org.citestream.query.mcp.answer.Coverage;
import org.citestream.query.mcp.answer.NamedWork;
import org.citestream.query.problem.BadParameterException;
import org.citestream.query.publication.CitationLink;
import org.citestream.query.publication.CitationLinks;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.web.PageAddress;

/** The works around one work, up to two steps away. */
@Singleton
@ToolDescription(
        name = "citation_graph",
        title = "Citation graph",
        description =
                "The works that cite a work (cited-by), that it cites (references), or that are cited together with it"
                        + " (co-cited, those cited together most often first). depth 2 also follows the neighbors' own links."
                        + " Each edge has the address of the sentences behind it.",
        answer = CitationGraph.class)
record GraphTool(
        WorkLookup lookup,
        Snapshot snapshot,
        PublicationReader publications,
        CitationLinks links,
        McpSettings settings,
        PublicUrl url)
        implements McpTool {

    private static final int DEEPEST = 2;

    /** Which neighbours to return. */
    private enum Direction {
        CITED_BY,
        REFERENCES,
        CO_CITED;

        String parameter() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static List<String> names() {
            return Stream.of(values()).map(Direction::parameter).toList();
        }

        static Direction named(String written) {
            return Stream.of(values())
                    .filter(direction -> direction.parameter().equals(written.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new BadParameterException(
                            "direction",
                            "'%s' is not a valid direction; use %s".formatted(written, String.join(", ", names()))));
        }
    }

    @Override
    public InputSchema input() {
        return new InputSchema()
                .text("id", InputSchema.ID)
                .choice("direction", "Which neighbors; cited-by where nothing is given", Direction.names())
                .number("depth", "How many steps; co-cited has one", 1, DEEPEST)
                .number("limit", "Direct neighbors of a page", 1, settings.maxResults())
                .number("offset", "Direct neighbors to skip: nextOffset of the page before", 0, Integer.MAX_VALUE)
                .required("id");
    }

    @Override
    public Object call(Arguments given) {
        Direction direction = given.text("direction").map(Direction::named).orElse(Direction.CITED_BY);
        int depth = given.number("depth", 1, 1, direction == Direction.CO_CITED ? 1 : DEEPEST);
        int limit = given.number("limit", settings.results(), 1, settings.maxResults());
        int offset = given.number("offset", 0, 0, Integer.MAX_VALUE);
        String root = lookup.find(given.work("id")).id();
        return snapshot.read(connection -> {
            long key = publications.find(connection, root).orElseThrow();
            return direction == Direction.CO_CITED
                    ? coCited(connection, root, key, limit, offset)
                    : linked(connection, key, direction, depth, limit, offset);
        });
    }

    private CitationGraph linked(
            Connection connection, long root, Direction direction, int depth, int limit, int offset)
            throws SQLException {
        long total = direction == Direction.CITED_BY
                ? links.countCiting(connection, root)
                : links.countCited(connection, root);
        List<CitationLink> found = new ArrayList<>(next(connection, root, direction, limit, offset));
        Set<Long> works = new LinkedHashSet<>(List.of(root));
        found.forEach(link -> works.add(far(link, direction)));
        boolean truncated = false;
        if (depth > 1) {
            List<Long> near = List.copyOf(works).subList(1, works.size());
            for (long neighbor : near) {
                List<CitationLink> further = next(connection, neighbor, direction, limit + 1, 0);
                truncated |= further.size() > limit;
                for (CitationLink link : further.subList(0, Math.min(limit, further.size()))) {
                    if (works.contains(far(link, direction)) || works.size() < settings.graphWorks()) {
                        works.add(far(link, direction));
                        found.add(link);
                    } else {
                        truncated = true;
                    }
                }
            }
        }
        Map<Long, ShownPublication> named = publications.read(connection, works);
        int next = offset + limit;
        return new CitationGraph(
                named.get(root).id(),
                works.stream().map(work -> NamedWork.of(named.get(work), url)).toList(),
                found.stream().map(link -> edge(link, named)).toList(),
                total,
                next > 0 && next < total ? next : null,
                truncated,
                direction == Direction.CITED_BY ? Coverage.ofCitingWorks(total) : Coverage.ofReferences(total));
    }

    private List<CitationLink> next(Connection connection, long work, Direction direction, int limit, int offset)
            throws SQLException {
        return direction == Direction.CITED_BY
                ? links.citing(connection, work, limit, offset)
                : links.cited(connection, work, limit, offset);
    }

    private static long far(CitationLink link, Direction direction) {
        return direction == Direction.CITED_BY ? link.citing() : link.cited();
    }

    private GraphEdge edge(CitationLink link, Map<Long, ShownPublication> named) {
        String from = named.get(link.citing()).id();
        String to = named.get(link.cited()).id();
        return new GraphEdge(
                from,
                to,
                "cites",
                link.selfCitation(),
                null,
                url.of(PageAddress.of("reports", to).with("citing", from).toString()));
    }

    private CitationGraph coCited(Connection connection, String root, long key, int limit, int offset)
            throws SQLException {
        List<CitationLinks.CoCited> found = links.coCited(connection, key, settings.coCiting(), limit + 1, offset);
        List<CitationLinks.CoCited> shown = found.subList(0, Math.min(limit, found.size()));
        List<Long> works = new ArrayList<>(List.of(key));
        shown.forEach(one -> works.add(one.work()));
        Map<Long, ShownPublication> named = publications.read(connection, works);
        return new CitationGraph(
                root,
                works.stream().map(work -> NamedWork.of(named.get(work), url)).toList(),
                shown.stream()
                        .map(one -> new GraphEdge(
                                root, named.get(one.work()).id(), "co-cited", null, one.citingBoth(), null))
                        .toList(),
                shown.size(),
                found.size() > limit ? offset + limit : null,
                false,
                Coverage.ofCitingWorks(links.countCiting(connection, key)));
    }
}
