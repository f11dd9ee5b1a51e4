-- Which readings name a work by an id made of its title (ref:…), so that an id that no reading makes any more can go.
create table reference_id (
    id        text    not null,
    citing    text    not null,
    ref_key   text    not null,
    current   boolean not null default true,     -- false: the last reading of the citing article makes another id
    successor text,                              -- what that reading says this reference cites; null when it has no such reference
    primary key (id, citing, ref_key)
);
create index reference_id_citing on reference_id (citing) where current;
create index reference_id_left on reference_id (id) where not current;

-- Readings from before this table are noted once, out of the log; until then no id is taken back.
alter table article add column references_noted boolean not null default false;
create index article_unnoted on article (id) where state = 'closed' and not references_noted;

-- `leaving` = taken back here and not yet seen in the topic.
alter table alias add column leaving boolean not null default false;
create index alias_leaving on alias (from_id) where leaving;
create index alias_to on alias (to_id);
