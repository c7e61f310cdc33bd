-- Word templates of the city (市のひな形): the file as it came, what was found in it, and whether papers are written into it.
create table word_template (
  id            uuid primary key,
  name          text not null check (name <> ''),
  file_id       uuid not null references stored_file (id),
  hash          text not null,                          -- SHA-256 of the file
  report        jsonb not null,                         -- what was found in it when it was handed in
  uploaded_by   uuid references person (id),
  uploaded_at   timestamptz not null,
  used_since    timestamptz,                            -- null: never used
  withdrawn_at  timestamptz,                            -- its use was stopped, or another took its place
  check (withdrawn_at is null or used_since is not null)
);
create unique index word_template_in_use on word_template ((true)) where used_since is not null and withdrawn_at is null;

create function word_template_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and (new.id, new.name, new.file_id, new.hash, new.report, new.uploaded_by, new.uploaded_at)
      is not distinct from (old.id, old.name, old.file_id, old.hash, old.report, old.uploaded_by, old.uploaded_at)
  then return new;
  end if;
  raise exception 'a word template is never changed';
end $$;
create trigger word_template_stays before update or delete on word_template for each row execute function word_template_stays();

-- The template that a paper was asked for with; null: our own look.
alter table plan_paper add column template_id uuid references word_template (id);
