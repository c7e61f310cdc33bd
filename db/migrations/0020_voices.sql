-- The ledger of voices (意見の台帳): what people said on any channel, its points, topics, answers, decisions, and what changed by them.
create extension if not exists pg_trgm with schema public;

-- 地区: how the city divides itself when it listens (中学校区 …).
create table district (
  id        uuid primary key,
  name      text not null unique,
  position  integer not null
);

-- 聴取の機会: one procedure that gathers voices on one channel. Instruments (public comment, workshop …) build on it.
create table occasion (
  id                uuid primary key,
  channel           text not null check (channel in ('survey', 'workshop', 'townMeeting', 'publicComment', 'proposal',
                      'council', 'draftingCommittee', 'staff', 'assembly')),
  title             text not null,
  plan_id           uuid not null references plan (id),
  division_id       uuid references division (id),        -- which division looks after it
  duty              text not null check (duty in ('answer', 'classify', 'receive')),
  opens_on          date not null,
  closes_on         date,                                 -- the last day; null while it is not known
  voice_years       integer not null default 5 check (voice_years between 1 and 99),    -- 保存年限 of the voices
  sender_years      integer not null default 1 check (sender_years between 0 and 99),   -- and of who sent them
  settled_at        timestamptz,                          -- 結果の確定
  settled_by        uuid references person (id),
  version           integer not null default 1,
  created_by        uuid references person (id),
  created_at        timestamptz not null,
  check (closes_on >= opens_on)
);
create index occasion_plan on occasion (plan_id, opens_on);

-- The last number given to a voice and to a topic: one row.
create table ledger_number (
  is_only  boolean primary key default true check (is_only),
  voice    integer not null default 0,
  topic    integer not null default 0
);
insert into ledger_number default values;

-- まとめ入力: papers typed in by one person and compared by another, or a file.
create table voice_batch (
  id           uuid primary key,
  occasion_id  uuid not null references occasion (id),
  kind         text not null check (kind in ('paper', 'file')),
  title        text not null,
  file_id      uuid references stored_file (id),
  entered_by   uuid references person (id),
  entered_at   timestamptz not null,
  checked_by   uuid references person (id),               -- 読み合わせ
  checked_at   timestamptz
);

create table topic (
  id              uuid primary key,
  plan_id         uuid not null references plan (id),
  number          integer not null unique,
  title           text not null,                          -- 意見の概要
  place           text not null default '',               -- 該当箇所
  node_id         uuid references plan_node (id),
  division_id     uuid references division (id),          -- who drafts the answer
  due_on          date,
  asked_at        timestamptz,
  reminded_at     timestamptz,
  version         integer not null default 1,
  saved_by        uuid references person (id),
  saved_at        timestamptz not null,
  merged_into_id  uuid references topic (id),
  removed_at      timestamptz
);
create index topic_plan on topic (plan_id, number) where removed_at is null;
create index topic_division on topic (division_id, due_on) where removed_at is null;
create index topic_node on topic (node_id) where removed_at is null;

-- 意見: what one sender handed in at once. Its texts are apart (voice_text), and so is who sent it (voice_sender).
create table voice (
  id                 uuid primary key,
  number             integer not null unique,             -- the public number
  occasion_id        uuid not null references occasion (id),
  way                text not null check (way in ('web', 'mail', 'post', 'fax', 'counter', 'venue', 'file', 'record')),
  received_at        timestamptz not null,
  entered_by         uuid references person (id),         -- null when the sender sent it
  batch_id           uuid references voice_batch (id),
  batch_row          integer,
  place              text not null default '',            -- 該当箇所 as the sender wrote it
  node_id            uuid references plan_node (id),
  joins_topic_id     uuid references topic (id),          -- 同じ意見です
  district_id        uuid references district (id),
  age_band           text not null default '',
  sender_kind        text not null default '',
  wishes_reply       boolean not null default false,      -- 回答希望
  wishes_publication boolean not null default true,       -- 公開希望
  receipt_hash       text unique,
  sending_key        text unique,                         -- a form sent again is recognised by it
  likeness           text not null,                       -- the hash of the folded words: equal in equal texts
  hidden_at          timestamptz,                         -- 公開しない扱い
  hidden_by          uuid references person (id),
  hidden_reason      text not null default '',
  disposed_at        timestamptz,                         -- 廃棄
  version            integer not null default 1,
  unique (batch_id, batch_row)
);
create index voice_occasion on voice (occasion_id, number);
create index voice_likeness on voice (occasion_id, likeness);

