-- What lets a reader of reports keep a work in memory and know, exactly and cheaply, whether it still holds.
-- "Volatile" defaults fill what is there with the migration's own transaction, which is right for both uses.

ALTER TABLE ${schema}.tally ADD COLUMN touched xid8 NOT NULL DEFAULT pg_current_xact_id();
COMMENT ON COLUMN ${schema}.tally.touched IS
    'Last transaction that wrote a statement about the work in this partition, whether or not a count changed.';

ALTER TABLE ${schema}.statement ADD COLUMN inserted_xid xid8 NOT NULL DEFAULT pg_current_xact_id();
COMMENT ON COLUMN ${schema}.statement.inserted_xid IS
    'The transaction that brought the statement in: what a reader who turns pages had not seen on the first is told by this.';

-- A notice changes how its publication is shown, filtered and counted, so it touches it.
CREATE FUNCTION ${schema}.touch_noticed() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN UPDATE ${schema}.publication SET touched = pg_current_xact_id() WHERE key = NEW.publication; RETURN NULL; END';
CREATE TRIGGER notice_touches AFTER INSERT OR UPDATE ON ${schema}.notice
    FOR EACH ROW EXECUTE FUNCTION ${schema}.touch_noticed();
