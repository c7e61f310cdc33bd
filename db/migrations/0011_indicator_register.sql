-- The indicator register (指標台帳): what an indicator means and how it is judged, several target sets over one series of values,
-- changed targets with reason and decision, actuals that are confirmed and corrected.

-- One series of values; an indicator of a later plan that continues an earlier one shares it.
create table indicator_series (
  id  uuid primary key
);
insert into indicator_series (id) select id from indicator;

alter table indicator
  add column series_id         uuid references indicator_series (id),
  add column kind              text not null default 'outcome' check (kind in ('outcome', 'activity', 'subject')),
  add column method            text,                                 -- how attainment is computed; null until someone chose
  add column meaning           text not null default '',             -- 意味
  add column target_reason     text not null default '',             -- 目標値とした理由
  add column comparison        text not null default '',             -- 比較できる参考値
  add column update_month      integer check (update_month between 1 and 12),
  add column cadence           text not null default 'yearly' check (cadence in ('monthly', 'yearly', 'everyFewYears', 'occasional')),
  add column numerator_name    text not null default '',
  add column denominator_name  text not null default '',
  add column trend_value       numeric,                              -- すう勢値, for M10
  add column tolerance         numeric not null default 0 check (tolerance >= 0);   -- ±, for M5
update indicator set series_id = id;
alter table indicator alter column series_id set not null;
create index indicator_series_members on indicator (series_id);

create table target_set (
  id          uuid primary key,
  plan_id     uuid not null references plan (id),
  kind        text not null check (kind in ('plan', 'strategy', 'grant', 'sdg')),
  name        text not null,
  start_year  integer not null,
  end_year    integer not null,
  check (end_year >= start_year)
);
create unique index target_set_of_plan on target_set (plan_id) where kind = 'plan';
insert into target_set (id, plan_id, kind, name, start_year, end_year)
  select id, id, 'plan', name, start_year, end_year from plan;

alter table indicator_target add column target_set_id uuid references target_set (id);
update indicator_target t set target_set_id = i.plan_id from indicator i where i.id = t.indicator_id;
alter table indicator_target
  alter column target_set_id set not null,
  drop constraint indicator_target_pkey,
  add primary key (indicator_id, target_set_id, fiscal_year);

create table target_revision (
  id             uuid primary key,
  indicator_id   uuid not null references indicator (id),
  target_set_id  uuid not null references target_set (id),
  fiscal_year    integer not null,
  before         jsonb,                                    -- null: there was none
  after          jsonb,                                    -- null: it was taken away
  reason         text not null default '',
  decided_by     text not null default '',                 -- the body or post that decided, in words
  decided_on     date,
  saved_by       uuid references person (id),
  saved_at       timestamptz not null
);
create index target_revision_indicator on target_revision (indicator_id, saved_at);

alter table indicator_actual add column series_id uuid references indicator_series (id);
update indicator_actual set series_id = indicator_id;
alter table indicator_actual
  alter column series_id set not null,
  drop constraint indicator_actual_pkey,
  drop column indicator_id,
  add primary key (series_id, fiscal_year),
  add column state        text not null default 'confirmed' check (state in ('draft', 'confirmed')),
  add column numerator    numeric,
  add column denominator  numeric;
alter table indicator_actual alter column state drop default;

create table actual_revision (
  id           uuid primary key,
  series_id    uuid not null references indicator_series (id),
  fiscal_year  integer not null,
  before       jsonb,
  after        jsonb,
  reason       text not null default '',                   -- a confirmed value changes only with one
  file_id      uuid references stored_file (id),           -- the file that it came from
  saved_by     uuid references person (id),
  saved_at     timestamptz not null
);
create index actual_revision_series on actual_revision (series_id, fiscal_year, saved_at);
