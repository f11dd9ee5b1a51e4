package org.citestream.query.related;

import java.util.List;
import org.citestream.query.publication.ShownPublication;

/**
 * The neighborhood of a work.
 *
 * @param nodes the work itself first
 * @param edges between any two of the nodes
 */
public record WorkMap(List<Node> nodes, List<Edge> edges) {

    /** How a work on the map stands to the one in its middle; the first that is true. */
    public enum Role {
        CENTER,
        CITES,
        CITED,
        RELATED;

        /** Its name in answers. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A work.
     *
     * @param citingWorks works that cite it
     * @param relation to the middle; null for the middle itself
     */
    public record Node(ShownPublication work, Role role, long citingWorks, Relation relation) {}

    /**
     * A citation.
     *
     * @param from CURIE of the citing work
     * @param to CURIE of the cited work
     * @param statements that the one makes about the other
     * @param supporting of these
     * @param contrasting of these
     */
    public record Edge(String from, String to, long statements, long supporting, long contrasting) {}

    public WorkMap {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** The work in the middle. */
    public ShownPublication center() {
        return nodes.get(0).work();
    }
}
