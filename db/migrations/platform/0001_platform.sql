-- What all municipalities of one deployment share: who they are, under which host they answer, and the work that waits.
create table municipality (
  code         text primary key check (code ~ '^[0-9]{6}$'),   -- 全国地方公共団体コード with its check digit
  name         text not null,
  schema_name  text not null unique,
  is_default   boolean not null default false,                  -- answers for hosts that nobody claims
  is_unofficial boolean not null default false,                 -- built from published facts: banner and noindex
  created_at   timestamptz not null default now()
);
create unique index municipality_one_default on municipality (is_default) where is_default;

create table municipality_host (
  host               text primary key,
  municipality_code  text not null references municipality (code)
);

-- Long work. A worker takes a row with FOR UPDATE SKIP LOCKED and keeps `heartbeat_at` fresh; a row whose heartbeat has
-- stopped (the process died) is taken again.
create table job (
  id                 uuid primary key,
  municipality_code  text not null references municipality (code),
  kind               text not null,
  payload            jsonb not null default '{}',
  state              text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress           integer not null default 0 check (progress between 0 and 100),
  progress_note      text not null default '',
  result             jsonb,
  failure            text,
  attempts           integer not null default 0,
  max_attempts       integer not null default 3,
  cancel_requested   boolean not null default false,
  run_after          timestamptz not null default now(),
  heartbeat_at       timestamptz,
  requested_by       uuid,
  created_at         timestamptz not null default now(),
  finished_at        timestamptz
);
create index job_ready on job (run_after) where state in ('waiting', 'running');
