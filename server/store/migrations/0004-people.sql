-- People have several roles, may be invited, and may be shut out.
ALTER TABLE people ADD COLUMN roles jsonb;
UPDATE people SET roles = jsonb_build_array(role);
ALTER TABLE people ALTER COLUMN roles SET NOT NULL;
ALTER TABLE people DROP COLUMN role;
ALTER TABLE people ADD COLUMN active boolean;
UPDATE people SET active = true;
ALTER TABLE people ALTER COLUMN active SET NOT NULL;

-- A link makes the first owner (no roles), a person with these roles, or lets the person named start anew.
ALTER TABLE setup_links ADD COLUMN roles jsonb;
ALTER TABLE setup_links ADD COLUMN person_id uuid;
ALTER TABLE setup_links ADD COLUMN expires_at timestamptz;

-- Sessions are listed to their person, and remember when they last proved who they are. Those of before end here.
DELETE FROM sessions;
ALTER TABLE sessions ADD COLUMN id uuid NOT NULL;
ALTER TABLE sessions ADD COLUMN proved_at timestamptz NOT NULL;
ALTER TABLE sessions ADD COLUMN browser text NOT NULL;

-- Codes for the day on which the authenticator app is lost. Each is good once, and only its SHA-256 is here.
CREATE TABLE recovery_codes (
  person_id uuid NOT NULL,
  code_hash text NOT NULL,
  PRIMARY KEY (person_id, code_hash)
);

-- Keys of programs. Only the SHA-256 of a key is here.
CREATE TABLE api_keys (
  id uuid NOT NULL PRIMARY KEY,
  key_hash text NOT NULL,
  title text NOT NULL,
  scopes jsonb NOT NULL,
  created_on date NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked boolean NOT NULL
);
CREATE UNIQUE INDEX api_keys_by_hash ON api_keys (key_hash);
