-- The deltas of a batch are one row of the outbox, not one each: a row that is written to be deleted costs twice.
ALTER TABLE ${schema}.outbox RENAME TO outbox_of_rows;
ALTER INDEX ${schema}.outbox_pkey RENAME TO outbox_of_rows_pkey;
ALTER SEQUENCE ${schema}.outbox_id_seq RENAME TO outbox_of_rows_id_seq;
CREATE TYPE ${schema}.delta AS (
    record              text,
    cause               text,
    cited               bigint,
    citing              bigint,
    statement           uuid,
    supporting          int,
    mentioning          int,
    contrasting         int,
    unclassified        int,
    not_a_sentence      int,
    citing_publications int,
    type                smallint,
    type_before         smallint,
    section             smallint,
    position            smallint,
    relationship        smallint,
    intent              smallint,
    confidence          real,
    text                text,
    payload             jsonb,
    traceparent         text
);
CREATE TABLE ${schema}.outbox (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid    xid8 NOT NULL DEFAULT pg_current_xact_id(),
    at     timestamptz NOT NULL DEFAULT now(),
    size   int NOT NULL,
    deltas ${schema}.delta[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20,
        toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 2000);
-- It lives for some milliseconds: not worth packing.
ALTER TABLE ${schema}.outbox ALTER COLUMN deltas SET STORAGE EXTERNAL;
INSERT INTO ${schema}.outbox (at, size, deltas)
SELECT min(at), count(*), array_agg(ROW(record, cause, cited, citing, statement, supporting, mentioning, contrasting,
    unclassified, not_a_sentence, citing_publications, type, type_before, section, position, relationship, intent, confidence,
    text, payload, traceparent)::${schema}.delta ORDER BY id)
FROM (SELECT *, (row_number() OVER (ORDER BY id) - 1) / 1000 AS part FROM ${schema}.outbox_of_rows) o
GROUP BY part
ORDER BY part;
DROP TABLE ${schema}.outbox_of_rows;
COMMENT ON TABLE ${schema}.outbox IS
    'Deltas not yet given a sequence number, up to a thousand a row, written in the projection''s transaction. The relay takes what no running transaction can still precede (xid below pg_snapshot_xmin) and deletes it.';
COMMENT ON COLUMN ${schema}.outbox.size IS 'Number of deltas.';
