-- Publications known so far, materialised from citations.publications.v1 by the catalogue's loop.

-- One row for each kind of source that describes a publication: the last value of that key of the topic.
create table publication (
    id          text     not null,
    source      text     not null,               -- fulltext, registry, reference
    value       text     not null,               -- the record as published
    title_key   text,                            -- letters and digits of the title; null when too short to name a work
    author_key  text,                            -- first author's family name, and the title's beginning
    log_offset  bigint   not null,               -- in the id's partition; an older record changes nothing
    primary key (id, source)
);
create index publication_title on publication (title_key) where title_key is not null;
create index publication_author on publication (author_key) where author_key is not null;

-- Every registered id that a source gives a publication, the publication's own included.
create table identifier (
    curie  text not null,
    id     text not null,
    source text not null,
    primary key (curie, id, source)
);
create index identifier_of on identifier (id, source);

-- The same work under a better id. `pending` = found here and not yet seen in the topic.
create table alias (
    from_id    text primary key,
    to_id      text             not null,
    method     text             not null,
    score      double precision not null,
    found_at   timestamptz      not null,
    pending    boolean          not null,
    log_offset bigint           not null
);
create index alias_pending on alias (from_id) where pending;

-- Editorial notices in the topic, so that an article that no longer says so can take its own back.
create table notice (
    notice_key  text primary key,
    publication text   not null,
    source      text   not null,
    log_offset  bigint not null
);
create index notice_source on notice (source);

-- One id said to belong to two publications of the best kind: counted and shown, never guessed.
create table conflict (
    curie    text        not null,
    ids      text[]      not null,
    found_at timestamptz not null default now(),
    primary key (curie)
);

-- Where the loop stands: the fence of every batch.
create table consumer_offset (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

-- Readings of articles by this service: which revision was handed out last, and what was last acknowledged whole.
create table article (
    id                  text primary key,
    last_revision       bigint not null,
    closed_revision     bigint,
    state               text   not null check (state in ('open', 'closed', 'withdrawn')),
    digest              text,
    file_digest         text,
    format              text,
    statements          int    not null default 0,
    reference_count     int    not null default 0,
    references_resolved int    not null default 0,
    unresolved          int    not null default 0,
    superseded_by       text,
    changed_at          timestamptz not null default now()
);
create index article_digest on article (digest) where state = 'closed';
create index article_file on article (file_digest) where state = 'closed';
