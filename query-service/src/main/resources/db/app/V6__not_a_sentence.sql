-- Statements without words are counted by themselves.
ALTER TABLE app.folded_tally ADD COLUMN not_a_sentence bigint NOT NULL DEFAULT 0;
