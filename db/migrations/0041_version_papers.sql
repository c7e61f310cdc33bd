-- Papers of a frozen version, of three kinds; and the city's own Word template that papers are made into.
alter table plan_paper
  add column version_id uuid references draft_version (id),   -- null: of the draft, or of a publication of the plan
  add column kind text not null default 'main' check (kind in ('main', 'summary', 'annex'));   -- 本編, 概要版, 資料編
create index plan_paper_version on plan_paper (version_id) where version_id is not null;

-- ひな形: one stands at a time; those before stay, because papers were made into them. The file itself is never changed.
create table word_template (
  id          uuid primary key,
  file_id     uuid not null references stored_file (id),
  added_by    uuid references person (id),
  added_at    timestamptz not null,
  removed_at  timestamptz
);
create unique index word_template_standing on word_template ((true)) where removed_at is null;
alter table plan_paper add column template_id uuid references word_template (id);   -- null: the house's own look
