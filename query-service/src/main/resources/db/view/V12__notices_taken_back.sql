-- A notice that is taken back is told to whoever was told of it, and the board shows it.
DO $$
BEGIN
    IF EXISTS (SELECT FROM information_schema.view_table_usage
               WHERE view_schema = 'active' AND table_schema = '${schema}' AND table_name = 'notice') THEN
        DROP VIEW active.notice;
    END IF;
END $$;
ALTER TABLE ${schema}.notice ADD COLUMN withdrawn_at timestamptz, ADD COLUMN withdrawn_why text;
COMMENT ON COLUMN ${schema}.notice.inserted_at IS 'When it became known here.';
COMMENT ON COLUMN ${schema}.notice.withdrawn_at IS 'When it became known here that its source took it back; null where it stands, and for what was taken back before this was kept.';
COMMENT ON COLUMN ${schema}.notice.key IS 'notice ID KIND DATE SOURCE: each source says so by itself. Those from before sources stood in keys lack the last part.';

CREATE TABLE ${schema}.notice_told (
    publication bigint NOT NULL,
    kind        text NOT NULL,
    date        text NOT NULL,
    citing      bigint NOT NULL,
    PRIMARY KEY (publication, citing, kind, date)
);
COMMENT ON TABLE ${schema}.notice_told IS
    'Works that were told of a notice about a work that they cite. date is empty where the notice has none. Forgotten once they are told that it was taken back.';
