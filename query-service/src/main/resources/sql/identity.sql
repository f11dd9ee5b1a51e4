-- Some publications now have another root: statements about the old root become statements about the new one.
-- Parameters: keys of the publications whose root changed, their old roots.
WITH changed AS (
    SELECT c.key, p.root, c.old_root
    FROM unnest(?::bigint[], ?::bigint[]) AS c (key, old_root)
    JOIN ${schema}.publication p ON p.key = c.key
), statement_rewritten AS (
    UPDATE ${schema}.statement s SET cited = c.root
    FROM changed c
    WHERE s.cited = c.old_root AND s.cited_as = c.key
    RETURNING new.id, new.citing, new.partition, new.ordinal, ${labels new.@}, new.confidence, new.text,
        old.cited AS old_cited, old.type AS old_type, new.cited AS new_cited, new.type AS new_type,
        ${cause:identity} AS cause, false AS shows, NULL::text AS traceparent
), statement_move AS (
    SELECT * FROM statement_rewritten
), edge_rewritten AS (
    UPDATE ${schema}.reference_edge e SET cited = c.root
    FROM changed c
    WHERE e.cited = c.old_root AND e.cited_as = c.key
    RETURNING new.citing, new.partition, old.cited AS old_cited, new.cited AS new_cited, ${cause:identity} AS cause,
        NULL::text AS traceparent
), edge_move AS (
    SELECT * FROM edge_rewritten
)
