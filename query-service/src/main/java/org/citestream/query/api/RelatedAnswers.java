package org.citestream.query.api;

import java.util.List;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.Relation;
import org.citestream.query.report.ShownStatement;

/** What is answered about works that belong together; each address is one of this host, without it. */
public final class RelatedAnswers {

    private RelatedAnswers() {}

    /**
     * Related works.
     *
     * @param next the offset of the next page, absent on the last
     */
    public record RelatedList(ShownPublication work, List<RelatedWork> related, Integer next) {}

    /**
     * A related work.
     *
     * @param reason in words
     * @param sentences address of the sentences behind it
     */
    public record RelatedWork(ShownPublication work, Relation relation, String reason, String sentences) {}

    /**
     * A path.
     *
     * @param found whether there is one, as far as was looked
     * @param complete whether the answer is sure: no shorter path exists, or none at all
     * @param lookedAt works seen on the way
     */
    public record FoundPath(
            boolean found, boolean complete, long lookedAt, List<ShownPublication> works, List<PathStep> steps) {}

    /**
     * A citation on a path.
     *
     * @param from CURIE of the citing work
     * @param to CURIE of the cited work
     * @param sentences address of the sentences behind it
     */
    public record PathStep(String from, String to, String sentences) {}

    /** Works that both works share, with the sentences. */
    public record LinkedPair(
            ShownPublication work,
            ShownPublication to,
            Relation relation,
            String reason,
            List<ShownStatement> direct,
            List<SharedWork> citingBoth,
            List<SharedWork> citedByBoth) {}

    /** A shared work. */
    public record SharedWork(ShownPublication work, boolean inOneBracket, List<ShownStatement> statements) {}

    /** The neighborhood of a work. */
    public record MapAnswer(ShownPublication work, List<MapNode> nodes, List<MapEdge> edges) {}

    /**
     * A work on a map.
     *
     * @param role center, cites, cited or related
     */
    public record MapNode(ShownPublication work, String role, long citingWorks, Relation relation) {}

    /**
     * A citation on a map.
     *
     * @param statements that the one makes about the other
     * @param sentences address of these
     */
    public record MapEdge(
            String from, String to, long statements, long supporting, long contrasting, String sentences) {}
}
