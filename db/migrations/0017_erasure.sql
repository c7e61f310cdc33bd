-- 内容の消去: what somebody asked to erase of what a plan keeps of its past, and what a second person then erased.
create table erasure (
  id         uuid primary key,
  plan_id    uuid not null references plan (id),
  kind       text not null check (kind in ('revisions', 'import', 'values')),
  target_id  uuid not null,                             -- the node, the import or the indicator
  parts      jsonb not null,                            -- which of what is kept of it: keys of erasable parts
  reason     text not null,
  asked_by   uuid references person (id),
  asked_at   timestamptz not null,
  erased_by  uuid references person (id),
  erased_at  timestamptz
);
create index erasure_plan on erasure (plan_id, asked_at);
create unique index erasure_open on erasure (target_id) where erased_at is null;

alter table plan_node_revision
  alter column content drop not null,                   -- null only after an erasure
  add column erasure_id uuid references erasure (id),
  add check ((content is null) = (erasure_id is not null));
alter table indicator_revision
  alter column content drop not null,
  add column erasure_id uuid references erasure (id),
  add check ((content is null) = (erasure_id is not null));
-- Of a value that changed, the words go and the numbers stay.
alter table target_revision add column erasure_id uuid references erasure (id);
alter table actual_revision add column erasure_id uuid references erasure (id);

alter table stored_file
  alter column content drop not null,
  add column erased_at timestamptz,
  add check ((content is null) = (erased_at is not null));
