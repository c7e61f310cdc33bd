-- 策定: how a plan is made. One for each plan; name and period are the plan's own.
create table formulation (
  plan_id        uuid primary key references plan (id),
  title          text not null check (title <> ''),       -- of the 策定方針
  review         text not null check (review in ('keep', 'part', 'whole')),   -- 基本構想: 据え置く · 一部 · 見直す
  review_reason  text not null default '',
  resolution     text not null check (resolution in ('none', 'concept', 'both')),  -- what the assembly decides (議決)
  ordinance      text not null default '',                -- the ordinance that the 議決 rests on
  version        integer not null default 1,
  saved_by       uuid references person (id),
  saved_at       timestamptz not null
);

-- 策定方針: its parts in order, numbered by their places; `shows` puts a table of the formulation under the text.
create table policy_part (
  plan_id   uuid not null references formulation (plan_id),
  position  integer not null check (position > 0),
  title     text not null check (title <> ''),
  body      text not null default '',
  shows     text not null default 'nothing' check (shows in ('nothing', 'outline', 'bodies', 'methods', 'schedule')),
  primary key (plan_id, position)
);

-- 体制: who takes part in the making, and as what.
create table policy_body (
  plan_id   uuid not null references formulation (plan_id),
  position  integer not null check (position > 0),
  name      text not null check (name <> ''),
  role      text not null default '',
  primary key (plan_id, position)
);

-- 手法: in which ways citizens take part.
create table policy_method (
  plan_id   uuid not null references formulation (plan_id),
  position  integer not null check (position > 0),
  name      text not null check (name <> ''),
  timing    text not null default '',
  detail    text not null default '',
  primary key (plan_id, position)
);

-- 策定方針の版: as it was on a day, with its hash; never changed after.
create table policy_version (
  id          uuid primary key,
  plan_id     uuid not null references formulation (plan_id),
  number      integer not null check (number > 0),
  name        text not null check (name <> ''),           -- 素々案, 骨子案, 庁議決定 …
  openness    text not null check (openness in ('closed', 'discussion', 'decided')),
  dated_on    date not null,
  decided_by  text not null default '',                   -- the body or post, in words
  reason      text not null,
  content     text not null,                              -- canonical JSON (RFC 8785)
  hash        text not null,                              -- its SHA-256
  frozen_by   uuid references person (id),
  frozen_at   timestamptz not null,
  unique (plan_id, number)
);
create function policy_version_is_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a policy is never changed or removed';
end $$;
create trigger policy_version_immutable before update or delete or truncate on policy_version
  for each statement execute function policy_version_is_immutable();

-- 段階: through which a plan goes until it is made.
create table formulation_stage (
  id                  uuid primary key,
  plan_id             uuid not null references formulation (plan_id),
  position            integer not null check (position > 0),
  name                text not null check (name <> ''),
  planned_from        date,
  planned_until       date,
  is_final            boolean not null default false,     -- 最終案 or 議案: blocked by points owed an answer
  needs_confirmation  boolean not null default false,     -- 将来都市像 and 目標 confirmed by two bodies
  manual_items        text not null default '',           -- one a line: what a person checks at the gate
  version             integer not null default 1,
  removed_at          timestamptz,
  check (planned_until >= planned_from)
);
create index formulation_stage_plan on formulation_stage (plan_id, position) where removed_at is null;

-- 関門: a stage is passed by a gate that holds exactly one frozen version. Decided once; what was sent back comes again in a gate of its own.
create table gate (
  id                uuid primary key,
  stage_id          uuid not null references formulation_stage (id),
  draft_version_id  uuid references draft_version (id),
  state             text not null check (state in ('open', 'passed', 'conditional', 'sentBack', 'skipped')),
  opened_by         uuid references person (id),
  opened_at         timestamptz not null,
  decided_body      text not null default '',              -- the body that decided, in words
  decided_on        date,
  document_number   text not null default '',
  reason            text not null default '',              -- why it was sent back or skipped; published
  checklist         text,                                  -- what the check said when it was decided, as JSON
  decided_by        uuid references person (id),
  decided_at        timestamptz,
  unique (id, draft_version_id),
  check ((state = 'skipped') = (draft_version_id is null)),
  check ((state = 'open') = (decided_at is null)),
  check (state = 'open' or decided_on is not null),
  check (state not in ('sentBack', 'skipped') or reason <> '')
);
create index gate_stage on gate (stage_id, opened_at);
create unique index gate_open on gate (stage_id) where state = 'open';
create function gate_is_decided_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'open' or new.draft_version_id is distinct from old.draft_version_id then
    raise exception 'a gate holds one version and is decided once';
  end if;
  return new;
end $$;
create trigger gate_decided_once before update or delete on gate for each row execute function gate_is_decided_once();

-- What a person checks by hand (手で確かめる項目), with words.
create table gate_item (
  gate_id     uuid not null references gate (id),
  position    integer not null check (position > 0),
  label       text not null check (label <> ''),
  is_done     boolean not null default false,
  words       text not null default '',
  checked_by  uuid references person (id),
  checked_at  timestamptz,
  primary key (gate_id, position)
);

-- Views heard (聴いた意見): of the assembly, the council, citizens. A body, never a person.
create table gate_view (
  id         uuid primary key,
  gate_id    uuid not null references gate (id),
  hearer     text not null check (hearer in ('assembly', 'council', 'citizens', 'other')),
  body       text not null check (body <> ''),
  heard_on   date not null,
  words      text not null check (words <> ''),
  reference  text not null default '',
  noted_by   uuid references person (id),
  noted_at   timestamptz not null
);
create index gate_view_gate on gate_view (gate_id);

-- Conditions (条件) under which a gate was passed, each until it is met.
create table gate_condition (
  id        uuid primary key,
  gate_id   uuid not null references gate (id),
  position  integer not null,
  words     text not null check (words <> ''),
  met_on    date,
  met_as    text not null default '',                      -- how it was met
  met_by    uuid references person (id),
  check ((met_on is null) = (met_as = ''))
);
create index gate_condition_gate on gate_condition (gate_id, position);

-- 将来都市像と目標の確認: by a body, on the very version that the gate holds.
create table gate_confirmation (
  gate_id           uuid not null,
  draft_version_id  uuid not null,
  body              text not null check (body <> ''),
  confirmed_on      date not null,
  reference         text not null default '',
  recorded_by       uuid references person (id),
  recorded_at       timestamptz not null,
  primary key (gate_id, body),
  foreign key (gate_id, draft_version_id) references gate (id, draft_version_id)
);
