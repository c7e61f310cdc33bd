-- A sentence above every public page: that the city is a sample, or that others than the city made the site and from what.
alter table municipality add column notice text not null default '';
