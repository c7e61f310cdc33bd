-- What a writer's own text was before another was taken over it is kept beside the section too.
alter table section_copy drop constraint section_copy_cause_check;
alter table section_copy add constraint section_copy_cause_check
  check (cause in ('takenOver', 'late', 'stale', 'givenUp', 'replaced'));
