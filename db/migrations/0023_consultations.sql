-- 聴取の手続 (public comment, town meeting, workshop, idea call): what citizens read of an occasion, under a word in addresses.
create table consultation (
  occasion_id  uuid primary key references occasion (id),
  kind         text not null check (kind in ('publicComment', 'townMeeting', 'workshop', 'proposal')),
  slug         text not null unique,                      -- its word in addresses
  summary      text not null default '',                  -- one or two sentences for lists
  contact      text not null default '',                  -- 問い合わせ beside the division's name: mail, hours …
  version      integer not null default 1,
  created_by   uuid references person (id),
  created_at   timestamptz not null
);

-- 期間の延長・繰上げの締切: what the last day was, what it is, and why; published.
create table consultation_period_change (
  id                uuid primary key,
  consultation_id   uuid not null references consultation (occasion_id),
  kind              text not null check (kind in ('extension', 'earlyClosing')),
  closes_on_before  date not null,
  closes_on_after   date not null,
  reason            text not null check (reason <> ''),
  saved_by          uuid references person (id),
  saved_at          timestamptz not null
);
create index consultation_period_change_of on consultation_period_change (consultation_id, saved_at);

-- 意見募集（パブリックコメント）の実施要領
create table public_comment_round (
  consultation_id      uuid primary key references consultation (occasion_id),
  purpose              text not null default '',          -- 趣旨
  eligibility          text not null default '',          -- 提出できる人
  methods              text not null default '',          -- 提出方法
  destination          text not null default '',          -- 提出先
  notes                text not null default '',          -- 留意事項
  publication_way      text not null default '',          -- 公表の方法
  viewing_places       text not null default '',          -- 案を見られる場所
  short_period_reason  text not null default '',          -- 30日を下回る期間の理由
  accepts_web          boolean not null default true,
  accepts_files        boolean not null default true,
  questions            jsonb not null                     -- each thing asked of the sender: required, optional or notAsked
);

-- 案と関連資料: a file as it was handed in, or a published version of a plan.
create table consultation_document (
  id                uuid primary key,
  consultation_id   uuid not null references consultation (occasion_id),
  role              text not null check (role in ('draft', 'material')),
  title             text not null,
  position          integer not null,
  file_id           uuid references stored_file (id),
  publication_id    uuid,
  removed_at        timestamptz,
  check ((file_id is null) <> (publication_id is null))
);
create index consultation_document_of on consultation_document (consultation_id, position);

-- 受付の上限, set by the city. An office's or a school's proxy is one address, so they are generous: one row.
create table intake_limit (
  is_only         boolean primary key default true check (is_only),
  burst           integer not null default 60 check (burst between 1 and 10000),           -- sendings at once from one address
  per_minute      integer not null default 30 check (per_minute between 1 and 10000),      -- and then a minute
  lookups         integer not null default 20 check (lookups between 1 and 10000),         -- receipts looked up a minute
  least_seconds   integer not null default 5 check (least_seconds between 0 and 600),      -- faster: asked to confirm once more
  files           integer not null default 3 check (files between 1 and 20),
  file_megabytes  integer not null default 5 check (file_megabytes between 1 and 20),
  version         integer not null default 1
);
insert into intake_limit default values;
