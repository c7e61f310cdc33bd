-- Why settled results were opened again (確定の取消し); the words of it belong to no event.
alter table occasion add column reopened_reason text not null default '';
