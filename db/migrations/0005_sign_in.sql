-- Signing in. The first four tables are better-auth's (its session, account, verification and twoFactor), under our names.
create table sign_in (
  id          uuid primary key,
  token       text not null unique,
  person_id   uuid not null references person (id),
  expires_at  timestamptz not null,                    -- the absolute end; idleness ends it earlier
  ip_address  text,
  user_agent  text,
  created_at  timestamptz not null,
  updated_at  timestamptz not null                     -- when it was last used, to within some minutes
);
create index sign_in_person on sign_in (person_id);

create table credential (
  id                        uuid primary key,
  account_id                text not null,
  provider_id               text not null,             -- credential = a password of ours
  person_id                 uuid not null references person (id),
  access_token              text,
  refresh_token             text,
  id_token                  text,
  access_token_expires_at   timestamptz,
  refresh_token_expires_at  timestamptz,
  scope                     text,
  password                  text,                      -- scrypt
  created_at                timestamptz not null,
  updated_at                timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_person on credential (person_id);

create table sign_in_challenge (
  id          uuid primary key,
  identifier  text not null,
  value       text not null,
  expires_at  timestamptz not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null
);
create index sign_in_challenge_identifier on sign_in_challenge (identifier);

create table second_factor (
  id                         uuid primary key,
  person_id                  uuid not null unique references person (id),
  secret                     text not null,            -- encrypted with the deployment's secret, as are the backup codes
  backup_codes               text not null,
  verified                   boolean not null default false,
  failed_verification_count  integer not null default 0,
  locked_until               timestamptz
);

-- Every attempt to sign in, kept 90 days. What was typed is not kept: it may be a password in the wrong field.
create table sign_in_attempt (
  id            uuid primary key,
  attempted_at  timestamptz not null,
  person_id     uuid references person (id),           -- null when nobody has that address
  outcome       text not null,
  address       text not null,
  user_agent    text not null
);
create index sign_in_attempt_person on sign_in_attempt (person_id, attempted_at);
create index sign_in_attempt_time on sign_in_attempt (attempted_at);

-- Links that work once: invitation, new password, set-up of an empty city. Only a hash of the token is kept.
create table one_time_link (
  id          uuid primary key,
  kind        text not null check (kind in ('invitation', 'newPassword', 'setUp')),
  person_id   uuid references person (id),
  token_hash  text not null unique,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  check ((kind = 'setUp') = (person_id is null))
);
create index one_time_link_person on one_time_link (person_id, kind);

-- Of which roles a second factor is asked. A role without a row follows the default in the code.
create table second_factor_policy (
  role    text primary key,
  demand  text not null check (demand in ('never', 'outside', 'always'))
);
