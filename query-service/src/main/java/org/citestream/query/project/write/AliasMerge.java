package org.citestream.query.project.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citestream.kit.deadletter.Place;
import org.citestream.query.project.event.AliasFound;
import org.citestream.query.project.event.LoggedFact;
import org.citestream.query.project.event.PublicationFactRemoved;
import org.citestream.query.project.generation.Generation;

/**
 * Merges works that turn out to be the same. Statements about the old root become statements about the new one, and the
 * tallies of both are recounted from the rows. To be used only under the exclusive lock.
 */
final class AliasMerge {

    private final String upsert;
    private final String roots;
    private final String rewrite;
    private final String forget;
    private final String recount;

    AliasMerge(Generation generation) {
        ViewSql sql = new ViewSql(generation);
        this.upsert = sql.of("""
                INSERT INTO ${schema}.alias AS a (publication, target, method, score, found_at, partition, log_offset)
                VALUES (?, ?, ?, ?, ?::timestamptz, ?, ?)
                ON CONFLICT (publication) DO UPDATE SET target = excluded.target, method = excluded.method,
                    score = excluded.score, found_at = excluded.found_at, partition = excluded.partition,
                    log_offset = excluded.log_offset
                WHERE a.log_offset < excluded.log_offset""");
        // First down to every alias of the work, then up from each to its current root.
        this.roots = sql.of("""
                WITH RECURSIVE below AS (
                    SELECT key FROM unnest(?::bigint[]) AS f (key)
                    UNION
                    SELECT a.publication FROM ${schema}.alias a JOIN below b ON a.target = b.key
                ), path AS (
                    SELECT key, key AS at, 0 AS steps FROM below
                    UNION ALL
                    SELECT p.key, a.target, p.steps + 1
                    FROM path p JOIN ${schema}.alias a ON a.publication = p.at
                    WHERE a.target IS NOT NULL AND p.steps < 10
                ), found AS (
                    SELECT DISTINCT ON (key) key, at AS root FROM path ORDER BY key, steps DESC
                )
                UPDATE ${schema}.publication p SET root = f.root
                FROM found f
                WHERE p.key = f.key AND p.root <> f.root
                RETURNING new.key, old.root AS old_root, new.root AS new_root""");
        this.rewrite = sql.files("identity.sql", "tail.sql");
        this.forget = sql.of("DELETE FROM ${schema}.tally WHERE cited = ANY (?::bigint[])");
        this.recount = sql.of("""
                INSERT INTO ${schema}.tally
                    (cited, partition, ${types @}, citing_publications)
                SELECT cited, partition, ${types sum(@)}, sum(citing)
                FROM (
                    SELECT cited, partition, ${types (type = #)::int AS @}, 0 AS citing
                    FROM ${schema}.statement WHERE cited = ANY (?::bigint[])
                    UNION ALL
                    SELECT * FROM (
                        SELECT DISTINCT ON (cited, citing) cited, partition, ${types 0}, 1
                        FROM ${schema}.reference_edge WHERE cited = ANY (?::bigint[])) e) r
                GROUP BY cited, partition""");
    }

    /**
     * Writes the batch's aliases and their consequences.
     *
     * @return keys of all roots, old and new, whose members changed
     */
    Set<Long> apply(Connection connection, FactBatch batch, Map<String, Long> keys) throws SQLException {
        List<Long> said = new ArrayList<>();
        try (PreparedStatement upserting = connection.prepareStatement(upsert)) {
            for (LoggedFact<AliasFound> entry : batch.aliases()) {
                AliasFound alias = entry.fact();
                said.add(keys.get(alias.from()));
                upserting.setLong(1, keys.get(alias.from()));
                upserting.setObject(2, keys.get(alias.to()));
                upserting.setString(3, alias.method());
                upserting.setFloat(4, alias.score());
                upserting.setString(
                        5, alias.foundAt() == null ? null : alias.foundAt().toString());
                place(upserting, entry.place());
                upserting.addBatch();
            }
            for (LoggedFact<PublicationFactRemoved> entry : batch.removals()) {
                if (entry.fact().kind().equals("alias")) {
                    said.add(keys.get(entry.fact().id()));
                    upserting.setLong(1, keys.get(entry.fact().id()));
                    upserting.setNull(2, java.sql.Types.BIGINT);
                    upserting.setNull(3, java.sql.Types.VARCHAR);
                    upserting.setNull(4, java.sql.Types.REAL);
                    upserting.setNull(5, java.sql.Types.VARCHAR);
                    place(upserting, entry.place());
                    upserting.addBatch();
                }
            }
            if (said.isEmpty()) {
                return Set.of();
            }
            upserting.executeBatch();
        }
        return rewrite(connection, said);
    }

    private Set<Long> rewrite(Connection connection, List<Long> said) throws SQLException {
        List<long[]> moved = new ArrayList<>();
        Set<Long> affected = new TreeSet<>();
        try (PreparedStatement finding = connection.prepareStatement(roots)) {
            finding.setArray(1, connection.createArrayOf("bigint", said.toArray()));
            try (ResultSet rows = finding.executeQuery()) {
                while (rows.next()) {
                    moved.add(new long[] {rows.getLong(1), rows.getLong(2)});
                    affected.add(rows.getLong(2));
                    affected.add(rows.getLong(3));
                }
            }
        }
        if (moved.isEmpty()) {
            return Set.of();
        }
        new ArrayColumns<>(moved)
                .add("bigint", row -> row[0])
                .add("bigint", row -> row[1])
                .update(connection, rewrite);
        var roots = connection.createArrayOf("bigint", affected.toArray());
        try (PreparedStatement forgetting = connection.prepareStatement(forget);
                PreparedStatement counting = connection.prepareStatement(recount)) {
            forgetting.setArray(1, roots);
            forgetting.executeUpdate();
            counting.setArray(1, roots);
            counting.setArray(2, roots);
            counting.executeUpdate();
        }
        return affected;
    }

    private static void place(PreparedStatement statement, Place place) throws SQLException {
        statement.setInt(6, place.partition());
        statement.setLong(7, place.offset());
    }
}
