-- What operating the line leaves behind: the account of dead letters, and who did what.
CREATE TABLE app.dead_letter (
    topic       text NOT NULL,
    partition   int NOT NULL,
    log_offset  bigint NOT NULL,
    group_id    text NOT NULL,
    origin      text NOT NULL,
    category    text NOT NULL,
    reason      text NOT NULL,
    article     text,
    revision    bigint,
    type        text,
    attempt     int NOT NULL,
    bytes       int NOT NULL,
    at          timestamptz NOT NULL,
    state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'redriven', 'discarded')),
    decided_by  text,
    decided_why text,
    decided_at  timestamptz,
    PRIMARY KEY (topic, partition, log_offset)
);
CREATE INDEX dead_letter_kind ON app.dead_letter (group_id, category, state, at DESC);
CREATE INDEX dead_letter_article ON app.dead_letter (article) WHERE article IS NOT NULL;
COMMENT ON TABLE app.dead_letter IS
    'One row a record that a loop could not read, and what people decided. Bytes and headers stay on the dead-letter topic, at topic, partition, log_offset.';
COMMENT ON COLUMN app.dead_letter.origin IS 'Where the record first stood: topic-partition@offset.';

CREATE TABLE app.dead_letter_position (
    topic       text NOT NULL,
    partition   int NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE app.dead_letter_position IS 'How far the account has followed the dead-letter topics.';

CREATE TABLE app.ops_audit (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at     timestamptz NOT NULL DEFAULT now(),
    who    text NOT NULL,
    action text NOT NULL,
    target text NOT NULL,
    detail text NOT NULL
);
COMMENT ON TABLE app.ops_audit IS 'What people did from the dashboard or its API; written before it is done.';
