-- 該当箇所 is words of the sender: it stands with the text, is as immutable, and goes with it. So a city's export seals it.
alter table voice_text add column place text not null default '';
alter table voice_text disable trigger voice_text_immutable;
update voice_text set place = voice.place from voice where voice.id = voice_text.voice_id and voice_text.content is not null;
alter table voice_text enable trigger voice_text_immutable;
alter table voice_text add check (content is not null or place = '');
alter table voice drop column place;

-- What citizens read of a proposal, and what was told of it, goes with the words of its voice.
create function forget_proposal_words() returns trigger language plpgsql as $$
begin
  execute format('update %I.proposal set copy = null where voice_id = $1', tg_table_schema) using new.voice_id;
  execute format('update %I.proposal_report set words = '''' where voice_id = $1', tg_table_schema) using new.voice_id;
  return new;
end $$;
create trigger voice_text_forgotten_proposal after update on voice_text
  for each row when (new.content is null) execute function forget_proposal_words();
