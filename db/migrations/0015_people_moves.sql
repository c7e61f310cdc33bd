-- Many people moved on one day (人事異動), deputies for the absent (代理), and which tables hold personal data.
create table transfer (
  id            uuid primary key,
  state         text not null default 'draft' check (state in ('draft', 'decided', 'cancelled')),
  effective_on  date not null,
  file_name     text not null default '',
  lines         jsonb not null default '[]',            -- of a draft: the rows as they were read; emptied when it is decided
  steps         jsonb not null default '[]',            -- of a decided one: what it changed, so that it can be taken back before its day
  made_by       uuid references person (id),
  made_at       timestamptz not null,
  decided_by    uuid references person (id),
  decided_at    timestamptz,
  cancelled_by  uuid references person (id),
  cancelled_at  timestamptz
);
create index transfer_effective on transfer (effective_on);

create table deputy (
  id          uuid primary key,
  person_id   uuid not null references person (id),     -- who is absent
  deputy_id   uuid not null references person (id),     -- who acts for them
  from_on     date not null,
  until_on    date not null,
  named_by    uuid references person (id),
  named_at    timestamptz not null,
  check (until_on >= from_on),
  check (person_id <> deputy_id)
);
create index deputy_deputy on deputy (deputy_id);
create index deputy_person on deputy (person_id);

-- The deputyship under which this sign-in acts; null while the person acts for themselves.
alter table sign_in add column deputy_id uuid references deputy (id) on delete set null;

-- A city's export puts tables whose comment begins with "personal data" into its encrypted part.
comment on table person is 'personal data: who they are';
comment on table post is 'personal data: who works where';
comment on table role_grant is 'personal data: who may do what';
comment on table credential is 'personal data: hashes of passwords';
comment on table passkey is 'personal data: keys of people''s devices';
comment on table sign_in_attempt is 'personal data: who came from where and when';
comment on table transfer is 'personal data: who moves where';
comment on table deputy is 'personal data: who is absent and who acts for them';
