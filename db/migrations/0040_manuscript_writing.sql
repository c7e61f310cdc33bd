-- A window that goes on writing after an answer was lost is no stranger: the loan (貸出) knows from which window its copy came last.
alter table section_loan
  add column saved_from text not null default '',       -- the window's own name; '' for a form without script
  add column saved_turn integer not null default 0;     -- which of that window's saves

-- Pictures of a manuscript (原稿の図): only files named here are shown on its pages.
create table manuscript_picture (
  file_id  uuid primary key references stored_file (id),
  plan_id  uuid not null references plan (id)
);
create index manuscript_picture_plan on manuscript_picture (plan_id);
