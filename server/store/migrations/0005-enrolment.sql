-- Enrolment tokens as people of the console make them. Rows from before are the trial's own, which was good for 10 000 browsers.
ALTER TABLE enrolment_tokens ADD COLUMN id uuid;
ALTER TABLE enrolment_tokens ADD COLUMN title text NOT NULL DEFAULT 'Trial';
ALTER TABLE enrolment_tokens ADD COLUMN created_on date;
ALTER TABLE enrolment_tokens ADD COLUMN created_by text NOT NULL DEFAULT 'Sluice';
ALTER TABLE enrolment_tokens ADD COLUMN uses integer NOT NULL DEFAULT 10000;
ALTER TABLE enrolment_tokens ADD COLUMN revoked boolean NOT NULL DEFAULT false;
ALTER TABLE enrolment_tokens ADD COLUMN needs_approval boolean NOT NULL DEFAULT false;

-- An id for a row from before: half of its hash, in the form of a UUIDv4.
UPDATE enrolment_tokens SET id = CAST(
  substr(token_hash, 1, 12) || '4' || substr(token_hash, 14, 3) || '8' || substr(token_hash, 18, 15) AS uuid
);
ALTER TABLE enrolment_tokens ALTER COLUMN id SET NOT NULL;
CREATE UNIQUE INDEX enrolment_tokens_by_id ON enrolment_tokens (id);

-- Each installation is pending, approved or revoked, and knows its token by the id alone.
ALTER TABLE installs ADD COLUMN state text NOT NULL DEFAULT 'approved';
ALTER TABLE installs ADD COLUMN token_id uuid;
ALTER TABLE installs ADD COLUMN revoked_on date;
UPDATE installs SET token_id = CAST(
  substr(token_hash, 1, 12) || '4' || substr(token_hash, 14, 3) || '8' || substr(token_hash, 18, 15) AS uuid
);
UPDATE installs SET state = 'revoked', revoked_on = enrolled_on WHERE revoked;
ALTER TABLE installs ALTER COLUMN token_id SET NOT NULL;
ALTER TABLE installs DROP COLUMN revoked;
ALTER TABLE installs DROP COLUMN token_hash;
CREATE INDEX installs_newest ON installs (enrolled_on DESC, id DESC);
CREATE INDEX installs_by_state ON installs (state, enrolled_on DESC, id DESC);
CREATE INDEX installs_of_token ON installs (token_id, enrolled_on DESC, id DESC);
