-- The common end of every write to statements and references: turns what changed into tally deltas and outbox rows.
-- All parts of one SQL statement see the rows as they were before it: "had" below is the count before.
, statement_delta AS (
    SELECT new_cited AS cited, partition, new_type AS type, 1 AS n
    FROM statement_move
    WHERE new_cited IS NOT NULL AND (old_cited, old_type) IS DISTINCT FROM (new_cited, new_type)
    UNION ALL
    SELECT old_cited, partition, old_type, -1
    FROM statement_move
    WHERE old_cited IS NOT NULL AND (old_cited, old_type) IS DISTINCT FROM (new_cited, new_type)
    UNION ALL
    -- There is nothing to count, but the work was written to.
    SELECT new_cited, partition, new_type, 0
    FROM statement_move
    WHERE old_cited = new_cited AND old_type = new_type
), pair_delta AS (
    SELECT cited, citing, partition, sum(n) AS n, min(cause) AS cause, min(traceparent) AS traceparent
    FROM (
        SELECT new_cited AS cited, citing, partition, 1 AS n, cause, traceparent
        FROM edge_move
        WHERE new_cited IS NOT NULL AND old_cited IS DISTINCT FROM new_cited
        UNION ALL
        SELECT old_cited, citing, partition, -1, cause, traceparent
        FROM edge_move
        WHERE old_cited IS NOT NULL AND old_cited IS DISTINCT FROM new_cited) d
    GROUP BY cited, citing, partition
    HAVING sum(n) <> 0
), transition AS (
    SELECT d.cited, d.citing, d.partition, CASE WHEN h.had = 0 THEN 1 ELSE -1 END AS n, d.cause, d.traceparent
    FROM pair_delta d
    CROSS JOIN LATERAL (
        SELECT count(*) AS had FROM ${schema}.reference_edge e WHERE e.cited = d.cited AND e.citing = d.citing) h
    WHERE (h.had = 0) <> (h.had + d.n = 0)
), counted AS (
    INSERT INTO ${schema}.tally AS t
        (cited, partition, ${types @}, citing_publications)
    SELECT cited, partition, ${types sum(@)}, sum(citing)
    FROM (
        SELECT cited, partition, ${types n * (type = #)::int AS @}, 0 AS citing
        FROM statement_delta
        UNION ALL
        SELECT cited, partition, ${types 0}, n FROM transition) d
    GROUP BY cited, partition
    ORDER BY cited, partition
    ON CONFLICT (cited, partition) DO UPDATE SET
        ${types @ = t.@ + excluded.@},
        citing_publications = t.citing_publications + excluded.citing_publications,
        touched = pg_current_xact_id()
), change AS (
    SELECT *, row_number() OVER (PARTITION BY cited, citing ORDER BY ordinal, statement, record) AS nth
    FROM (
        SELECT ${change:StatementAdded} AS record, new_cited AS cited, citing, id AS statement, new_type AS type,
            NULL::smallint AS type_before, ${labels @}, confidence, text, cause, traceparent, ordinal
        FROM statement_move
        WHERE new_cited IS NOT NULL AND old_cited IS DISTINCT FROM new_cited
        UNION ALL
        SELECT ${change:StatementRemoved}, old_cited, citing, id, NULL, old_type, ${labels @}, confidence, text, cause,
            traceparent, ordinal
        FROM statement_move
        WHERE old_cited IS NOT NULL AND old_cited IS DISTINCT FROM new_cited
        UNION ALL
        SELECT ${change:StatementChanged}, new_cited, citing, id, new_type, old_type, ${labels @}, confidence, text,
            cause, traceparent, ordinal
        FROM statement_move
        WHERE old_cited = new_cited AND (old_type <> new_type OR shows)) c
)
INSERT INTO ${schema}.outbox (size, deltas)
SELECT count(*), array_agg(${delta} ORDER BY citing, ordinal)
FROM (
    SELECT *, ${types coalesce((type = #)::int, 0) - coalesce((type_before = #)::int, 0) AS @}, NULL AS payload,
        (row_number() OVER (ORDER BY citing, ordinal) - 1) / 1000 AS part
    FROM (
        SELECT c.record, c.cause, c.cited, c.citing, c.statement, c.type, c.type_before, ${labels c.@},
            c.confidence, c.text, c.traceparent, coalesce(t.n, 0) AS citing_publications, c.ordinal
        FROM change c
        LEFT JOIN transition t ON c.nth = 1 AND t.cited = c.cited AND t.citing = c.citing
        UNION ALL
        SELECT CASE WHEN t.n > 0 THEN ${change:ReferenceAdded} ELSE ${change:ReferenceRemoved} END, t.cause, t.cited, t.citing, NULL, NULL,
            NULL, ${labels NULL}, NULL, NULL, t.traceparent, t.n, -1
        FROM transition t
        WHERE NOT EXISTS (SELECT FROM change c WHERE c.cited = t.cited AND c.citing = t.citing)) d) o
GROUP BY part
ORDER BY part
