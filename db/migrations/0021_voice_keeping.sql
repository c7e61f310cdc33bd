-- Reading the ledger: the words of a voice as searches compare them go with its text, and leave with it.
alter table voice_text add column folded text;
alter table voice_text disable trigger voice_text_immutable;
update voice_text
   set folded = translate(replace(lower(normalize(content, nfkc)), '・', ''), 'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
                          'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
 where content is not null;
alter table voice_text enable trigger voice_text_immutable;
alter table voice_text add check ((content is null) = (folded is null));
create index voice_text_words on voice_text using gin (folded public.gin_trgm_ops);
create index voice_received on voice (received_at, number);
