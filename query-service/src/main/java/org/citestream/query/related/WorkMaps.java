package org.citestream.query.related;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citestream.kit.database.Sql;
import org.citestream.query.publication.PublicationReader;
import org.citestream.query.publication.ShownPublication;
import org.citestream.query.related.RelatedWorks.Related;
import org.citestream.query.related.WorkMap.Edge;
import org.citestream.query.related.WorkMap.Node;
import org.citestream.query.related.WorkMap.Role;
import org.citestream.query.tally.Tallies;
import org.citestream.query.tally.Tally;
import org.citestream.query.vocabulary.VocabularySql;

/** Reads the neighborhoods of works. Thread-safe. */
@Singleton
public record WorkMaps(RelatedWorks related, PublicationReader publications, RelatedSettings settings) {

    /** What is related to a work counts only among so many. */
    private static final int RELATED = 200;

    private static final String CITING = """
            SELECT w.root FROM (SELECT DISTINCT c.root FROM active.reference_edge e
              JOIN active.publication c ON c.key = e.citing WHERE e.cited = :work ORDER BY c.root LIMIT :among) w
            ORDER BY (SELECT sum(t.citing_publications) FROM active.tally t WHERE t.cited = w.root) DESC NULLS LAST, w.root
            LIMIT :limit""";

    private static final String CITED = """
            SELECT w.cited FROM (SELECT e.cited, sum((SELECT count(*) FROM active.statement s
                WHERE s.citing = e.citing AND s.cited = e.cited)) AS said
              FROM active.publication c JOIN active.reference_edge e ON e.citing = c.key
              WHERE c.key = :work OR (c.root = :work AND c.root <> c.key) GROUP BY e.cited) w
            ORDER BY w.said DESC, w.cited LIMIT :limit""";

    private static final String EDGES = VocabularySql.of("""
            SELECT c.root AS citing, e.cited, sum(said.statements)::bigint AS statements,
              sum(said.supporting)::bigint AS supporting, sum(said.contrasting)::bigint AS contrasting
            FROM active.publication c JOIN active.reference_edge e ON e.citing = c.key
            CROSS JOIN LATERAL (SELECT count(*) AS statements,
                count(*) FILTER (WHERE s.type = ${type:supporting}) AS supporting,
                count(*) FILTER (WHERE s.type = ${type:contrasting}) AS contrasting
              FROM active.statement s WHERE s.citing = e.citing AND s.cited = e.cited AND s.reference_key = e.key) said
            WHERE (c.key = ANY (:works) OR (c.root <> c.key AND c.root = ANY (:works))) AND e.cited = ANY (:works)
              AND e.cited <> c.root
            GROUP BY c.root, e.cited ORDER BY c.root, e.cited""");

    /** The map around a work. */
    public WorkMap around(Connection connection, long work) throws SQLException {
        Map<Long, Role> roles = new LinkedHashMap<>();
        roles.put(work, Role.CENTER);
        for (long citing : Sql.of(CITING)
                .with("work", work)
                .with("among", settings.citing())
                .with("limit", settings.mapWorks())
                .list(connection, row -> row.getLong(1))) {
            roles.putIfAbsent(citing, Role.CITES);
        }
        for (long cited : Sql.of(CITED)
                .with("work", work)
                .with("limit", settings.mapWorks())
                .list(connection, row -> row.getLong(1))) {
            roles.putIfAbsent(cited, Role.CITED);
        }
        Map<Long, Relation> relations = new LinkedHashMap<>();
        int added = 0;
        for (Related one : related.of(connection, work, RELATED, 0)) {
            relations.put(one.work(), one.relation());
            if (added < settings.mapWorks() && roles.putIfAbsent(one.work(), Role.RELATED) == null) {
                added++;
            }
        }
        return drawn(connection, roles, relations);
    }

    /** These works alone, by their keys: how they cite each other. */
    public WorkMap among(Connection connection, Collection<Long> works) throws SQLException {
        Map<Long, Role> roles = new LinkedHashMap<>();
        works.forEach(work -> roles.put(work, Role.CITED));
        return drawn(connection, roles, Map.of());
    }

    private WorkMap drawn(Connection connection, Map<Long, Role> roles, Map<Long, Relation> relations)
            throws SQLException {
        Map<Long, ShownPublication> works = publications.read(connection, roles.keySet());
        Map<Long, Tally> tallies = Tallies.byKey(connection, roles.keySet());
        List<Node> nodes = new ArrayList<>();
        roles.forEach((key, role) -> nodes.add(new Node(
                works.get(key),
                role,
                tallies.getOrDefault(key, Tally.NONE).citingPublications(),
                role == Role.CENTER ? null : relations.getOrDefault(key, new Relation(0, 0, 0)))));
        List<Edge> edges = Sql.of(EDGES)
                .with("works", roles.keySet())
                .list(
                        connection,
                        row -> new Edge(
                                works.get(row.getLong("citing")).id(),
                                works.get(row.getLong("cited")).id(),
                                row.getLong("statements"),
                                row.getLong("supporting"),
                                row.getLong("contrasting")));
        return new WorkMap(nodes, edges);
    }
}
