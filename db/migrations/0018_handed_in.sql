-- Which originals may hold personal data: a city's export seals every one that its subject did not say is open.
alter table stored_file add column is_open boolean not null default false; -- of a subject without personal data: statistics, papers of plans
update stored_file set is_open = true
  where exists (select 1 from statistic_import where file_id = stored_file.id)
     or exists (select 1 from plan_paper where file_id = stored_file.id);

-- Rows for which the column named after "unless" is true stay in the open part.
comment on table stored_file is 'personal data unless is_open: what offices handed in may name people';
comment on table plan_import is 'personal data: answers and texts from an office''s sheet';
comment on table plan_import_sheet is 'personal data: an office''s sheet as it was read';
