-- Papers made of a plan: of a publication, or of the draft as it stood on a day. The file itself is in stored_file.
create table plan_paper (
  id             uuid primary key,
  plan_id        uuid not null references plan (id),
  publication_id uuid references publication (id),      -- null: made from the draft
  form           text not null check (form in ('pdf', 'word', 'excel')),
  job_id         uuid,
  requested_by   uuid references person (id),
  requested_at   timestamptz not null,
  source_hash    text,                                  -- SHA-256 of the plan's canonical text that it was made from
  file_id        uuid references stored_file (id),      -- null until it is made
  pages          integer,
  missing_signs  text not null default '',              -- signs that the font lacks; 〓 stands in their places
  made_at        timestamptz
);
create index plan_paper_plan on plan_paper (plan_id, requested_at);
create index plan_paper_publication on plan_paper (publication_id);
