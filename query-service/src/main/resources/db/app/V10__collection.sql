-- Named lists of works. They outlive the view, so works are written as ids, never as keys of a generation; they are repeated on
-- citations.collections.v1, from which an empty database has them again.
CREATE TABLE app.collection (
    id          uuid PRIMARY KEY,
    name        text NOT NULL,
    description text NOT NULL,
    owner       text NOT NULL,
    open        boolean NOT NULL,
    read_link   uuid NOT NULL UNIQUE,
    edit_link   uuid NOT NULL UNIQUE,
    created_at  timestamptz NOT NULL,
    changed_at  timestamptz NOT NULL,
    revision    bigint NOT NULL,
    removed     boolean NOT NULL DEFAULT false,
    published   boolean NOT NULL DEFAULT false
);
CREATE INDEX collection_owner ON app.collection (owner);
CREATE INDEX collection_unpublished ON app.collection (id) WHERE NOT published;
COMMENT ON COLUMN app.collection.owner IS 'Name of the key that made it.';
COMMENT ON COLUMN app.collection.open IS 'Whether everybody may read it.';
COMMENT ON COLUMN app.collection.read_link IS 'What the signed link for readers is about; another one ends the links given before.';
COMMENT ON COLUMN app.collection.revision IS 'Counts its changes.';
COMMENT ON COLUMN app.collection.removed IS 'Deleted; the row goes once the topic says so.';
COMMENT ON COLUMN app.collection.published IS 'Whether the topic has this revision.';

CREATE TABLE app.collection_work (
    id         uuid PRIMARY KEY,
    collection uuid NOT NULL,
    work       text NOT NULL,
    title      text,
    note       text NOT NULL,
    tags       text[] NOT NULL,
    added_at   timestamptz NOT NULL,
    revision   bigint NOT NULL,
    removed    boolean NOT NULL DEFAULT false,
    published  boolean NOT NULL DEFAULT false,
    UNIQUE (collection, work)
);
CREATE INDEX collection_work_work ON app.collection_work (lower(work)) WHERE NOT removed;
CREATE INDEX collection_work_unpublished ON app.collection_work (id) WHERE NOT published;
COMMENT ON TABLE app.collection_work IS
    'No foreign key: of a compacted topic the works of a collection may come before the collection itself.';
COMMENT ON COLUMN app.collection_work.work IS 'CURIE; the work may be unknown to the index so far.';
COMMENT ON COLUMN app.collection_work.title IS 'As the list gave it; shown while the index does not know the work.';

CREATE TABLE app.collection_position (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    next_offset bigint NOT NULL DEFAULT 0
);
INSERT INTO app.collection_position DEFAULT VALUES;
COMMENT ON TABLE app.collection_position IS 'How far citations.collections.v1 was read.';

ALTER TABLE app.alert DROP CONSTRAINT alert_follows_check;
ALTER TABLE app.alert ADD CONSTRAINT alert_follows_check
    CHECK (follows IN ('work', 'author', 'journal', 'search', 'collection'));
