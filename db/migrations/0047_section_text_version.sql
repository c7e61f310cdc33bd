-- Which version of a free section its printed words are of: a new due date or division leaves it, a new title or text moves it on.
alter table manuscript_section add column text_version integer not null default 1;
update manuscript_section set text_version = version;
