-- Deletes what a closed or withdrawn revision supersedes: everything of the article that is older than its floor.
WITH floor AS (
    SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) AS f (citing, revision, cause, traceparent)
), statement_deleted AS (
    DELETE FROM ${schema}.statement s
    USING floor f
    WHERE s.citing = f.citing AND s.revision < f.revision
    RETURNING s.id, s.citing, s.partition, s.ordinal, ${labels s.@}, s.confidence, s.text,
        s.cited AS old_cited, s.type AS old_type, NULL::bigint AS new_cited, NULL::smallint AS new_type,
        f.cause, true AS shows, f.traceparent
), statement_move AS (
    SELECT * FROM statement_deleted
), edge_deleted AS (
    DELETE FROM ${schema}.reference_edge e
    USING floor f
    WHERE e.citing = f.citing AND e.revision < f.revision
    RETURNING e.citing, e.partition, e.cited AS old_cited, NULL::bigint AS new_cited, f.cause, f.traceparent
), edge_move AS (
    SELECT * FROM edge_deleted
)
