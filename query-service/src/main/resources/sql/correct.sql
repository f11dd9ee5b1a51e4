-- The correction in force decides a statement's type, else the machine does.
-- Parameter: ids of statements with any new fact about corrections.
WITH statement_corrected AS (
    UPDATE ${schema}.statement s SET type = decided.type
    FROM (
        SELECT m.id, coalesce(c.to_type, m.machine_type) AS type
        FROM ${schema}.statement m
        LEFT JOIN LATERAL (
            SELECT c.to_type
            FROM ${schema}.correction c
            WHERE c.statement = m.id AND c.status = 'accepted' AND c.withdrawn_at IS NULL
            ORDER BY c.at DESC, c.id DESC
            LIMIT 1) c ON true
        WHERE m.id = ANY (?::uuid[])) decided
    WHERE s.id = decided.id AND s.type <> decided.type
    RETURNING new.id, new.citing, new.partition, new.ordinal, ${labels new.@}, new.confidence, new.text,
        old.cited AS old_cited, old.type AS old_type, new.cited AS new_cited, new.type AS new_type,
        ${cause:correction} AS cause, false AS shows, NULL::text AS traceparent
), statement_move AS (
    SELECT * FROM statement_corrected
), edge_move AS (
    SELECT NULL::bigint AS citing, NULL::smallint AS partition, NULL::bigint AS old_cited, NULL::bigint AS new_cited,
        NULL::text AS cause, NULL::text AS traceparent
    WHERE false
)
