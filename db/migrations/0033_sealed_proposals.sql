-- Which of the tables of proposals and declarations a city's export puts into its encrypted part, with what belongs to them.
comment on table proposal is 'personal data until it is let through: words of citizens';
comment on table proposal_act is 'personal data: belongs to words of citizens';
comment on table proposal_report is 'personal data: what citizens tell of words that should not be public';
comment on table declaration is 'personal data until it is let through: words as they were sent';
comment on table declaration_goal is 'personal data: belongs to a declaration as it was sent';
comment on table declaration_measure is 'personal data: belongs to a declaration as it was sent';
comment on table declaration_year is 'personal data: belongs to a declaration as it was sent';
comment on table declaration_contact is 'personal data: whom to ask about a declaration';
