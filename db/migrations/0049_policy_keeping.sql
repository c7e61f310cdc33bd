-- 策定方針の項目: known by an id of its own, so that a save finds its part whatever the order has become.
alter table policy_part add column id uuid not null default gen_random_uuid();
alter table policy_part alter column id drop default;
create unique index policy_part_id on policy_part (id);

-- 策定方針の版: a purge takes the content of a version away, and nothing else of it ever changes.
alter table policy_version alter column content drop not null;
alter table policy_version add column purged_at timestamptz;
alter table policy_version add column purge_reason text;
alter table policy_version add check ((content is null) = (purged_at is not null));
drop trigger policy_version_immutable on policy_version;
create or replace function policy_version_is_immutable() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.content is null and old.content is not null
    and (new.id, new.plan_id, new.number, new.name, new.openness, new.dated_on, new.decided_by, new.reason, new.hash, new.frozen_by, new.frozen_at)
      is not distinct from (old.id, old.plan_id, old.number, old.name, old.openness, old.dated_on, old.decided_by, old.reason, old.hash, old.frozen_by, old.frozen_at)
    then return new;
    end if;
  end if;
  raise exception 'a version of a policy is never changed or removed';
end $$;
create trigger policy_version_immutable before update or delete on policy_version
  for each row execute function policy_version_is_immutable();
create trigger policy_version_whole before truncate on policy_version
  for each statement execute function policy_version_is_immutable();
