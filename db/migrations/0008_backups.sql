-- A backup leaves out tables whose comment begins with "not in backups".
comment on table sign_in is 'not in backups: a session must not come back to life with an old backup';
comment on table sign_in_challenge is 'not in backups: half-finished sign-ins';
comment on table one_time_link is 'not in backups: a link that was used since must not work again';
comment on table second_factor is 'not in backups: secrets of the second factor; people register it anew after a restore';
