-- What has no words (table cells, lists of numbers) is counted by itself: type 4, not-a-sentence. Statements that are in the
-- view already stay unclassified until they are classified or the view is rebuilt: their events say which they are.
ALTER TABLE ${schema}.tally ADD COLUMN not_a_sentence bigint NOT NULL DEFAULT 0;
ALTER TABLE ${schema}.outbox ADD COLUMN not_a_sentence int NOT NULL DEFAULT 0;
