-- The erasure of contents (内容の消去) reaches the manuscript: what a section keeps of its past can be asked for like a node's.
alter table erasure drop constraint erasure_kind_check;
alter table erasure add constraint erasure_kind_check check (kind in ('revisions', 'import', 'values', 'section'));

alter table section_revision
  add column erasure_id uuid references erasure (id),
  add check ((body is null) = (erasure_id is not null));
alter table section_copy
  add column erasure_id uuid references erasure (id),
  add check ((texts is null) = (erasure_id is not null));
-- Only a loan that ended loses its copy: an open one is somebody's work.
alter table section_loan
  alter column texts drop not null,
  add column erasure_id uuid references erasure (id),
  add check ((texts is null) = (erasure_id is not null)),
  add check (texts is not null or ended_at is not null);
alter table section_remark
  add column erasure_id uuid references erasure (id),
  drop constraint section_remark_check,
  add constraint section_remark_says_something check (words <> '' or replacement is not null or erasure_id is not null);
