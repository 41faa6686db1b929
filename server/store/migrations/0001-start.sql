-- Installations. No name, no address, no time finer than a day.
CREATE TABLE installs (
  bucket smallint NOT NULL,
  id uuid NOT NULL,
  public_key jsonb NOT NULL,
  group_name text,
  token_hash text NOT NULL,
  enrolled_on date NOT NULL,
  revoked boolean NOT NULL,
  PRIMARY KEY (bucket, id)
);

-- A nonce of a token request is good once. Rows live for minutes.
CREATE TABLE used_nonces (
  bucket smallint NOT NULL,
  install_id uuid NOT NULL,
  nonce text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (bucket, install_id, nonce)
);
CREATE INDEX used_nonces_by_end ON used_nonces (expires_at);

-- Enrolment tokens. Only the SHA-256 of a token is here.
CREATE TABLE enrolment_tokens (
  token_hash text NOT NULL PRIMARY KEY,
  group_name text,
  expires_at timestamptz NOT NULL,
  uses_left integer NOT NULL
);

-- How far each chain of an installation is stored. The salts of its entries are nowhere, so a head does not point at a row.
CREATE TABLE chains (
  bucket smallint NOT NULL,
  install_id uuid NOT NULL,
  chain_id uuid NOT NULL,
  entry_count integer NOT NULL,
  head text NOT NULL,
  PRIMARY KEY (bucket, install_id, chain_id)
);

-- Incidents: a pseudonym and no installation, the rounded time of the event and no time of arrival, a random id and no sequence.
CREATE TABLE incidents (
  bucket smallint NOT NULL,
  id uuid NOT NULL,
  pseudonym text NOT NULL,
  day date NOT NULL,
  rounded_at timestamptz NOT NULL,
  surface text NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL,
  justification text,
  severity text,
  length_bucket text NOT NULL,
  ring text NOT NULL,
  policy_source text NOT NULL,
  policy_epoch integer NOT NULL,
  policy_seq integer NOT NULL,
  extension text NOT NULL,
  browser_family text NOT NULL,
  browser_major integer NOT NULL,
  chain_restarted boolean NOT NULL,
  findings jsonb NOT NULL,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX incidents_newest ON incidents (rounded_at DESC, id DESC);
CREATE INDEX incidents_of_pseudonym ON incidents (pseudonym, rounded_at DESC);

-- Published policies, each the exact JSON text of a SignedPolicy.
CREATE TABLE policies (
  epoch integer NOT NULL,
  seq integer NOT NULL,
  envelope text NOT NULL,
  etag text NOT NULL,
  PRIMARY KEY (epoch, seq)
);

-- One row per installation and day: the latest heartbeat.
CREATE TABLE heartbeats (
  bucket smallint NOT NULL,
  install_id uuid NOT NULL,
  day date NOT NULL,
  state text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (bucket, install_id, day)
);

-- People of the console.
CREATE TABLE people (
  id uuid NOT NULL PRIMARY KEY,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  sealed_secret text NOT NULL,
  last_step integer NOT NULL,
  tries integer NOT NULL,
  locked_until timestamptz
);
CREATE UNIQUE INDEX people_by_name ON people (name);

-- One-time set-up links. A row holds what was entered until the first code confirms it.
CREATE TABLE setup_links (
  token_hash text NOT NULL PRIMARY KEY,
  used boolean NOT NULL,
  name text,
  password_hash text,
  sealed_secret text
);

-- Sessions. Only the SHA-256 of a session's token is here.
CREATE TABLE sessions (
  token_hash text NOT NULL PRIMARY KEY,
  person_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);

-- What people of the console did.
CREATE TABLE audit_rows (
  id uuid NOT NULL PRIMARY KEY,
  happened_at timestamptz NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  target text NOT NULL
);

CREATE TABLE settings (
  name text NOT NULL PRIMARY KEY,
  value text NOT NULL
);
