-- Papers of a frozen version, of three kinds.
alter table plan_paper
  add column version_id uuid references draft_version (id),   -- null: of the draft, or of a publication of the plan
  add column kind text not null default 'main' check (kind in ('main', 'summary', 'annex'));   -- 本編, 概要版, 資料編
create index plan_paper_version on plan_paper (version_id) where version_id is not null;
