-- Why an indicator (指標) was taken off its measure, kept each time; one whose target was published needs reason, decider and day.
create table indicator_removal (
  id            uuid primary key,
  indicator_id  uuid not null references indicator (id),
  reason        text not null default '',
  decided_by    text not null default '',                  -- the body or post that decided, in words
  decided_on    date,
  removed_by    uuid references person (id),
  removed_at    timestamptz not null
);
create index indicator_removal_indicator on indicator_removal (indicator_id, removed_at);
