-- The differences between a rebuilt generation (${schema}) and the one that readers saw (${old}) as deltas for the outbox; none if they agree.
-- Both are at the same offsets and nothing writes to either. Keys differ between generations, ids do not.
WITH before AS (
    SELECT s.id, s.type, cited.id AS cited, citing.id AS citing
    FROM ${old}.statement s
    JOIN ${old}.publication cited ON cited.key = s.cited
    JOIN ${old}.publication citing ON citing.key = s.citing
), after AS (
    SELECT s.id, s.type, cited.id AS cited, citing.id AS citing
    FROM ${schema}.statement s
    JOIN ${schema}.publication cited ON cited.key = s.cited
    JOIN ${schema}.publication citing ON citing.key = s.citing
), differs AS (
    SELECT id, before.cited AS old_cited, after.cited AS new_cited, before.type AS old_type, after.type AS new_type,
        coalesce(after.citing, before.citing) AS citing
    FROM before FULL JOIN after USING (id)
    WHERE (before.cited, before.type) IS DISTINCT FROM (after.cited, after.type)
), pair_before AS (
    SELECT DISTINCT cited.id AS cited, citing.id AS citing
    FROM ${old}.reference_edge e
    JOIN ${old}.publication cited ON cited.key = e.cited
    JOIN ${old}.publication citing ON citing.key = e.citing
), pair_after AS (
    SELECT DISTINCT cited.id AS cited, citing.id AS citing
    FROM ${schema}.reference_edge e
    JOIN ${schema}.publication cited ON cited.key = e.cited
    JOIN ${schema}.publication citing ON citing.key = e.citing
), change AS (
    SELECT ${change:StatementRemoved} AS record, old_cited AS cited, citing, id AS statement, NULL::smallint AS type,
        old_type AS type_before, 0 AS pairs
    FROM differs
    WHERE old_cited IS DISTINCT FROM new_cited AND old_cited IS NOT NULL
    UNION ALL
    SELECT ${change:StatementAdded}, new_cited, citing, id, new_type, NULL, 0
    FROM differs
    WHERE old_cited IS DISTINCT FROM new_cited AND new_cited IS NOT NULL
    UNION ALL
    SELECT ${change:StatementChanged}, new_cited, citing, id, new_type, old_type, 0
    FROM differs
    WHERE old_cited = new_cited
    UNION ALL
    SELECT ${change:ReferenceRemoved}, cited, citing, NULL, NULL, NULL, -1
    FROM (TABLE pair_before EXCEPT TABLE pair_after) gone
    UNION ALL
    SELECT ${change:ReferenceAdded}, cited, citing, NULL, NULL, NULL, 1
    FROM (TABLE pair_after EXCEPT TABLE pair_before) come
)
INSERT INTO ${schema}.outbox (size, deltas)
SELECT count(*), array_agg(${delta} ORDER BY nth)
FROM (
    SELECT c.record, ${cause:rebuild} AS cause, cited.key AS cited, citing.key AS citing, c.statement, c.type, c.type_before,
        ${types coalesce((c.type = #)::int, 0) - coalesce((c.type_before = #)::int, 0) AS @},
        c.pairs AS citing_publications, ${labels coalesce(n.@, o.@) AS @},
        coalesce(n.confidence, o.confidence) AS confidence, coalesce(n.text, o.text) AS text,
        NULL AS payload, NULL AS traceparent,
        row_number() OVER (ORDER BY c.citing, c.statement, c.record DESC) AS nth
    FROM change c
    JOIN ${schema}.publication cited ON cited.id = c.cited
    JOIN ${schema}.publication citing ON citing.id = c.citing
    LEFT JOIN ${schema}.statement n ON n.id = c.statement
    LEFT JOIN ${old}.statement o ON o.id = c.statement) d
GROUP BY (nth - 1) / 1000
ORDER BY (nth - 1) / 1000
RETURNING size
