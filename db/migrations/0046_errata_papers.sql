-- The typing errors of a version (正誤表) as a paper of their own.
alter table plan_paper
  drop constraint plan_paper_kind_check,
  add constraint plan_paper_kind_check check (kind in ('main', 'summary', 'annex', 'errata'));   -- 本編, 概要版, 資料編, 正誤表
