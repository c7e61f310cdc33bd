-- The comprehensive strategy for revitalisation (地方版総合戦略): population vision, national frames, the strategy as marks on the plan,
-- grants with their projects, and findings that the city accepted.

-- A path of the population (人口の推計): 社人研準拠, or the city's own. Values by year and age group; what is not there is 「−」.
create table population_path (
  id         uuid primary key,
  code       text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
  name       text not null,
  kind       text not null check (kind in ('record', 'reference', 'own')),
  base_year  integer not null,
  source     text not null,
  method     text not null default '',
  figures    jsonb not null default '[]',
  is_public  boolean not null default true,
  position   integer not null,
  version    integer not null default 1
);

-- What the city aims at (目標人口): 「2040年に5万人を維持」.
create table population_aim (
  id        uuid primary key,
  name      text not null,
  year      integer not null,
  value     integer not null check (value > 0),
  source    text not null default '',
  position  integer not null
);

-- The plan's frame (計画人口): one path at one year.
create table population_frame (
  plan_id  uuid primary key references plan (id),
  path_id  uuid not null references population_path (id),
  year     integer not null
);

-- National frames (国の総合戦略) with the time for which they hold, as data: they change every few years.
create table strategy_frame (
  id          uuid primary key,
  code        text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
  name        text not null,
  start_year  integer not null,
  end_year    integer,
  goals       jsonb not null default '[]',
  source      text not null,
  note        text not null default '',
  position    integer not null,
  version     integer not null default 1,
  check (end_year >= start_year)
);

create table strategy (
  id             uuid primary key,
  slug           text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]*$'),
  plan_id        uuid not null references plan (id),
  frame_id       uuid references strategy_frame (id),
  target_set_id  uuid not null references target_set (id),
  form           text not null check (form in ('integrated', 'priority', 'separate')),
  name           text not null,
  statement      text not null default '',
  source         text not null default '',
  start_year     integer not null,
  end_year       integer not null,
  version        integer not null default 1,
  check (end_year >= start_year)
);

create table strategy_goal (
  id             uuid primary key,
  strategy_id    uuid not null references strategy (id),
  code           text not null,
  name           text not null,
  description    text not null default '',
  frame_goals    text[] not null default '{}',      -- keys of the national frame's goals
  position       integer not null
);
create index strategy_goal_strategy on strategy_goal (strategy_id, position);

-- Changed periods (期間の変更), with who decided and why.
create table strategy_period_change (
  id           uuid primary key,
  strategy_id  uuid not null references strategy (id),
  start_year   integer not null,
  end_year     integer not null,                    -- as they were before
  reason       text not null,
  decided_by   text not null default '',
  decided_on   date,
  saved_by     uuid references person (id),
  saved_at     timestamptz not null
);
create index strategy_period_change_strategy on strategy_period_change (strategy_id, saved_at);

create table strategy_measure (
  strategy_id  uuid not null references strategy (id),
  node_id      uuid not null references plan_node (id),
  goal_id      uuid not null references strategy_goal (id),
  primary key (strategy_id, node_id, goal_id)
);
create index strategy_measure_node on strategy_measure (node_id);

-- An indicator as a goal's figure (数値目標: has a goal) or as a measure's KPI (none: its measure says which).
create table strategy_indicator (
  strategy_id   uuid not null references strategy (id),
  indicator_id  uuid not null references indicator (id),
  goal_id       uuid references strategy_goal (id),
  primary key (strategy_id, indicator_id)
);
create index strategy_indicator_indicator on strategy_indicator (indicator_id);

-- Grant programmes (交付金の制度) as dated masters.
create table grant_programme (
  id          uuid primary key,
  code        text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),
  name        text not null,
  ministry    text not null default '',
  start_year  integer not null,
  end_year    integer,
  rate        text not null default '',
  rules       text not null default '',
  source      text not null,
  position    integer not null,
  version     integer not null default 1,
  check (end_year >= start_year)
);

create table grant_project (
  id             uuid primary key,
  programme_id   uuid not null references grant_programme (id),
  name           text not null,
  summary        text not null default '',
  division_id    uuid references division (id),
  strategy_id    uuid references strategy (id),
  goal_id        uuid references strategy_goal (id),
  node_id        uuid references plan_node (id),
  regional_plan  text not null default '',          -- 地域再生計画
  start_year     integer not null,
  end_year       integer not null,
  position       integer not null,
  version        integer not null default 1,
  removed_at     timestamptz,
  check (end_year >= start_year)
);

-- Money and the yearly check (効果検証) of a project. Whole yen.
create table grant_project_year (
  project_id      uuid not null references grant_project (id),
  fiscal_year     integer not null,
  cost_yen        bigint,
  grant_yen       bigint,
  spent_yen       bigint,
  effect          text check (effect in ('veryEffective', 'effective', 'someEffect', 'noEffect')),
  verdict         text check (verdict in ('useful', 'notUseful')),
  opinion         text not null default '',
  policy          text check (policy in ('expand', 'revise', 'continue', 'stop', 'end')),
  policy_reason   text not null default '',
  primary key (project_id, fiscal_year)
);

-- A project's KPI: the value before (事前値) and each year's increment; the absolute values follow from them.
create table grant_kpi (
  id            uuid primary key,
  project_id    uuid not null references grant_project (id),
  indicator_id  uuid references indicator (id),     -- the register's, when it is the same figure
  name          text not null,
  unit          text not null default '',
  decimals      integer not null default 0 check (decimals between 0 and 4),
  base          numeric not null,
  due           text not null default '',           -- 目標年月
  steps         jsonb not null default '[]',        -- {year, increment, actual}
  position      integer not null
);
create index grant_kpi_project on grant_kpi (project_id, position);

-- Findings of double management (二重管理の点検) that the city leaves as they are, with why.
create table strategy_acceptance (
  key          text primary key,
  reason       text not null,
  accepted_by  uuid references person (id),
  accepted_at  timestamptz not null
);
