-- Changes are kept as the relay makes them, a batch in one row, packed: a row each with its JSON and four indexes was more than a
-- third of all that is stored of a statement.
CREATE TABLE app.change_batch (
    last     bigint PRIMARY KEY,
    first    bigint NOT NULL CHECK (first > 0),
    at       timestamptz NOT NULL,
    articles text[] NOT NULL,
    removed  uuid[] NOT NULL,
    content  bytea NOT NULL
);
-- What was there stays as text, which the database packs by itself; json_build_object keeps each on one line.
INSERT INTO app.change_batch (last, first, at, articles, removed, content)
SELECT max(sequence), min(sequence), max(at),
    coalesce(array_agg(DISTINCT citing) FILTER (WHERE statement IS NOT NULL AND citing IS NOT NULL), '{}'),
    coalesce(array_agg(DISTINCT statement) FILTER (WHERE record = 'StatementRemoved' AND statement IS NOT NULL), '{}'),
    convert_to(string_agg(
        json_build_object('sequence', sequence, 'type', record, 'cited', cited, 'citing', citing, 'statement', statement,
            'cause', cause, 'facets', facets, 'traceparent', traceparent, 'at', at)::text
            || E'\n' || replace(payload::text, E'\n', ' ') || E'\n', '' ORDER BY sequence), 'UTF8')
FROM app.change
GROUP BY (sequence - 1) / 1000;
-- From now on the relay packs it.
ALTER TABLE app.change_batch ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX change_batch_articles ON app.change_batch USING gin (articles);
CREATE INDEX change_batch_removed ON app.change_batch USING gin (removed);
DROP TABLE app.change;
COMMENT ON TABLE app.change_batch IS
    'Every change in its public order, without gaps: what SSE resumes from and citations.changes.v1 repeats. One writer: the relay.';
COMMENT ON COLUMN app.change_batch.last IS 'Sequence number of its last change; the others go back to first.';
COMMENT ON COLUMN app.change_batch.at IS 'When the latest of them happened.';
COMMENT ON COLUMN app.change_batch.articles IS 'Ids of the citing works whose statements changed.';
COMMENT ON COLUMN app.change_batch.removed IS 'Statements that are gone: nothing else tells which article they were of.';
COMMENT ON COLUMN app.change_batch.content IS
    'Two lines of UTF-8 a change, both JSON: what is known of it, and its value exactly as on the topic. Plain, or deflated (zlib).';
