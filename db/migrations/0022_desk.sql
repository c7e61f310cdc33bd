-- The desk at which voices are split and sorted.

-- How many letters and digits a text has. A voice whose points together have as many as its text leaves nothing unassigned, so that
-- lists need not read every text; the database counts, so that it cannot be stale.
alter table voice_text add column letters integer
  generated always as (length(regexp_replace(content, '[^[:alnum:]]', '', 'g'))) stored;
alter table point add column letters integer
  generated always as (length(regexp_replace(quote, '[^[:alnum:]]', '', 'g'))) stored;

-- Points as they stood before a step (ledger_step), by which its person can take it back. The words are kept only where the step
-- changed or removed them, and go when the voice's text goes.
create table point_before (
  step_id           uuid not null references ledger_step (id),
  point_id          uuid not null,
  voice_id          uuid not null references voice (id),
  position          integer not null,
  quote             text,
  prefix            text,
  suffix            text,
  gist              text,
  folded            text,
  topic_id          uuid references topic (id),
  exclusion         text not null,
  node_id           uuid references plan_node (id),
  tags              uuid[] not null,
  version           integer not null,
  version_after     integer,                              -- null when the step removed the point
  version_restored  integer,                              -- when the step was taken back: what stands as it stood before
  primary key (step_id, point_id)
);
create index point_before_point on point_before (point_id);
comment on table point_before is 'personal data: quotes from originals';

create function forget_points_before() returns trigger language plpgsql as $$
begin
  execute format('delete from %I.point_before where voice_id = $1', tg_table_schema) using new.voice_id;
  return new;
end $$;
create trigger voice_text_forgotten after update on voice_text
  for each row when (new.content is null) execute function forget_points_before();
