-- Passkeys: public keys only. The id is the credential's own, base64url; the counter may need 32 bits without a sign.
CREATE TABLE passkeys (
  id text NOT NULL PRIMARY KEY,
  person_id uuid NOT NULL,
  public_key text NOT NULL,
  counter bigint NOT NULL,
  transports jsonb NOT NULL,
  title text NOT NULL,
  created_on date NOT NULL
);
CREATE INDEX passkeys_of_person ON passkeys (person_id);

-- What a passkey is asked to sign. Each is good once and for minutes, and only the SHA-256 of its token is here.
CREATE TABLE challenges (
  token_hash text NOT NULL PRIMARY KEY,
  challenge text NOT NULL,
  person_id uuid,
  purpose text NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX challenges_by_end ON challenges (expires_at);

-- People who come by the organisation's own sign-in have no password and no authenticator app here.
ALTER TABLE people ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE people ALTER COLUMN sealed_secret DROP NOT NULL;
ALTER TABLE people ADD COLUMN oidc_subject text;
CREATE UNIQUE INDEX people_by_oidc_subject ON people (oidc_subject);