-- 原文: edition 1 is what came in; 訂正 adds one and takes none away. Only disposal and purge may empty it.
create table voice_text (
  voice_id      uuid not null references voice (id),
  edition       integer not null,
  content       text,
  content_hash  text not null,                            -- SHA-256 of the content
  reason        text not null default '',
  entered_at    timestamptz not null,
  primary key (voice_id, edition)
);
create function voice_text_is_immutable() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or new.content is not null or (new.voice_id, new.edition, new.content_hash, new.reason, new.entered_at)
      is distinct from (old.voice_id, old.edition, old.content_hash, old.reason, old.entered_at) then
    raise exception 'the text of a voice is never changed';
  end if;
  return new;
end $$;
create trigger voice_text_immutable before update or delete on voice_text
  for each row execute function voice_text_is_immutable();

-- 提出者: the only table of the ledger with personal data.
create table voice_sender (
  voice_id      uuid primary key references voice (id),
  name          text not null default '',
  organisation  text not null default '',
  address       text not null default '',
  phone         text not null default '',
  email         text not null default ''
);

create table voice_attachment (
  voice_id  uuid not null references voice (id),
  file_id   uuid not null references stored_file (id),
  position  integer not null,
  primary key (voice_id, file_id)
);

-- 公開用の写し: the text without what must not go public; two people look at it.
create table redaction (
  voice_id   uuid primary key references voice (id),
  edition    integer not null,                            -- of the original
  content    text not null,
  first_by   uuid references person (id),
  first_at   timestamptz,
  second_by  uuid references person (id),
  second_at  timestamptz,
  version    integer not null default 1,
  check (second_by is null or (first_by is not null and second_by <> first_by))
);

-- 論点: a marked span of a voice by its words and those around it, never by a place in the text.
create table point (
  id         uuid primary key,
  voice_id   uuid not null references voice (id),
  position   integer not null,
  quote      text not null check (quote <> ''),
  prefix     text not null default '',
  suffix     text not null default '',
  gist       text not null default '',                    -- 要旨, when it says it shorter than the quote
  folded     text not null,                               -- quote and gist as searches compare them
  topic_id   uuid references topic (id),
  exclusion  text not null default '',                    -- 対象外 and why
  node_id    uuid references plan_node (id),
  version    integer not null default 1,
  saved_by   uuid references person (id),
  saved_at   timestamptz not null,
  check (topic_id is null or exclusion = '')
);
create index point_voice on point (voice_id, position);
create index point_topic on point (topic_id);
create index point_unsorted on point (id) where topic_id is null and exclusion = '';
create index point_words on point using gin (folded public.gin_trgm_ops);

create table tag (
  id        uuid primary key,
  name      text not null unique,
  position  integer not null
);

create table point_tag (
  point_id  uuid not null references point (id) on delete cascade,
  tag_id    uuid not null references tag (id),
  primary key (point_id, tag_id)
);
create index point_tag_tag on point_tag (tag_id);

-- 対応区分, the city's own set.
create table response_category (
  id           uuid primary key,
  symbol       text not null,                             -- A, ◎ …
  name         text not null unique,
  is_reflected boolean not null,                          -- counts as reflected: needs a text that changed
  needs_place  boolean not null default false,            -- 記載済み: needs the place where it stands
  position     integer not null,
  retired_at   timestamptz,
  version      integer not null default 1
);
insert into response_category (id, symbol, name, is_reflected, needs_place, position) values
  ('01900000-0000-7000-8000-000000000001', 'A', '反映する（案を修正する）', true, false, 1),
  ('01900000-0000-7000-8000-000000000002', 'B', 'すでに盛り込まれている', false, true, 2),
  ('01900000-0000-7000-8000-000000000003', 'C', '今後の参考にする', false, false, 3),
  ('01900000-0000-7000-8000-000000000004', 'D', '反映は難しい', false, false, 4),
  ('01900000-0000-7000-8000-000000000005', 'E', 'その他（質問・感想など）', false, false, 5);

