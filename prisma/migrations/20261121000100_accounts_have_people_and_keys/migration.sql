-- Tables of a tenant lead with account_id, so that one account's data sits together and can be distributed by it.
-- Global tables (people, sessions, keys) hold what must be unique or found across all accounts. No foreign key joins the two.

CREATE TYPE account_status AS ENUM ('active', 'closed');
CREATE TYPE member_role AS ENUM ('owner', 'admin', 'billing', 'member');

CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  status account_status NOT NULL DEFAULT 'active',
  -- Below low_limit nothing new is deployed; at negative_limit what runs is stopped. Both in nano-credits.
  low_limit bigint NOT NULL DEFAULT 0,
  negative_limit bigint NOT NULL DEFAULT 0 CHECK (negative_limit <= 0),
  created_at timestamptz(3) NOT NULL DEFAULT now()
);

CREATE TABLE members (
  account_id uuid NOT NULL REFERENCES accounts (id),
  user_id uuid NOT NULL,
  role member_role NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  disabled_at timestamptz(3),
  PRIMARY KEY (account_id, user_id)
);
CREATE INDEX members_user_id_idx ON members (user_id);

CREATE TABLE teams (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  -- The word by which usage events name the team.
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  archived_at timestamptz(3),
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, slug)
);

CREATE TABLE team_members (
  account_id uuid NOT NULL,
  team_id uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (account_id, team_id, user_id),
  FOREIGN KEY (account_id, team_id) REFERENCES teams (account_id, id),
  FOREIGN KEY (account_id, user_id) REFERENCES members (account_id, user_id)
);

CREATE TABLE projects (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  slug text NOT NULL CHECK (slug ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  team_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  archived_at timestamptz(3),
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, slug),
  FOREIGN KEY (account_id, team_id) REFERENCES teams (account_id, id)
);

CREATE TABLE invitations (
  account_id uuid NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email) AND char_length(email) <= 320),
  role member_role NOT NULL,
  token_hash bytea NOT NULL CHECK (octet_length(token_hash) = 32),
  invited_by uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  revoked_at timestamptz(3),
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, token_hash)
);
CREATE INDEX invitations_token_hash_idx ON invitations (token_hash);
-- One open invitation for a person in an account.
CREATE UNIQUE INDEX invitations_open_key ON invitations (account_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- Global: people.
CREATE TABLE users (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND char_length(email) <= 320),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  password_hash text,
  is_operator boolean NOT NULL DEFAULT false,
  -- Sessions of another version are over: raised by a new password or "sign out everywhere".
  session_version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  disabled_at timestamptz(3)
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  session_version integer NOT NULL,
  user_agent text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  last_seen_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3)
);
CREATE INDEX sessions_user_id_idx ON sessions (user_id);

-- A person's identities at outside providers (OIDC, GitHub, Google).
CREATE TABLE identities (
  provider text NOT NULL,
  subject text NOT NULL,
  user_id uuid NOT NULL REFERENCES users (id),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  PRIMARY KEY (provider, subject)
);
CREATE INDEX identities_user_id_idx ON identities (user_id);

CREATE TABLE password_resets (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  user_id uuid NOT NULL REFERENCES users (id),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3)
);
CREATE INDEX password_resets_user_id_idx ON password_resets (user_id);

-- Global: a key is found by its HMAC before the account is known. A platform key has no account.
CREATE TABLE api_keys (
  id uuid PRIMARY KEY,
  hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
  account_id uuid,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  -- The first characters, to recognise a key that is shown only once.
  prefix text NOT NULL,
  scopes text[] NOT NULL,
  created_by uuid,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);
CREATE INDEX api_keys_account_id_idx ON api_keys (account_id, id);
