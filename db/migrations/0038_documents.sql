-- The document of a plan (計画書の原稿): chapters and sections, who writes them, what was kept beside them, and frozen versions (版).
create table manuscript_section (
  id           uuid primary key,
  plan_id      uuid not null references plan (id),
  parent_id    uuid references manuscript_section (id),
  position     integer not null,
  title        text not null default '',                -- of a free section; a bound one is called like its node
  node_id      uuid references plan_node (id),          -- bound: its texts are the node's own
  body         jsonb not null default '{"type":"doc","content":[]}',   -- of a free section
  division_id  uuid references division (id),           -- who answers for a free one; a bound one is its node's divisions'
  due_on       date,
  state        text not null default 'writing' check (state in ('writing', 'checking', 'confirmed', 'replacing')),
  version      integer not null default 1,
  updated_at   timestamptz not null,
  removed_at   timestamptz,
  check (node_id is null or title = '')
);
create index manuscript_section_children on manuscript_section (plan_id, parent_id, position) where removed_at is null;
create unique index manuscript_section_node on manuscript_section (plan_id, node_id) where removed_at is null and node_id is not null;

-- Each save of a free section: title and body as they stood after it. A bound one has its node's revisions.
create table section_revision (
  section_id  uuid not null references manuscript_section (id),
  number      integer not null,                         -- equals the section's version after the save
  act         text not null,                            -- created, returned, accepted, restored
  title       text not null,
  body        jsonb,                                    -- null after an erasure
  saved_by    uuid references person (id),
  saved_at    timestamptz not null,
  primary key (section_id, number)
);

-- States as they came: who asked for the check, who confirmed, who opened again and why.
create table section_state (
  id            uuid primary key,
  section_id    uuid not null references manuscript_section (id),
  state         text not null check (state in ('writing', 'checking', 'confirmed', 'replacing')),
  reason        text not null default '',
  text_version  integer not null,                       -- of the texts as they stood then
  set_by        uuid references person (id),
  set_at        timestamptz not null
);
create index section_state_section on section_state (section_id, set_at);

-- Who has a section taken out (貸出) and the copy that is written on.
create table section_loan (
  id            uuid primary key,
  section_id    uuid not null references manuscript_section (id),
  taken_by      uuid not null references person (id),
  taken_at      timestamptz not null,
  base_version  integer not null,                       -- of the section, or of its node, when it was taken out
  texts         jsonb not null,                         -- the copy as it was saved last: rich texts by key
  save_number   integer not null default 0,             -- a save names the one it began from
  saved_at      timestamptz not null,
  ended_at      timestamptz,
  ended_as      text check (ended_as in ('returned', 'takenOver', 'givenUp')),
  ended_by      uuid references person (id),
  check ((ended_at is null) = (ended_as is null))
);
create unique index section_loan_open on section_loan (section_id) where ended_at is null;
create index section_loan_section on section_loan (section_id, taken_at);

-- Texts kept beside a section (控え): of a writer whose loan was taken over, or whose save came late or from an old copy.
create table section_copy (
  id          uuid primary key,
  section_id  uuid not null references manuscript_section (id),
  loan_id     uuid not null references section_loan (id),
  cause       text not null check (cause in ('takenOver', 'late', 'stale', 'givenUp')),
  texts       jsonb,                                    -- null after an erasure
  written_by  uuid references person (id),
  kept_at     timestamptz not null,
  settled_at  timestamptz,                              -- somebody looked at it and carried over what was needed
  settled_by  uuid references person (id)
);
create index section_copy_section on section_copy (section_id) where settled_at is null;

-- Words explained in the whole document (用語).
create table glossary_term (
  id        uuid primary key,
  plan_id   uuid not null references plan (id),
  term      text not null check (term <> ''),
  reading   text not null default '',
  meaning   text not null check (meaning <> ''),
  version   integer not null default 1,
  unique (plan_id, term)
);

-- What readers inside say of a section (校閲): a comment, or other words for some of its own, with what became of it.
create table section_remark (
  id            uuid primary key,
  section_id    uuid not null references manuscript_section (id),
  text_key      text not null,                          -- which of the section's texts
  quote         text not null default '',               -- the words that are meant; '' for the whole text
  words         text not null default '',               -- the comment
  replacement   text,                                   -- a suggestion: what should stand instead of the quote
  made_by       uuid not null references person (id),
  made_at       timestamptz not null,
  disposition   text check (disposition in ('adopted', 'partly', 'declined')),
  reason        text not null default '',
  disposed_by   uuid references person (id),
  disposed_at   timestamptz,
  check (words <> '' or replacement is not null),
  check ((disposition is null) = (disposed_at is null))
);
create index section_remark_section on section_remark (section_id, made_at);

-- Frozen versions (版). Never changed after; a trigger keeps that, and lets only a purge take the content away.
create table draft_version (
  id            uuid primary key,
  plan_id       uuid not null references plan (id),
  number        integer not null check (number > 0),
  name          text not null check (name <> ''),
  openness      text not null check (openness in ('closed', 'discussion', 'decided')),
  reason        text not null check (reason <> ''),
  format        integer not null,
  content       text,                                   -- RFC 8785 text; null only after a purge
  hash          text not null,                          -- SHA-256 of the content's UTF-8
  frozen_at     timestamptz not null,
  frozen_by     uuid references person (id),
  purged_at     timestamptz,
  purge_reason  text,
  unique (plan_id, number),
  check ((content is null) = (purged_at is not null))
);

create function draft_version_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.content is null and old.content is not null
    and (new.id, new.plan_id, new.number, new.name, new.openness, new.reason, new.format, new.hash, new.frozen_at, new.frozen_by)
      is not distinct from (old.id, old.plan_id, old.number, old.name, old.openness, old.reason, old.format, old.hash, old.frozen_at, old.frozen_by)
  then return new;
  end if;
  raise exception 'a frozen version is never changed';
end $$;
create trigger draft_version_stays before update or delete on draft_version for each row execute function draft_version_stays();

-- Typing errors found after freezing (正誤表): the only later act on a version. Added, never changed.
create table erratum (
  id          uuid primary key,
  version_id  uuid not null references draft_version (id),
  place       text not null,
  wrong       text not null check (wrong <> ''),
  corrected   text not null check (corrected <> ''),
  reason      text not null default '',
  added_by    uuid references person (id),
  added_at    timestamptz not null
);
create index erratum_version on erratum (version_id, added_at);

-- What a body or the assembly said of a version (会議・議会の意見), by hand until those have registers of their own.
create table version_remark (
  id          uuid primary key,
  version_id  uuid not null references draft_version (id),
  kind        text not null check (kind in ('body', 'assembly')),
  speaker     text not null check (speaker <> ''),      -- 総合計画審議会, 総務委員会 …: a body, never a person
  said_on     date not null,
  section     text not null default '',                 -- the section of the version that is meant, by its key; '' for the whole
  words       text not null check (words <> ''),
  answer      text not null default '',
  version     integer not null default 1,
  added_by    uuid references person (id),
  added_at    timestamptz not null,
  removed_at  timestamptz
);
create index version_remark_version on version_remark (version_id) where removed_at is null;