-- 一括の決定: an answer is decided with the whole table, or singly as the exception.
create table decision (
  id               uuid primary key,
  occasion_id      uuid references occasion (id),         -- the procedure whose table it decides
  kind             text not null check (kind in ('table', 'single')),
  title            text not null,                         -- 件名
  statement        text not null default '',              -- 起案文
  body             text not null default '',              -- who decides: 市長決裁, 策定委員会 …
  document_number  text not null default '',
  decided_on       date,
  recorded_at      timestamptz,                           -- when the decision was entered; null while it is a draft
  recorded_by      uuid references person (id),
  drafted_by       uuid references person (id),
  drafted_at       timestamptz not null,
  version          integer not null default 1
);
create index decision_occasion on decision (occasion_id);

-- 市の考え方 of a topic: one at a time; how it came about is in response_revision.
create table response (
  topic_id     uuid primary key references topic (id),
  category_id  uuid references response_category (id),
  content      text not null default '',
  state        text not null default 'draft' check (state in ('draft', 'submitted', 'decided')),
  send_back    text not null default '',                  -- 差戻し: why it went back to the division
  decision_id  uuid references decision (id),
  version      integer not null default 1,
  saved_by     uuid references person (id),
  saved_at     timestamptz not null,
  check ((state = 'decided') = (decision_id is not null))
);

create table response_revision (
  topic_id     uuid not null references topic (id),
  number       integer not null,                          -- equals the response's version after the save
  act          text not null check (act in ('drafted', 'submitted', 'edited', 'sentBack', 'decided', 'reopened')),
  category_id  uuid references response_category (id),
  content      text not null,
  note         text not null default '',
  saved_by     uuid references person (id),
  saved_at     timestamptz not null,
  primary key (topic_id, number)
);

-- 別紙: the answers as they were decided, never changed after.
create table decision_item (
  decision_id   uuid not null references decision (id),
  topic_id      uuid not null references topic (id),
  position      integer not null,
  title         text not null,
  place         text not null,
  points        integer not null,                         -- 同趣旨 n 件
  symbol        text not null,
  category      text not null,
  is_reflected  boolean not null,
  content       text not null,
  primary key (decision_id, topic_id)
);

-- 変更: a text of the plan before and after, changed because of an answer.
create table change (
  id             uuid primary key,
  topic_id       uuid not null references topic (id),
  node_id        uuid not null references plan_node (id),
  field          text not null,                           -- a field key of the measure's page, or title
  before_number  integer not null,
  after_number   integer not null check (after_number > before_number),
  note           text not null default '',
  added_by       uuid references person (id),
  added_at       timestamptz not null,
  unique (topic_id, node_id, field),
  foreign key (node_id, before_number) references plan_node_revision (node_id, number),
  foreign key (node_id, after_number) references plan_node_revision (node_id, number)
);
create index change_node on change (node_id);

-- 定型文
create table boilerplate (
  id           uuid primary key,
  title        text not null unique,
  content      text not null,
  category_id  uuid references response_category (id),
  version      integer not null default 1,
  removed_at   timestamptz
);

-- What one act did to points and topics, so that the person who did it can take it back.
create table ledger_step (
  id         uuid primary key,
  plan_id    uuid not null references plan (id),
  act        text not null,
  step       jsonb not null,                              -- ids, topics and tags before: no words of anybody
  done_by    uuid not null references person (id),
  done_at    timestamptz not null,
  undone_at  timestamptz
);
create index ledger_step_last on ledger_step (plan_id, done_by, id) where undone_at is null;

-- 訂正・利用停止の請求
create table personal_request (
  id           uuid primary key,
  voice_id     uuid not null references voice (id),
  kind         text not null check (kind in ('correction', 'suspension')),
  received_on  date not null,
  outcome      text check (outcome in ('granted', 'partly', 'refused')),
  reason       text not null default '',
  decided_on   date,
  entered_by   uuid references person (id),
  entered_at   timestamptz not null
);
create index personal_request_voice on personal_request (voice_id);

-- 廃棄の記録
create table disposal (
  id           uuid primary key,
  occasion_id  uuid not null references occasion (id),
  kind         text not null check (kind in ('senders', 'voices')),
  disposed     integer not null,
  reason       text not null default '',
  done_by      uuid references person (id),
  done_at      timestamptz not null
);

-- Backups and exports read these words (platform/database/city-archive): originals may name anybody.
comment on table voice_sender is 'personal data: who sent a voice';
comment on table voice_text is 'personal data: originals may name people';
comment on table voice_attachment is 'personal data: what senders attached';
comment on table redaction is 'personal data until it is checked: copies of originals';
comment on table point is 'personal data: quotes from originals';
comment on table point_tag is 'personal data: belongs to quotes from originals';
