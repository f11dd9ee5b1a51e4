-- What outlives a rebuild: generations, the public sequence of changes, and (later) subscriptions, collections, audit.
CREATE TABLE app.generation (
    number       int PRIMARY KEY CHECK (number > 0),
    state        text NOT NULL CHECK (state IN ('building', 'active', 'retired')),
    created_at   timestamptz NOT NULL DEFAULT now(),
    activated_at timestamptz
);
CREATE UNIQUE INDEX generation_one_active ON app.generation (state) WHERE state = 'active';
COMMENT ON TABLE app.generation IS
    'Each generation N is a schema view_N filled by the projection. Readers use the views of schema "active", which point at the active one.';

CREATE TABLE app.change (
    sequence  bigint PRIMARY KEY CHECK (sequence > 0),
    record    text NOT NULL,
    cited     text NOT NULL,
    citing    text,
    statement uuid,
    cause     text NOT NULL,
    payload   json NOT NULL,
    facets    jsonb NOT NULL DEFAULT '{}',
    traceparent text,
    at        timestamptz NOT NULL
);
CREATE INDEX change_cited ON app.change (cited, sequence);
CREATE INDEX change_statement ON app.change (statement, sequence) WHERE statement IS NOT NULL;
CREATE INDEX change_at ON app.change (at);
COMMENT ON TABLE app.change IS
    'Every change in its public order, without gaps: what SSE resumes from and citations.changes.v1 repeats. One writer: the relay.';
COMMENT ON COLUMN app.change.record IS 'Name of the record, e.g. StatementAdded: the header type on the topic, the event on SSE.';
COMMENT ON COLUMN app.change.payload IS 'The value exactly as on the topic.';
COMMENT ON COLUMN app.change.facets IS 'What readers of the stream may filter by beyond the payload: parameter to its values.';

CREATE TABLE app.folded_tally (
    cited               text PRIMARY KEY,
    supporting          bigint NOT NULL,
    mentioning          bigint NOT NULL,
    contrasting         bigint NOT NULL,
    unclassified        bigint NOT NULL,
    citing_publications bigint NOT NULL
);
COMMENT ON TABLE app.folded_tally IS
    'The tally of each cited work as of the last sequence number given: before and after of the next change. May lag the view.';

CREATE TABLE app.relay (
    one                boolean PRIMARY KEY DEFAULT true CHECK (one),
    last_sequence      bigint NOT NULL DEFAULT 0,
    published_sequence bigint NOT NULL DEFAULT 0
);
INSERT INTO app.relay DEFAULT VALUES;
COMMENT ON TABLE app.relay IS 'One row: the last sequence number given, and the last one that citations.changes.v1 acknowledged.';
