-- 提案の募集: its theme, its rules, and how what comes in is looked at.
create table idea_call (
  consultation_id  uuid primary key references consultation (occasion_id),
  theme            text not null default '',              -- 募集するテーマ
  eligibility      text not null default '',              -- 提案できる人
  rules            text not null default '',              -- 公開しないものの基準, one a line
  moderation       text not null check (moderation in ('before', 'after')),
  two_persons      boolean not null default false,        -- 公開の前に二人で確かめる
  name_asking      text not null check (name_asking in ('required', 'optional', 'notAsked')),
  node_id          uuid references plan_node (id)         -- which part of the plan; null: all of it
);

-- 提案, and 「同じ意見です」 with another one's: how far a voice of an idea call is on its way to the public. Its words as sent are the ledger's.
create table proposal (
  voice_id    uuid primary key references voice (id),
  call_id     uuid not null references idea_call (consultation_id),
  joins_id    uuid references proposal (voice_id),
  role_field  text check (role_field in ('citizenRole', 'businessRole', 'cityRole')),   -- 役割分担についての提案
  state       text not null check (state in ('waiting', 'looked', 'public', 'unlisted', 'refused', 'hidden')),
  copy        text,                                       -- the words as they were let through; null before
  reason      text not null default '',                   -- 公開しない理由
  looked_by   uuid references person (id),
  looked_at   timestamptz,
  let_by      uuid references person (id),                -- null where the rule let it through and nobody looked yet
  let_at      timestamptz,
  version     integer not null default 1,
  check (let_by is null or looked_by is not null)
);
create index proposal_call on proposal (call_id, state);
create index proposal_joins on proposal (joins_id);

-- 確かめた記録: each act with its reason.
create table proposal_act (
  id         uuid primary key,
  voice_id   uuid not null references proposal (voice_id),
  act        text not null check (act in ('looked', 'accepted', 'refused', 'hidden', 'shown', 'kept', 'takenOver')),
  reason     text not null default '',
  done_by    uuid references person (id),
  done_at    timestamptz not null
);
create index proposal_act_of on proposal_act (voice_id, done_at);

-- 不適切な投稿の知らせ by citizens: who sent it is not asked.
create table proposal_report (
  id           uuid primary key,
  voice_id     uuid not null references proposal (voice_id),
  ground       text not null check (ground in ('personal', 'abuse', 'advertising', 'other')),
  words        text not null default '',
  sending_key  text not null unique,
  sent_at      timestamptz not null,
  closed_at    timestamptz,
  closed_by    uuid references person (id)
);
create index proposal_report_open on proposal_report (voice_id) where closed_at is null;
