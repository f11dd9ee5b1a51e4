-- What people without a key want to propose, until they have followed the link in the mail to them.
CREATE TABLE app.mailed_proposal (
    id        uuid PRIMARY KEY,
    statement uuid NOT NULL,
    to_type   smallint NOT NULL,
    why       text NOT NULL,
    by        text NOT NULL,
    until     timestamptz NOT NULL
);
COMMENT ON COLUMN app.mailed_proposal.by IS 'The name that stands in the history: made of a keyed hash, the address itself is not kept.';
