-- Where an old plan's nodes went in the plan that follows it (系譜), and plans that were made from another one (組み直し).
create table lineage (
  id           uuid primary key,
  plan_id      uuid not null references plan (id),           -- the new plan, which tells where the old one's nodes went
  old_node_id  uuid references plan_node (id),
  new_node_id  uuid references plan_node (id),
  kind         text not null check (kind in ('continue', 'split', 'merge', 'new', 'end')),
  evolution    text check (evolution in ('expand', 'improve', 'keep')),   -- 拡充・改善・維持
  note         text not null default '',                     -- what was deepened, or why it ends
  check (case kind when 'end' then old_node_id is not null and new_node_id is null
                   when 'new' then old_node_id is null and new_node_id is not null
                   else old_node_id is not null and new_node_id is not null end)
);
create unique index lineage_pair on lineage (plan_id, old_node_id, new_node_id);
create unique index lineage_end on lineage (plan_id, old_node_id) where kind = 'end';
create unique index lineage_new on lineage (plan_id, new_node_id) where kind = 'new';
create index lineage_new_node on lineage (new_node_id);

-- What one act did to the lineage, so that the person who did it can take it back.
create table lineage_step (
  id         uuid primary key,
  plan_id    uuid not null references plan (id),
  act        text not null,
  before     jsonb not null,                                 -- the links that the act took away or changed
  after      jsonb not null,                                 -- the links that it put there
  done_by    uuid not null references person (id),
  done_at    timestamptz not null,
  undone_at  timestamptz
);
create index lineage_step_last on lineage_step (plan_id, done_by, id) where undone_at is null;

create table rebasing (
  plan_id       uuid primary key references plan (id),       -- the plan that was made
  from_plan_id  uuid not null references plan (id),
  done_by       uuid references person (id),
  done_at       timestamptz not null,
  undone_at     timestamptz
);

-- A re-basing that was taken back: the plan and all in it are in no list any more, its word in addresses is free again.
alter table plan add column removed_at timestamptz;
