-- 意見の取込み: a table of voices (Excel, CSV) on its way into the ledger.
create table voice_import (
  id            uuid primary key,
  occasion_id   uuid not null references occasion (id),
  file_id       uuid not null references stored_file (id),
  state         text not null default 'open' check (state in ('open', 'applying', 'applied', 'abandoned')),
  encoding      text,
  settings      jsonb not null,
  is_confirmed  boolean not null default false,           -- what the columns hold was said
  is_answered   boolean not null default false,           -- and what to do with values that nobody can read
  job_id        uuid,
  refusal       jsonb,
  summary       jsonb,
  batch_id      uuid references voice_batch (id),
  started_by    uuid references person (id),
  started_at    timestamptz not null,
  applied_at    timestamptz
);
create index voice_import_occasion on voice_import (occasion_id, started_at);

-- Where in its file a voice stood.
create table voice_origin (
  voice_id      uuid primary key references voice (id),
  file_row      integer not null,
  file_column   text not null,
  own_number    text not null                             -- the file's own number of the row
);
