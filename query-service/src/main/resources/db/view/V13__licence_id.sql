ALTER TABLE ${schema}.publication ADD COLUMN licence_id text;
COMMENT ON COLUMN ${schema}.publication.licence IS 'Address or wording, as the source has it.';
COMMENT ON COLUMN ${schema}.publication.licence_id IS
    'SPDX id of the licence, from the same source; null where it has none, and in rows written before this column was.';
