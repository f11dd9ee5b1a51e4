-- What the policy and a vanished statement need to know of a correction.
ALTER TABLE ${schema}.correction
    ADD COLUMN cited       text,
    ADD COLUMN text        text,
    ADD COLUMN proposed_at timestamptz,
    ADD COLUMN accepted_by text,
    ADD COLUMN confirms    text,
    ADD COLUMN moved_from  uuid;
CREATE INDEX correction_open ON ${schema}.correction (statement, to_type) WHERE status = 'proposed' AND withdrawn_at IS NULL;
COMMENT ON COLUMN ${schema}.correction.at IS 'When it came to stand as it does: proposed, or accepted.';
COMMENT ON COLUMN ${schema}.correction.proposed_at IS 'When it was proposed, once it is accepted.';
COMMENT ON COLUMN ${schema}.correction.confirms IS 'Id of the correction that this one confirms.';
COMMENT ON COLUMN ${schema}.correction.cited IS 'Cited publication as the statement had it: with text, what finds its like once it has vanished.';
