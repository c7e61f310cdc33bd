-- Paper voices typed in batches: a sheet stays a draft until a second person has compared its batch with the paper.
alter table voice_batch
  add column state text not null default 'entering' check (state in ('entering', 'reading', 'taken', 'dropped')),
  add column version integer not null default 1;
create index voice_batch_occasion on voice_batch (occasion_id, entered_at);

-- 用紙: what was typed of one paper. When its batch is taken into the ledger, its words and its sender are emptied here.
create table batch_sheet (
  id                 uuid primary key,
  batch_id           uuid not null references voice_batch (id),
  position           integer not null,                    -- 整理番号, which the clerk writes on the paper
  content            text not null,
  place              text not null,
  way                text not null check (way in ('mail', 'post', 'fax', 'counter', 'venue')),
  received_on        date not null,
  age_band           text not null,
  sender_kind        text not null,
  district_id        uuid references district (id) on delete set null,
  wishes_reply       boolean not null,
  wishes_publication boolean not null,
  name               text not null,
  organisation       text not null,
  address            text not null,
  phone              text not null,
  email              text not null,
  sending_key        text not null unique,                -- its receipt is made of it; gone when receipts were handed over
  entered_by         uuid not null references person (id),
  entered_at         timestamptz not null,
  version            integer not null default 1,
  corrected_by       uuid references person (id),
  corrected_at       timestamptz,
  read_by            uuid references person (id),         -- 読み合わせ
  read_at            timestamptz,
  voice_id           uuid references voice (id),
  unique (batch_id, position),
  check (read_by is null or read_by <> entered_by)
);

comment on table batch_sheet is 'personal data: papers on their way into the ledger';
