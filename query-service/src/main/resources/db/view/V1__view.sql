-- One generation of the view, in schema ${schema}: everything the projection writes, and nothing else.
-- Small integers stand for closed sets:
--   type, machine_type: 0 unclassified, 1 supporting, 2 mentioning, 3 contrasting
--   section:            0 unknown, 1 introduction, 2 methods, 3 results, 4 discussion, 5 other
--   position:           0 unknown, 1 body, 2 caption, 3 table, 4 footnote, 5 abstract, 6 heading
--   relationship:       0 unknown, 1 self, 2 independent
--   intent:             0 unknown, 1 background, 2 method, 3 result
--   source:             1 fulltext, 2 registry, 3 reference (the smaller is trusted more)
-- No foreign keys: facts arrive in any order and the hot write pays for every check.

CREATE TABLE ${schema}.publication (
    key                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id                   text NOT NULL UNIQUE,
    root                 bigint NOT NULL,
    source               smallint NOT NULL DEFAULT 0,
    doi                  text,
    pmid                 text,
    pmcid                text,
    arxiv                text,
    title                text,
    abstract             text,
    authors              jsonb,
    authors_truncated    boolean NOT NULL DEFAULT false,
    author_names         text[] NOT NULL DEFAULT '{}',
    author_families      text[] NOT NULL DEFAULT '{}',
    journal              text,
    journal_abbreviation text,
    issns                text[] NOT NULL DEFAULT '{}',
    publisher            text,
    published            text,
    year                 int,
    volume               text,
    issue                text,
    first_page           text,
    last_page            text,
    article_type         text,
    publication_type     text,
    subjects             text[] NOT NULL DEFAULT '{}',
    keywords             text[] NOT NULL DEFAULT '{}',
    funding              jsonb,
    licence              text,
    language             text,
    full_text_url        text,
    links                jsonb,
    touched              xid8 NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX publication_doi ON ${schema}.publication (doi) WHERE doi IS NOT NULL;
CREATE INDEX publication_pmid ON ${schema}.publication (pmid) WHERE pmid IS NOT NULL;
CREATE INDEX publication_pmcid ON ${schema}.publication (pmcid) WHERE pmcid IS NOT NULL;
CREATE INDEX publication_arxiv ON ${schema}.publication (arxiv) WHERE arxiv IS NOT NULL;
CREATE INDEX publication_touched ON ${schema}.publication (touched);
CREATE FUNCTION ${schema}.touch() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN NEW.touched := pg_current_xact_id(); RETURN NEW; END';
CREATE TRIGGER publication_touched BEFORE UPDATE ON ${schema}.publication
    FOR EACH ROW EXECUTE FUNCTION ${schema}.touch();
CREATE INDEX publication_root ON ${schema}.publication (root) WHERE root <> key;
COMMENT ON TABLE ${schema}.publication IS
    'Every publication that any fact names. Descriptive columns are merged field by field over the descriptions of all its ids, full text over registry over reference; only the row with root = key carries them for a merged work.';
COMMENT ON COLUMN ${schema}.publication.root IS 'Key of the work it is known as: itself, or where its aliases lead.';
COMMENT ON COLUMN ${schema}.publication.source IS 'Best source that describes it; 0: none yet.';
COMMENT ON COLUMN ${schema}.publication.touched IS
    'Last transaction that wrote the row: what the search index follows, below pg_snapshot_xmin.';
COMMENT ON COLUMN ${schema}.publication.authors IS 'Array of {family, given, orcid, affiliation, collective} in order.';
COMMENT ON COLUMN ${schema}.publication.author_names IS 'As shown and filtered: "Given Family", or the collective.';
COMMENT ON COLUMN ${schema}.publication.published IS 'As precise as known: 2021, 2021-03 or 2021-03-05.';
COMMENT ON COLUMN ${schema}.publication.links IS 'Array of {kind: preprint-of | has-preprint, id}.';

CREATE TABLE ${schema}.publication_description (
    publication bigint NOT NULL,
    source      smallint NOT NULL,
    value       jsonb,
    partition   smallint NOT NULL,
    log_offset  bigint NOT NULL,
    PRIMARY KEY (publication, source)
);
COMMENT ON TABLE ${schema}.publication_description IS 'The last value of each key of the compacted topic; value is null once taken back.';

CREATE TABLE ${schema}.alias (
    publication bigint PRIMARY KEY,
    target      bigint,
    method      text,
    score       real,
    found_at    timestamptz,
    partition   smallint NOT NULL,
    log_offset  bigint NOT NULL
);
CREATE INDEX alias_target ON ${schema}.alias (target);
COMMENT ON TABLE ${schema}.alias IS 'The same work under a better id; target is null once taken back. publication.root is derived from it.';

CREATE TABLE ${schema}.notice (
    key         text PRIMARY KEY,
    publication bigint NOT NULL,
    kind        text NOT NULL,
    date        text,
    notice      text,
    urls        text[] NOT NULL DEFAULT '{}',
    source      text,
    removed     boolean NOT NULL DEFAULT false,
    partition   smallint NOT NULL,
    log_offset  bigint NOT NULL,
    inserted_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX notice_publication ON ${schema}.notice (publication);
COMMENT ON TABLE ${schema}.notice IS 'Editorial notices: retraction, withdrawal, expression-of-concern, erratum, correction. publication is the id as said, not its root.';
COMMENT ON COLUMN ${schema}.notice.removed IS 'Taken back; kept so that an older record cannot bring it back.';

CREATE TABLE ${schema}.model (
    key      int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name     text NOT NULL,
    version  text NOT NULL,
    checksum text NOT NULL,
    encoder  text NOT NULL DEFAULT '',
    UNIQUE (name, version, checksum, encoder)
);
COMMENT ON TABLE ${schema}.model IS 'Who decided: the few models that any statement names.';

CREATE TABLE ${schema}.article (
    citing              bigint PRIMARY KEY,
    closed_revision     bigint NOT NULL DEFAULT 0,
    withdrawn_revision  bigint NOT NULL DEFAULT 0,
    seen_revision       bigint NOT NULL DEFAULT 0,
    oldest_revision     bigint NOT NULL DEFAULT 0,
    seen_at             timestamptz NOT NULL DEFAULT now(),
    expected_statements int NOT NULL DEFAULT 0,
    expected_references int NOT NULL DEFAULT 0,
    references_resolved int NOT NULL DEFAULT 0,
    unresolved          int NOT NULL DEFAULT 0,
    digest              text,
    extractor           text,
    format              text,
    closed_at           timestamptz,
    why                 text,
    superseded_by       text,
    withdrawn_at        timestamptz,
    partition           smallint NOT NULL
);
CREATE INDEX article_open ON ${schema}.article (seen_at) WHERE seen_revision > GREATEST(closed_revision, withdrawn_revision);
COMMENT ON TABLE ${schema}.article IS
    'What each citing article has said of its own readings. Guards every write: facts with revision < closed_revision or <= withdrawn_revision are dropped, even if their rows are gone.';
COMMENT ON COLUMN ${schema}.article.seen_revision IS 'Greatest revision of any fact; greater than closed_revision while a reading is open.';
COMMENT ON COLUMN ${schema}.article.oldest_revision IS 'No row of this article is older; 0: it has no rows. Spares a closing the search for rows to delete.';
COMMENT ON COLUMN ${schema}.article.seen_at IS 'When seen_revision was first seen.';

CREATE TABLE ${schema}.statement (
    id                uuid PRIMARY KEY,
    citing            bigint NOT NULL,
    cited             bigint NOT NULL,
    cited_as          bigint NOT NULL,
    revision          bigint NOT NULL,
    log_offset        bigint NOT NULL,
    ordinal           int NOT NULL,
    model             int NOT NULL,
    confidence        real NOT NULL,
    threshold         real NOT NULL,
    intent_confidence real,
    mentions          smallint NOT NULL,
    group_size        smallint NOT NULL,
    partition         smallint NOT NULL,
    type              smallint NOT NULL,
    machine_type      smallint NOT NULL,
    section           smallint NOT NULL,
    position          smallint NOT NULL,
    relationship      smallint NOT NULL,
    intent            smallint NOT NULL,
    implied           boolean NOT NULL,
    truncated         boolean NOT NULL,
    classified_at     timestamptz NOT NULL,
    inserted_at       timestamptz NOT NULL DEFAULT now(),
    reference_key     text NOT NULL,
    text              text NOT NULL,
    before            text,
    after             text,
    markers           int[] NOT NULL,
    heading_path      text[] NOT NULL,
    sec_type          text,
    scores            real[] NOT NULL,
    intent_scores     real[],
    shared_authors    text[],
    evidence          jsonb NOT NULL,
    failure           text,
    language          text,
    extractor         text NOT NULL
);
CREATE INDEX statement_cited ON ${schema}.statement (cited, citing, type, section);
CREATE INDEX statement_citing ON ${schema}.statement (citing, ordinal);
COMMENT ON TABLE ${schema}.statement IS 'One (sentence, cited publication) pair. Columns are in order of size, so that little is lost to padding.';
COMMENT ON COLUMN ${schema}.statement.cited IS 'Root of cited_as: what reports and tallies go by.';
COMMENT ON COLUMN ${schema}.statement.cited_as IS 'What the event said.';
COMMENT ON COLUMN ${schema}.statement.type IS 'The latest accepted, not withdrawn correction, else machine_type.';
COMMENT ON COLUMN ${schema}.statement.markers IS 'Start, end, start, end … in UTF-16 code units of text.';
COMMENT ON COLUMN ${schema}.statement.scores IS 'Of supporting, mentioning, contrasting.';
COMMENT ON COLUMN ${schema}.statement.intent_scores IS 'Of background, method, result.';
COMMENT ON COLUMN ${schema}.statement.ordinal IS 'Place among the article''s statements, from 0.';

CREATE TABLE ${schema}.reference_edge (
    citing         bigint NOT NULL,
    key            text NOT NULL,
    cited          bigint NOT NULL,
    cited_as       bigint NOT NULL,
    revision       bigint NOT NULL,
    log_offset     bigint NOT NULL,
    ordinal        int NOT NULL,
    match_score    real NOT NULL,
    year           int,
    partition      smallint NOT NULL,
    relationship   smallint NOT NULL,
    cited_in_text  boolean NOT NULL,
    match_method   text NOT NULL,
    label          text,
    title          text,
    raw            text,
    shared_authors text[],
    PRIMARY KEY (citing, key)
);
CREATE INDEX reference_edge_cited ON ${schema}.reference_edge (cited, citing);
COMMENT ON TABLE ${schema}.reference_edge IS 'The reference lists, entry by entry, cited in the text or not.';
COMMENT ON COLUMN ${schema}.reference_edge.ordinal IS 'Place in the list, from 0.';

CREATE TABLE ${schema}.tally (
    cited               bigint NOT NULL,
    partition           smallint NOT NULL,
    supporting          bigint NOT NULL DEFAULT 0,
    mentioning          bigint NOT NULL DEFAULT 0,
    contrasting         bigint NOT NULL DEFAULT 0,
    unclassified        bigint NOT NULL DEFAULT 0,
    citing_publications bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (cited, partition)
) WITH (fillfactor = 70);
COMMENT ON TABLE ${schema}.tally IS
    'Sharded by the citing article''s partition so that two consumers never wait for each other; sum over partitions on read. citing_publications: distinct citing over reference_edge.';

CREATE TABLE ${schema}.correction (
    id              text PRIMARY KEY,
    statement       uuid NOT NULL,
    citing          text,
    from_type       smallint,
    to_type         smallint,
    by              text,
    why             text,
    status          text,
    at              timestamptz,
    log_offset      bigint NOT NULL DEFAULT -1,
    withdrawn_by    text,
    withdrawn_why   text,
    withdrawn_at    timestamptz,
    partition       smallint NOT NULL
);
CREATE INDEX correction_statement ON ${schema}.correction (statement, at);
COMMENT ON TABLE ${schema}.correction IS
    'What people said a statement does. In force: status accepted, withdrawn_at null, the greatest (at, id) of its statement. A withdrawal that arrives first leaves the other columns null.';

CREATE TABLE ${schema}.outbox (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid                 xid8 NOT NULL DEFAULT pg_current_xact_id(),
    record              text NOT NULL,
    cause               text NOT NULL,
    cited               bigint NOT NULL,
    citing              bigint,
    statement           uuid,
    supporting          int NOT NULL DEFAULT 0,
    mentioning          int NOT NULL DEFAULT 0,
    contrasting         int NOT NULL DEFAULT 0,
    unclassified        int NOT NULL DEFAULT 0,
    citing_publications int NOT NULL DEFAULT 0,
    type                smallint,
    type_before         smallint,
    section             smallint,
    position            smallint,
    relationship        smallint,
    confidence          real,
    text                text,
    payload             jsonb,
    traceparent         text,
    at                  timestamptz NOT NULL DEFAULT now()
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
COMMENT ON TABLE ${schema}.outbox IS
    'Deltas not yet given a sequence number, written in the projection''s transaction. The relay takes what no running transaction can still precede (xid below pg_snapshot_xmin) and deletes it.';

CREATE TABLE ${schema}.projection_offset (
    topic       text NOT NULL,
    partition   int NOT NULL,
    next_offset bigint NOT NULL,
    PRIMARY KEY (topic, partition)
);
COMMENT ON TABLE ${schema}.projection_offset IS 'The next record to read: moved in the transaction that wrote the rows, and the fence between two owners of a partition.';

CREATE TABLE ${schema}.parked (
    topic      text NOT NULL,
    partition  int NOT NULL,
    log_offset bigint NOT NULL,
    article    text,
    category   text NOT NULL,
    reason     text NOT NULL,
    parked_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (topic, partition, log_offset)
);
COMMENT ON TABLE ${schema}.parked IS 'What went to the dead-letter topic instead of into the view: why an article may be incomplete.';
