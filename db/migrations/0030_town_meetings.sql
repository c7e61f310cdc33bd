-- まちづくり懇談会: what a town meeting has beside its consultation.
create table town_meeting (
  consultation_id  uuid primary key references consultation (occasion_id),
  purpose          text not null default '',          -- 趣旨
  programme        text not null default '',          -- 次第
  eligibility      text not null default '',          -- 参加できる人
  how_to_apply     text not null default '',          -- 申込みの方法 (telephone, counter)
  accepts_web      boolean not null default true,
  keep_days        integer not null default 30 check (keep_days between 1 and 366) -- days after the venue that who applied is kept
);

-- 会場: one place on one day, with its minutes.
create table meeting_venue (
  id                   uuid primary key,
  consultation_id      uuid not null references consultation (occasion_id),
  place                text not null check (place <> ''),
  directions           text not null default '',      -- 所在地と行き方, in words
  district_id          uuid references district (id),
  held_on              date not null,
  begins               text not null check (begins ~ '^[0-2][0-9]:[0-5][0-9]$'),
  ends                 text not null check (ends ~ '^[0-2][0-9]:[0-5][0-9]$' and ends > begins),
  capacity             integer check (capacity between 1 and 10000), -- null: anybody comes in
  note                 text not null default '',
  removed_at           timestamptz,
  version              integer not null default 1,
  city_people          integer check (city_people >= 0),  -- 市の出席者
  opening              text not null default '',      -- あいさつ
  explanation          text not null default '',      -- 説明
  closing              text not null default '',
  minutes_version      integer not null default 0,
  minutes_approved_at  timestamptz,
  minutes_approved_by  uuid references person (id)
);
create index meeting_venue_of on meeting_venue (consultation_id, held_on, begins);

-- 参加申込み, in the order in which they came. Who applied is apart.
create table meeting_registration (
  id             uuid primary key,
  venue_id       uuid not null references meeting_venue (id),
  number         integer not null,
  people         integer not null check (people between 1 and 100),
  way            text not null check (way in ('web', 'counter', 'venue')),
  began_waiting  boolean not null,                    -- told to wait for a cancellation; who then moves up is called
  came           integer check (came >= 0),           -- 来場者数; null until the door says
  receipt_hash   text unique,
  sending_key    text unique,
  registered_at  timestamptz not null,
  cancelled_at   timestamptz,
  unique (venue_id, number)
);

-- 申込者: the only personal data; erased after keep_until.
create table meeting_registrant (
  registration_id  uuid primary key references meeting_registration (id),
  name             text not null default '',
  contact          text not null default '',
  needs            text not null default '',          -- 手話通訳、託児 …: it may tell of a person's health
  keep_until       date not null
);
create index meeting_registrant_kept on meeting_registrant (keep_until);

-- 参加者数: counts alone, by age band, district and kind.
create table meeting_attendance (
  venue_id   uuid not null references meeting_venue (id),
  dimension  text not null check (dimension in ('age', 'district', 'kind')),
  label      text not null,
  people     integer not null check (people >= 0),
  primary key (venue_id, dimension, label)
);

-- 質疑: a question and its answer at the venue. Once the minutes are approved, the question is a voice of the ledger.
create table meeting_exchange (
  id        uuid primary key,
  venue_id  uuid not null references meeting_venue (id),
  position  integer not null,
  question  text not null check (question <> ''),
  answer    text not null default '',
  voice_id  uuid references voice (id),
  voice_number integer,
  topic_id  uuid references topic (id)                -- the topic to which the answer was offered as a draft
);
create index meeting_exchange_of on meeting_exchange (venue_id, position);

comment on table meeting_registrant is 'personal data: who applied for a town meeting, and what they need';
comment on table meeting_registration is 'personal data: belongs to who applied for a town meeting';
comment on table meeting_exchange is 'personal data until it is approved: what was said at a town meeting';
