-- Imports of a plan from an office's sheet: every step is kept, so that nothing a clerk decided is lost.
create table plan_import (
  id           uuid primary key,
  plan_id      uuid not null references plan (id),
  file_id      uuid not null references stored_file (id),   -- the original, never changed
  state        text not null default 'open' check (state in ('open', 'applying', 'applied', 'abandoned')),
  encoding     text,                                        -- how a CSV was written
  mapping      jsonb,                                       -- sheet, header rows, what each column holds
  is_mapped    boolean not null default false,              -- whether the clerk has confirmed the columns
  answers      jsonb not null default '{}',                 -- decisions on odd values by question
  choices      jsonb not null default '{"remove":[],"keep":[]}',
  job_id       uuid,
  refusal      jsonb,                                       -- why the last attempt to apply changed nothing
  summary      jsonb,                                       -- counts of what was applied
  imported     jsonb,                                       -- what the sheet had said, by node and indicator: the base of the next comparison
  started_by   uuid references person (id),
  started_at   timestamptz not null,
  applied_at   timestamptz,
  version      integer not null default 1
);
create index plan_import_plan on plan_import (plan_id, started_at);

-- The sheets as they were read. The original stays in stored_file; this saves reading it again at every step.
create table plan_import_sheet (
  import_id  uuid not null references plan_import (id),
  position   integer not null,
  name       text not null,
  is_hidden  boolean not null,
  row_count  integer not null,
  content    jsonb not null,
  primary key (import_id, position)
);
