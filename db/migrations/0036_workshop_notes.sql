-- The form's own key (form_submission) already makes the same form sent twice do its work once.
alter table workshop_note drop column entry_key, drop column entry_row;
