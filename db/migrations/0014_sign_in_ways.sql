-- How people may come in, decided by the city. Secrets (the client's secret, the reading account's password) are in DATA_DIR/secrets.
create table sign_in_way (
  way       text primary key check (way in ('password', 'oidc', 'ldap', 'passkey')),
  roles     jsonb not null,                            -- the roles that may use it
  place     text not null check (place in ('anywhere', 'inside', 'outside')),
  settings  jsonb not null default '{}'                -- of oidc and ldap
);

-- The number under which the city's other systems know a person (職員番号); entered by an administrator.
alter table person add column employee_number text unique;

create table passkey (
  id             uuid primary key,
  person_id      uuid not null references person (id),
  credential_id  text not null unique,                 -- base64url, as is the key
  public_key     text not null,
  counter        bigint not null,
  transports     jsonb not null,
  host           text not null,                        -- the site's host for which it was made; it works nowhere else
  name           text not null,                        -- what the person calls it
  created_at     timestamptz not null,
  last_used_at   timestamptz
);
create index passkey_person on passkey (person_id);

-- By which way, and whether that way alone asked for two factors (a passkey; a provider that asks for them).
alter table sign_in add column way text not null default 'password', add column two_factors boolean not null default false;
alter table sign_in_challenge add column way text not null default 'password';
alter table sign_in_attempt add column way text not null default 'password';
