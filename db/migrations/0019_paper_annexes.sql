-- What a paper of a plan holds beside the plan itself: the strategies of its 総合戦略編. Purged with any of them.
create table plan_paper_annex (
  paper_id       uuid not null references plan_paper (id) on delete cascade,
  publication_id uuid references publication (id),      -- null: as it stood when the paper was made
  hash           text not null,                         -- SHA-256 of the annex's canonical text
  primary key (paper_id, hash)
);
create index plan_paper_annex_hash on plan_paper_annex (hash);
create index plan_paper_annex_publication on plan_paper_annex (publication_id);
