-- A database can go back in time: a failover that lost its last commits, a copy that was put in its place. Numbers of changes that it
-- has forgotten were told to readers and must not be given to others.
ALTER TABLE app.relay ADD COLUMN life text;
COMMENT ON COLUMN app.relay.life IS
    'The life of the database in which the last number was given, as DatabaseLife tells it. In another one, numbers are skipped first.';
CREATE TABLE app.number_skip (
    after   bigint PRIMARY KEY,
    resumes bigint NOT NULL UNIQUE,
    at      timestamptz NOT NULL DEFAULT now(),
    CHECK (resumes > after + 1)
);
COMMENT ON TABLE app.number_skip IS
    'Numbers between these two were given to no change that the database knows; a reader who has one of them knows changes that are lost.';
