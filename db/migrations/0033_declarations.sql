-- 宣言（SDGs 共通の目標）: what a business or a group says it will do. Its words as sent, and as they were let through.
create table declaration_number (
  is_only  boolean primary key default true check (is_only),
  last     integer not null default 0
);
insert into declaration_number default values;

create table declaration (
  id            uuid primary key,
  number        integer not null unique,
  plan_id       uuid not null references plan (id),
  kind          text not null check (kind in ('business', 'group')),
  organisation  text not null,
  shows_name    boolean not null,                         -- the name is public by its own wish
  promise       text not null,                            -- what it will do
  until_on      date,
  sent_at       timestamptz not null,
  sending_key   text not null unique,
  receipt_hash  text not null unique,
  state         text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  shown_name    text not null default '',                 -- as they were let through
  shown_promise text not null default '',
  reason        text not null default '',                 -- why it was refused; its sender reads it
  checked_by    uuid references person (id),
  checked_at    timestamptz,
  version       integer not null default 1
);
create index declaration_plan on declaration (plan_id, state);

create table declaration_goal (
  declaration_id  uuid not null references declaration (id),
  goal            integer not null check (goal between 1 and 17),    -- of the SDGs
  primary key (declaration_id, goal)
);

create table declaration_measure (
  declaration_id  uuid not null references declaration (id),
  node_id         uuid not null references plan_node (id),
  primary key (declaration_id, node_id)
);

-- 連絡先: personal data, apart and never public.
create table declaration_contact (
  declaration_id  uuid primary key references declaration (id),
  name            text not null default '',
  phone           text not null default '',
  email           text not null default ''
);

-- 年に一度の知らせ: 続けています／終わりました
create table declaration_year (
  declaration_id  uuid not null references declaration (id),
  fiscal_year     integer not null,
  answer          text not null check (answer in ('continuing', 'ended')),
  told_at         timestamptz not null,
  primary key (declaration_id, fiscal_year)
);

-- 協働の形: with whom a measure is carried out, in which form, since when, and who proposed it.
create table partnership (
  id            uuid primary key,
  node_id       uuid not null references plan_node (id),
  partner       text not null check (partner <> ''),
  form          text not null check (form in ('agreement', 'subsidy', 'commission', 'jointProject', 'sponsorship', 'other')),
  detail        text not null default '',
  since_on      date,
  until_on      date,
  proposed_by   text not null check (proposed_by in ('voice', 'city', 'partner')),
  voice_number  integer,
  version       integer not null default 1,
  saved_by      uuid references person (id),
  saved_at      timestamptz not null,
  removed_at    timestamptz,
  check ((proposed_by = 'voice') = (voice_number is not null)),
  check (until_on >= since_on)
);
create index partnership_node on partnership (node_id) where removed_at is null;
