-- People, divisions with their history, posts, roles. Sign-in is in 0005.
create table division (
  id            uuid primary key,
  abolished_on  date,
  version       integer not null default 1
);

-- A division keeps its id when it is renamed or moved; the old name stays true for the old days.
create table division_period (
  id           uuid primary key,
  division_id  uuid not null references division (id),
  parent_id    uuid references division (id),
  name         text not null,
  phone        text not null default '',
  email        text not null default '',
  position     integer not null default 0,
  from_on      date not null,
  until_on     date,
  check (until_on is null or until_on >= from_on)
);
create index division_period_division on division_period (division_id, from_on);

create table person (
  id              uuid primary key,
  name            text not null,
  kana            text not null default '',
  email           text not null,
  email_verified  boolean not null default true,
  image           text,
  two_factor_enabled boolean not null default false,
  locked_until    timestamptz,                           -- no sign-in before this moment
  lock_count      integer not null default 0,            -- locks in a row; each is longer than the one before
  retired_on      date,                                  -- the first day without access
  version         integer not null default 1,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now()
);
create unique index person_email on person (lower(email));

create table post (
  id           uuid primary key,
  person_id    uuid not null references person (id),
  division_id  uuid not null references division (id),
  title        text not null default '',
  from_on      date not null,
  until_on     date,                                   -- the last day
  check (until_on is null or until_on >= from_on)
);
create index post_person on post (person_id);

create table role_grant (
  id          uuid primary key,
  person_id   uuid not null references person (id),
  role        text not null,
  from_on     date not null,
  until_on    date,                                    -- a contractor's grant must end
  granted_by  uuid references person (id),
  granted_at  timestamptz not null default now(),
  check (role <> 'contractor' or until_on is not null),
  check (until_on is null or until_on >= from_on)
);
create index role_grant_person on role_grant (person_id);
