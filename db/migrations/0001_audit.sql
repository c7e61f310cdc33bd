-- Who did what: append-only, each row carrying the hash of the one before it.
create table event (
  sequence       bigint primary key,
  id             uuid not null unique,
  actor_kind     text not null check (actor_kind in ('person', 'system', 'nobody')),
  actor_id       uuid,
  actor_label    text not null default '',           -- the system part that acted; never a person's name
  act            text not null,                      -- plan.node.moved
  reference      jsonb not null default '{}',        -- ids and field names only: texts and personal data live in their own tables
  request_id     text not null,
  occurred_at    timestamptz not null,
  previous_hash  text not null,
  hash           text not null
);
create index event_act on event (act, sequence);

create function event_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'event rows are never changed or removed';
end $$;
create trigger event_append_only before update or delete or truncate on event
  for each statement execute function event_is_append_only();

-- A form sent twice does its work once: the key made with the form is written in the transaction of the act.
create table form_submission (
  key          text primary key,
  location     text,
  created_at   timestamptz not null default now()
);
