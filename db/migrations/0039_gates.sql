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
