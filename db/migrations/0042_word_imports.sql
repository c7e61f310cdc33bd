-- Word files that were handed in for a manuscript (Wordの読み込み): what was read of each, and what became of it.
create table word_import (
  id          uuid primary key,
  plan_id     uuid not null references plan (id),
  section_id  uuid references manuscript_section (id),  -- the section or chapter where it was handed in; null: the whole manuscript
  kind        text not null check (kind in ('texts', 'outline')),   -- texts that come back; a plan whose chapters become sections
  file_id     uuid not null references stored_file (id),
  file_name   text not null,
  reading     jsonb,                                    -- null after an erasure
  state       text not null default 'open' check (state in ('open', 'applied', 'abandoned')),
  summary     jsonb not null default '{}',              -- how much was taken
  started_by  uuid references person (id),
  started_at  timestamptz not null,
  ended_by    uuid references person (id),
  ended_at    timestamptz,
  erased_at   timestamptz,
  check ((state = 'open') = (ended_at is null)),
  check ((reading is null) = (erased_at is not null))
);
create index word_import_plan on word_import (plan_id, started_at);
