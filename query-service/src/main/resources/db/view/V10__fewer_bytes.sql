-- Half of a statement's bytes were its evidence: names of fields, over and over, and words that stand in its text. Descriptions said
-- under long names what the merged publication says again. Rows that are there keep their JSON until they are written anew.
-- Readers' views name every column, so they go and are made again behind the migrations; those of another generation stay.
DO $$
BEGIN
    IF EXISTS (SELECT FROM information_schema.view_table_usage
               WHERE view_schema = 'active' AND table_schema = '${schema}' AND table_name = 'statement') THEN
        DROP VIEW active.statement, active.publication, active.publication_description;
    END IF;
END $$;
ALTER TABLE ${schema}.statement
    ADD COLUMN packed_evidence bytea,
    ALTER COLUMN evidence DROP NOT NULL,
    -- Written, and read by nobody.
    DROP COLUMN intent_scores,
    DROP COLUMN sec_type;
ALTER TABLE ${schema}.publication DROP COLUMN author_families;
ALTER TABLE ${schema}.publication_description ADD COLUMN packed bytea;
COMMENT ON COLUMN ${schema}.statement.packed_evidence IS
    'What moved the decision, as PackedEvidence writes it; where it is null, evidence has it as JSON.';
COMMENT ON COLUMN ${schema}.publication_description.packed IS
    'As PackedDescription writes it; where it is null, value has it as JSON.';
COMMENT ON TABLE ${schema}.publication_description IS
    'The last value of each key of the compacted topic; packed and value are null once taken back.';
