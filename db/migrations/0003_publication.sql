-- What is public: immutable snapshots with their exact canonical text and hash.
create table publication (
  id                uuid primary key,
  subject           text not null,                       -- plan
  reference         text not null,                       -- what of the subject: the plan's slug
  label             text not null,                       -- the version's name: 素案, 令和9年3月策定版
  openness          text not null check (openness in ('discussion', 'decided')),   -- 検討中として公開 / 公表
  format            integer not null,                    -- version of the payload's schema
  payload           text,                                -- RFC 8785 text; null only after a purge
  hash              text not null,                       -- SHA-256 of the payload's UTF-8
  division_name     text not null,                       -- whom to ask
  division_contact  text not null default '',
  note              text not null default '',
  published_at      timestamptz not null,
  published_by      uuid references person (id),
  supersedes_id     uuid references publication (id),
  withdrawn_at      timestamptz,
  withdrawn_by      uuid references person (id),
  withdrawal_reason text,
  purged_at         timestamptz,
  purged_by         uuid references person (id),
  purge_reason      text,
  check ((payload is null) = (purged_at is not null))
);
create index publication_reference on publication (subject, reference, published_at);
