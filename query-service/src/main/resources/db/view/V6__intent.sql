-- Intent is a facet: changes are filtered by it, and reports keep it in memory with the other codes of a statement. The index
-- is made before the old one goes, so that readers wait for the change of names only. Six codes of two bytes fill the place
-- in it that five and their padding had.
ALTER TABLE ${schema}.outbox ADD COLUMN intent smallint;
CREATE INDEX statement_cited_covering ON ${schema}.statement (cited, citing)
    INCLUDE (id, type, machine_type, section, position, relationship, intent, confidence, ordinal, inserted_xid);
DROP INDEX ${schema}.statement_cited;
ALTER INDEX ${schema}.statement_cited_covering RENAME TO statement_cited;
