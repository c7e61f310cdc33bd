-- What the clerk says once for all values of a sheet: whether its actuals stand already, and why settled values change.
alter table plan_import
  add column actual_state text not null default 'draft' check (actual_state in ('draft', 'confirmed')),
  add column grounds jsonb not null default '{}';
-- Actuals of sheets that were applied before came in as confirmed.
update plan_import set actual_state = 'confirmed' where state = 'applied';
