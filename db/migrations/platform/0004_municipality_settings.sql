-- What a city says of itself and may change later. When its code changes, whatever refers to it follows; the schema keeps the
-- name it was made with, which nobody sees.
alter table municipality
  add column kana text not null default '',
  add column contact text not null default '',                  -- whom citizens ask about the site as a whole
  add column version integer not null default 1;

alter table municipality_host
  drop constraint municipality_host_municipality_code_fkey,
  add constraint municipality_host_municipality_code_fkey
    foreign key (municipality_code) references municipality (code) on update cascade;

alter table job
  drop constraint job_municipality_code_fkey,
  add constraint job_municipality_code_fkey
    foreign key (municipality_code) references municipality (code) on update cascade;
