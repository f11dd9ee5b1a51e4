-- The hot write: a batch of statements and references, guarded by (revision, offset).
-- What changed (old and new cited work and type) feeds the tail: tallies and outbox.
WITH statement_input AS (
    SELECT i.*, p.root AS cited, coalesce(c.to_type, i.machine_type) AS type
    FROM unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::int[], ?::real[], ?::real[],
                ?::real[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[], ?::smallint[],
                ?::smallint[], ?::smallint[], ?::boolean[], ?::boolean[], ?::timestamptz[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                ?::text[], ?::text[], ?::text[], ?::text[])
        AS i (id, citing, cited_as, revision, log_offset, ordinal, model, confidence, threshold,
              intent_confidence, mentions, group_size, partition, machine_type, section, position,
              relationship, intent, implied, truncated, classified_at, reference_key, text,
              before, after, markers, heading_path, scores, shared_authors, packed_evidence,
              failure, language, extractor, traceparent)
    JOIN ${schema}.publication p ON p.key = i.cited_as
    LEFT JOIN LATERAL (
        SELECT c.to_type
        FROM ${schema}.correction c
        WHERE c.statement = i.id AND c.status = 'accepted' AND c.withdrawn_at IS NULL
        ORDER BY c.at DESC, c.id DESC
        LIMIT 1) c ON true
), statement_written AS (
    INSERT INTO ${schema}.statement AS s
        (id, citing, cited, cited_as, revision, log_offset, ordinal, model, confidence, threshold, intent_confidence,
         mentions, group_size, partition, type, machine_type, section, position, relationship, intent, implied,
         truncated, classified_at, reference_key, text, before, after, markers, heading_path, scores,
         shared_authors, packed_evidence, failure, language, extractor)
    SELECT id, citing, cited, cited_as, revision, log_offset, ordinal, model, confidence, threshold, intent_confidence,
           mentions, group_size, partition, type, machine_type, section, position, relationship, intent, implied,
           truncated, classified_at, reference_key, text, before, after, markers::int[], heading_path::text[],
           scores::real[], shared_authors::text[], packed_evidence, failure, language, extractor
    FROM statement_input
    ON CONFLICT (id) DO UPDATE SET
        cited = excluded.cited, cited_as = excluded.cited_as, revision = excluded.revision,
        log_offset = excluded.log_offset, ordinal = excluded.ordinal, model = excluded.model,
        confidence = excluded.confidence, threshold = excluded.threshold,
        intent_confidence = excluded.intent_confidence, mentions = excluded.mentions,
        group_size = excluded.group_size, type = excluded.type, machine_type = excluded.machine_type,
        section = excluded.section, position = excluded.position, relationship = excluded.relationship,
        intent = excluded.intent, implied = excluded.implied, truncated = excluded.truncated,
        classified_at = excluded.classified_at, reference_key = excluded.reference_key, text = excluded.text,
        before = excluded.before, after = excluded.after, markers = excluded.markers,
        heading_path = excluded.heading_path, scores = excluded.scores, shared_authors = excluded.shared_authors,
        evidence = NULL, packed_evidence = excluded.packed_evidence, failure = excluded.failure, language = excluded.language,
        extractor = excluded.extractor
    WHERE (s.revision, s.log_offset) < (excluded.revision, excluded.log_offset)
    RETURNING new.id, new.citing, new.partition, new.ordinal, ${labels new.@}, new.confidence, new.text,
        old.cited AS old_cited, old.type AS old_type, new.cited AS new_cited, new.type AS new_type,
        CASE WHEN old.revision = new.revision THEN ${cause:model} ELSE ${cause:article} END AS cause,
        (${labels old.@}, old.text, old.before, old.after, old.heading_path)
            IS DISTINCT FROM (${labels new.@}, new.text, new.before, new.after, new.heading_path) AS shows
), statement_move AS (
    SELECT w.*, i.traceparent FROM statement_written w JOIN statement_input i USING (id)
), edge_input AS (
    SELECT i.*, p.root AS cited
    FROM unnest(?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::real[], ?::int[],
                ?::smallint[], ?::smallint[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[])
        AS i (citing, key, cited_as, revision, log_offset, ordinal, match_score, year, partition, relationship,
              cited_in_text, match_method, label, title, raw, shared_authors, traceparent)
    JOIN ${schema}.publication p ON p.key = i.cited_as
), edge_written AS (
    INSERT INTO ${schema}.reference_edge AS e
        (citing, key, cited, cited_as, revision, log_offset, ordinal, match_score, year, partition, relationship,
         cited_in_text, match_method, label, title, raw, shared_authors)
    SELECT citing, key, cited, cited_as, revision, log_offset, ordinal, match_score, year, partition, relationship,
           cited_in_text, match_method, label, title, raw, shared_authors::text[]
    FROM edge_input
    ON CONFLICT (citing, key) DO UPDATE SET
        cited = excluded.cited, cited_as = excluded.cited_as, revision = excluded.revision,
        log_offset = excluded.log_offset, ordinal = excluded.ordinal, match_score = excluded.match_score,
        year = excluded.year, relationship = excluded.relationship, cited_in_text = excluded.cited_in_text,
        match_method = excluded.match_method, label = excluded.label, title = excluded.title, raw = excluded.raw,
        shared_authors = excluded.shared_authors
    WHERE (e.revision, e.log_offset) < (excluded.revision, excluded.log_offset)
    RETURNING new.citing, new.key, new.partition, old.cited AS old_cited, new.cited AS new_cited
), edge_move AS (
    SELECT w.citing, w.partition, w.old_cited, w.new_cited, ${cause:article} AS cause, i.traceparent
    FROM edge_written w JOIN edge_input i USING (citing, key)
)
