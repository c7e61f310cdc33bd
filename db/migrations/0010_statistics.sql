-- Statistics (統計) of the city and of others, where they came from, and what the plan is founded on: trends, issues, plans above ours.
create table statistic_data_set (
  id              uuid primary key,
  code            text not null unique check (code ~ '^[a-z0-9][a-z0-9-]*$'),   -- its word in an address
  name            text not null,
  source          text not null,                        -- 出典
  source_address  text not null default '',             -- where the source can be found, as words
  licence         text not null default '',
  note            text not null default '',
  version         integer not null default 1,
  created_at      timestamptz not null
);

create table statistic_item (
  id           uuid primary key,
  data_set_id  uuid not null references statistic_data_set (id),
  code         text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9-]*$'),   -- its word in an address
  name         text not null,
  unit         text not null default '',
  decimals     integer not null default 0 check (decimals between 0 and 4),
  direction    text check (direction in ('up', 'down')),   -- which way is better; null where neither is
  description  text not null default '',
  position     integer not null,
  is_public    boolean not null default false,             -- whether the next publication contains it
  version      integer not null default 1
);
create index statistic_item_data_set on statistic_item (data_set_id, position);

-- A number, or why there is none: 「－」 該当なし, 「X」 秘匿, 「…」 不詳. What a source leaves empty has no row.
create table statistic_value (
  item_id            uuid not null references statistic_item (id),
  municipality_code  text not null check (municipality_code ~ '^\d{6}$'),   -- 全国地方公共団体コード with its check digit
  year               integer not null,
  value              numeric,
  absence            text check (absence in ('notApplicable', 'confidential', 'unknown')),
  primary key (item_id, year, municipality_code),
  check ((value is null) <> (absence is null))
);

-- Municipalities that a file named with a valid code and that the built-in list does not know.
create table statistic_municipality (
  code        text primary key check (code ~ '^\d{6}$'),
  prefecture  text not null,
  name        text not null
);

-- Groups of municipalities to compare with (類似団体, 近隣市 …), named by the city.
create table municipality_group (
  id       uuid primary key,
  name     text not null unique,
  note     text not null default '',
  version  integer not null default 1
);

create table municipality_group_member (
  group_id           uuid not null references municipality_group (id),
  municipality_code  text not null check (municipality_code ~ '^\d{6}$'),
  primary key (group_id, municipality_code)
);

create table statistic_import (
  id           uuid primary key,
  file_id      uuid not null references stored_file (id),   -- the original, never changed
  data_set_id  uuid references statistic_data_set (id),     -- known once it is applied
  state        text not null default 'open' check (state in ('open', 'applying', 'applied', 'abandoned')),
  encoding     text,
  form         text not null check (form in ('ssdse', 'table')),
  settings     jsonb not null,                              -- sheet, header, columns, year, data set, what to do with unknown municipalities
  is_confirmed boolean not null default false,              -- whether a person has confirmed the settings
  job_id       uuid,
  refusal      jsonb,
  summary      jsonb,
  started_by   uuid references person (id),
  started_at   timestamptz not null,
  applied_at   timestamptz
);
create index statistic_import_started on statistic_import (started_at);

create table statistic_import_sheet (
  import_id  uuid not null references statistic_import (id),
  position   integer not null,
  name       text not null,
  row_count  integer not null,
  content    jsonb not null,
  primary key (import_id, position)
);

-- A statistic that a measure (施策) rests on.
create table statistic_citation (
  id        uuid primary key,
  node_id   uuid not null references plan_node (id),
  item_id   uuid not null references statistic_item (id),
  scope     text not null default 'prefecture' check (scope in ('none', 'prefecture', 'group')),
  group_id  uuid references municipality_group (id),
  note      text not null default '',
  position  integer not null,
  unique (node_id, item_id),
  check ((scope = 'group') = (group_id is not null))
);

-- The plan's background: trends (社会潮流), issues (課題整理), plans above ours (上位計画). Fields by register, as code names them.
create table background_entry (
  id          uuid primary key,
  register    text not null check (register in ('trend', 'issue', 'upperPlan')),
  title       text not null,
  fields      jsonb not null default '{}',
  position    integer not null,
  version     integer not null default 1,
  saved_by    uuid references person (id),
  saved_at    timestamptz not null,
  removed_at  timestamptz
);
create index background_entry_register on background_entry (register, position) where removed_at is null;

create table background_link (
  entry_id  uuid not null references background_entry (id),
  node_id   uuid not null references plan_node (id),
  primary key (entry_id, node_id)
);
create index background_link_node on background_link (node_id);
