-- The sheets of a kept file as they were read, for every import alike: no step reads the original again.
create table stored_sheet (
  file_id    uuid not null references stored_file (id),
  position   integer not null,
  name       text not null,
  is_hidden  boolean not null,
  row_count  integer not null,
  content    jsonb not null,
  is_open    boolean not null,                              -- as the file is
  primary key (file_id, position)
);
comment on table stored_sheet is 'personal data unless is_open: an office''s sheet as it was read';

insert into stored_sheet (file_id, position, name, is_hidden, row_count, content, is_open)
  select file_id, position, sheet.name, sheet.is_hidden, row_count, sheet.content, stored_file.is_open
  from plan_import_sheet sheet
  join plan_import on plan_import.id = sheet.import_id
  join stored_file on stored_file.id = plan_import.file_id;
insert into stored_sheet (file_id, position, name, is_hidden, row_count, content, is_open)
  select file_id, position, sheet.name, coalesce((sheet.content->>'isHidden')::boolean, false), row_count, sheet.content, stored_file.is_open
  from statistic_import_sheet sheet
  join statistic_import on statistic_import.id = sheet.import_id
  join stored_file on stored_file.id = statistic_import.file_id;

drop table plan_import_sheet;
drop table statistic_import_sheet;
