-- A backup leaves out tables whose comment begins with "not in backups".
comment on table job is 'not in backups: after a restore, mails and imports of the past must not be done a second time';
