-- What people of the console did, as a hash chain: each hash is SHA-256(hash before || newline || entry). One row holds its end.
CREATE TABLE audit_entries (
  seq integer NOT NULL PRIMARY KEY,
  entry text NOT NULL,
  hash text NOT NULL
);
CREATE TABLE audit_head (
  name text NOT NULL PRIMARY KEY,
  size integer NOT NULL,
  hash text NOT NULL
);
INSERT INTO audit_head (name, size, hash)
VALUES ('audit', 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- A signed statement of the chain's end for each hour: the exact JSON text of a SignedCheckpoint.
CREATE TABLE audit_checkpoints (
  hour text NOT NULL PRIMARY KEY,
  size integer NOT NULL,
  head text NOT NULL,
  signed text NOT NULL
);
