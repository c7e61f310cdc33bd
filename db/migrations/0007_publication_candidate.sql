-- What is about to go public, as the preview shows it; removed when it is published or prepared anew.
create table publication_candidate (
  id                uuid primary key,
  subject           text not null,
  reference         text not null,
  label             text not null,
  openness          text not null check (openness in ('discussion', 'decided')),
  format            integer not null,
  payload           text not null,                       -- RFC 8785 text
  hash              text not null,
  division_name     text not null,
  division_contact  text not null default '',
  note              text not null default '',
  prepared_at       timestamptz not null,
  prepared_by       uuid references person (id)
);
create index publication_candidate_reference on publication_candidate (subject, reference);

-- A purge needs a second person: one asks (and the publication is withdrawn at once), another confirms.
alter table publication
  add column purge_requested_at timestamptz,
  add column purge_requested_by uuid references person (id);
