-- ワークショップ: people work at tables in some rounds; their sticky notes are voices of the ledger, and the headings its topics.
create table workshop (
  consultation_id  uuid primary key references consultation (occasion_id),
  purpose          text not null default '',          -- 趣旨
  eligibility      text not null default '',          -- 参加できる人
  how_to_apply     text not null default '',          -- 申込みの方法
  next_steps       text not null default ''           -- これからの予定, for the newsletter and the public page
);

-- 回: one meeting of a workshop. Its number is its place in the order of days.
create table workshop_round (
  id               uuid primary key,
  consultation_id  uuid not null references consultation (occasion_id),
  theme            text not null check (theme <> ''),
  place            text not null check (place <> ''),
  directions       text not null default '',          -- 所在地と行き方, in words
  held_on          date not null,
  begins           text not null check (begins ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends             text not null check (ends ~ '^[0-2][0-9]:[0-5][0-9]$' and ends > begins),
  summary          text not null default '',          -- この回のまとめ
  version          integer not null default 1
);
create index workshop_round_of on workshop_round (consultation_id, held_on, begins);

-- 班: a table, its people as a count, and what it said in short.
create table workshop_table (
  id        uuid primary key,
  round_id  uuid not null references workshop_round (id),
  position  integer not null,
  name      text not null check (name <> ''),
  people    integer not null default 0 check (people between 0 and 1000),
  summary   text not null default '',                 -- 班のまとめ
  unique (round_id, name)
);

-- 付箋: what one person wrote at a table. Until it goes into the ledger its words are here and can be put right; then they are there.
create table workshop_note (
  id         uuid primary key,
  table_id   uuid not null references workshop_table (id),
  position   integer not null,
  content    text not null default '',
  votes      integer not null default 0 check (votes between 0 and 10000), -- シールの数
  entry_key  uuid not null,                           -- the form it came in; the same form again adds nothing
  entry_row  integer not null,
  voice_id   uuid unique references voice (id),
  version    integer not null default 1,
  unique (entry_key, entry_row),
  check ((voice_id is null) = (content <> ''))
);
create index workshop_note_of on workshop_note (table_id, position);
comment on table workshop_note is 'personal data until it is in the ledger: what somebody wrote at a workshop';
