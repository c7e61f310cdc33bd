-- What whoever looks after the deployment wants to see: why a city's tables could not be brought up to date, and the backups taken.
alter table municipality add column upgrade_failure text;

create table backup_taken (
  taken_at  timestamptz primary key,
  file      text not null,
  size      bigint not null                              -- bytes
);
