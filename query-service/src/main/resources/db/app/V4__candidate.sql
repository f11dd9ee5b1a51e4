-- What a candidate model says of each statement: citations.candidate.v1, as far as it was read.
CREATE TABLE app.candidate (
    one      boolean PRIMARY KEY DEFAULT true CHECK (one),
    topic_id text NOT NULL,
    model    jsonb
);
COMMENT ON TABLE app.candidate IS 'The candidate topic that the other two tables were read from; another id is another candidate.';

CREATE TABLE app.candidate_offset (
    partition   int PRIMARY KEY,
    next_offset bigint NOT NULL
);

CREATE TABLE app.candidate_statement (
    statement  uuid PRIMARY KEY,
    revision   bigint NOT NULL,
    log_offset bigint NOT NULL,
    type       smallint NOT NULL,
    confidence real NOT NULL
);
