-- A kept file is what came in: an erasure takes its bytes away, and nothing else of it ever changes. Papers are removed whole.
create function stored_file_stays() returns trigger language plpgsql as $$
begin
  if new.content is null
    and (new.id, new.name, new.media_type, new.size, new.hash, new.uploaded_by, new.uploaded_at, new.is_open)
      is not distinct from (old.id, old.name, old.media_type, old.size, old.hash, old.uploaded_by, old.uploaded_at, old.is_open)
  then return new;
  end if;
  raise exception 'a kept file is never changed';
end $$;
create trigger stored_file_stays before update on stored_file for each row execute function stored_file_stays();

-- 正誤表: added, never changed.
create function erratum_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a typing error that was told is never changed or removed';
end $$;
create trigger erratum_stays before update or delete or truncate on erratum
  for each statement execute function erratum_stays();

-- What a section was (節の履歴): an erasure takes title and text away, and nothing else of it ever changes.
create function section_revision_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.body is null and old.body is not null and new.title in ('', old.title)
      and (new.section_id, new.number, new.act, new.saved_by, new.saved_at)
        is not distinct from (old.section_id, old.number, old.act, old.saved_by, old.saved_at)
    then return new;
    end if;
  end if;
  raise exception 'a revision of a section is never changed or removed';
end $$;
create trigger section_revision_stays before update or delete on section_revision
  for each row execute function section_revision_stays();
create trigger section_revision_whole before truncate on section_revision
  for each statement execute function section_revision_stays();

-- 関門の記録: what was checked, heard, confirmed and laid down stays once the gate is decided. A condition is met afterwards, once.
create function gate_record_stays() returns trigger language plpgsql as $$
declare
  gates uuid[];
  is_decided boolean;
begin
  if tg_op = 'TRUNCATE' then raise exception 'the record of a decided gate is never changed'; end if;
  if tg_op <> 'INSERT' then gates := gates || old.gate_id; end if;
  if tg_op <> 'DELETE' then gates := gates || new.gate_id; end if;
  if tg_table_name = 'gate_condition' and tg_op = 'UPDATE' then
    if old.met_on is null and new.met_on is not null
      and (new.id, new.gate_id, new.position, new.words) is not distinct from (old.id, old.gate_id, old.position, old.words)
    then return new;
    end if;
  end if;
  execute format('select exists (select from %I.gate where id = any($1) and state <> ''open'')', tg_table_schema)
    into is_decided using gates;
  if is_decided then raise exception 'the record of a decided gate is never changed'; end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
create trigger gate_item_stays before insert or update or delete on gate_item for each row execute function gate_record_stays();
create trigger gate_item_whole before truncate on gate_item for each statement execute function gate_record_stays();
create trigger gate_view_stays before insert or update or delete on gate_view for each row execute function gate_record_stays();
create trigger gate_view_whole before truncate on gate_view for each statement execute function gate_record_stays();
create trigger gate_condition_stays before insert or update or delete on gate_condition for each row execute function gate_record_stays();
create trigger gate_condition_whole before truncate on gate_condition for each statement execute function gate_record_stays();
create trigger gate_confirmation_stays before insert or update or delete on gate_confirmation for each row execute function gate_record_stays();
create trigger gate_confirmation_whole before truncate on gate_confirmation for each statement execute function gate_record_stays();
