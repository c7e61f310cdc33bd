-- Plans, their levels, the tree, what a page of a measure holds, and indicators in their first form.
create table plan (
  id              uuid primary key,
  slug            text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),   -- the plan's word in an address
  kind            text not null check (kind in ('basicConcept', 'basicPlan', 'implementationPlan', 'comprehensiveStrategy', 'sectoralPlan', 'comprehensivePlan')),
  name            text not null,
  vision          text not null default '',             -- 将来都市像
  summary         text not null default '',
  start_year      integer not null,
  end_year        integer not null,
  predecessor_id  uuid references plan (id),
  division_id     uuid references division (id),
  version         integer not null default 1,
  created_at      timestamptz not null default now(),
  check (end_year >= start_year)
);

create table plan_level (
  id            uuid primary key,
  plan_id       uuid not null references plan (id),
  depth         integer not null check (depth between 1 and 6),
  name          text not null,                          -- 基本目標, 政策, 施策 …
  code_pattern  text not null default '{parent}-{n}',   -- {parent} the code above, {n} the number among siblings
  evaluator     text not null default '',
  has_page      boolean not null default false,         -- whether nodes of this level have the full page of a measure
  unique (plan_id, depth)
);

create table plan_node (
  id             uuid primary key,
  plan_id        uuid not null references plan (id),
  parent_id      uuid references plan_node (id),
  depth          integer not null,
  position       integer not null,
  code           text not null default '',
  title          text not null,
  keyword        text not null default '',
  division_id    uuid references division (id),
  is_priority    boolean not null default false,
  fields         jsonb not null default '{}',           -- rich texts by field key; empty ones are left out
  related_plans  jsonb not null default '[]',           -- [{name, period}]
  terms          jsonb not null default '[]',           -- [{term, meaning}]
  version        integer not null default 1,
  updated_at     timestamptz not null default now(),
  removed_at     timestamptz,                           -- removal can be undone; a removed node is in no list
  removed_with   uuid,                                  -- the node whose removal took this one along
  foreign key (plan_id, depth) references plan_level (plan_id, depth)
);
create index plan_node_children on plan_node (plan_id, parent_id, position) where removed_at is null;
create index plan_node_code on plan_node (plan_id, code) where removed_at is null;
create index plan_node_removed on plan_node (removed_with) where removed_at is not null;

create table plan_node_related_division (
  node_id      uuid not null references plan_node (id),
  division_id  uuid not null references division (id),
  primary key (node_id, division_id)
);

-- Each save of a node: the whole content as it stood after it.
create table plan_node_revision (
  node_id    uuid not null references plan_node (id),
  number     integer not null,                          -- equals the node's version after the save
  act        text not null,                             -- created, edited, renamed, moved, renumbered, removed, restored, reverted, imported
  content    jsonb not null,
  saved_by   uuid references person (id),
  saved_at   timestamptz not null,
  primary key (node_id, number)
);

-- What one act did to the tree, so that the person who did it can take it back.
create table plan_tree_step (
  id         uuid primary key,
  plan_id    uuid not null references plan (id),
  step       jsonb not null,
  done_by    uuid not null references person (id),
  done_at    timestamptz not null,
  undone_at  timestamptz
);
create index plan_tree_step_last on plan_tree_step (plan_id, done_by, id) where undone_at is null;

-- 再掲: the node is also listed under another; its money counts once, at its own place.
create table repeated_listing (
  node_id        uuid not null references plan_node (id),
  under_node_id  uuid not null references plan_node (id),
  primary key (node_id, under_node_id)
);

create table sdg_link (
  node_id   uuid not null references plan_node (id),
  goal      integer not null check (goal between 1 and 17),
  strength  text not null check (strength in ('direct', 'related')),   -- ◎ / ○
  targets   text[] not null default '{}',
  reason    text not null default '',
  primary key (node_id, goal)
);

-- Why a goal has no measure (an inland city and goal 14).
create table sdg_gap_note (
  plan_id      uuid not null references plan (id),
  goal         integer not null check (goal between 1 and 17),
  explanation  text not null,
  primary key (plan_id, goal)
);

create table indicator (
  id              uuid primary key,
  plan_id         uuid not null references plan (id),
  node_id         uuid not null references plan_node (id),
  position        integer not null default 0,
  code            text not null,
  name            text not null,
  unit            text not null default '',
  decimals        integer not null default 0 check (decimals between 0 and 4),
  direction       text not null check (direction in ('up', 'down', 'maintain', 'range')),
  accumulation    text not null default 'singleYear' check (accumulation in ('singleYear', 'cumulative', 'pointInTime')),
  description     text not null default '',             -- 説明・算出方法
  source          text not null default '',             -- 出典
  division_id     uuid references division (id),
  baseline_year   integer,
  baseline_value  numeric,
  baseline_words  text not null default '',             -- when the baseline is words or 「−」 with why
  version         integer not null default 1,
  updated_at      timestamptz not null default now(),
  removed_at      timestamptz,
  removed_with    uuid                                  -- the node whose removal took it along; null when it was removed itself
);
create unique index indicator_code on indicator (plan_id, code) where removed_at is null;
create index indicator_node on indicator (node_id, position) where removed_at is null;

create table indicator_target (
  indicator_id  uuid not null references indicator (id),
  fiscal_year   integer not null,
  value         numeric,
  upper_value   numeric,                                -- the upper end of a range
  words         text not null default '',               -- 「5年間で3人」 as the city wrote it
  primary key (indicator_id, fiscal_year),
  check (value is not null or words <> '')
);

create table indicator_actual (
  indicator_id  uuid not null references indicator (id),
  fiscal_year   integer not null,
  value         numeric,
  absence       text check (absence in ('notSurveyed', 'notReleased', 'counting')),   -- why 「−」: 未調査・未公表・集計中
  note          text not null default '',
  primary key (indicator_id, fiscal_year),
  check ((value is null) <> (absence is null))
);

-- Each save of an indicator: the whole content as it stood after it.
create table indicator_revision (
  indicator_id  uuid not null references indicator (id),
  number        integer not null,                       -- equals the indicator's version after the save
  act           text not null,                          -- created, edited, removed, imported
  content       jsonb not null,
  saved_by      uuid references person (id),
  saved_at      timestamptz not null,
  primary key (indicator_id, number)
);

-- Originals of what was handed in: never changed.
create table stored_file (
  id           uuid primary key,
  name         text not null,
  media_type   text not null,
  size         integer not null,
  hash         text not null,
  content      bytea not null,
  uploaded_by  uuid references person (id),
  uploaded_at  timestamptz not null
);
