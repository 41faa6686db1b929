-- Lists of terms as fingerprints, by the SHA-256 of their bytes. The entry is what a policy says of a list, as JSON text. The day is the
-- last on which somebody uploaded it, proposed it or put it in force: one that nothing needs goes weeks after.
CREATE TABLE blobs (
  sha256 text NOT NULL PRIMARY KEY,
  bytes integer NOT NULL,
  entry text NOT NULL,
  uploaded_by text NOT NULL,
  used_on date NOT NULL
);

-- Base64, in pieces that a row, a statement and a line of a backup hold easily.
CREATE TABLE blob_chunks (
  sha256 text NOT NULL,
  place integer NOT NULL,
  data text NOT NULL,
  PRIMARY KEY (sha256, place)
);

-- Which policies name which lists.
CREATE TABLE policy_blobs (
  epoch integer NOT NULL,
  seq integer NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (epoch, seq, sha256)
);
CREATE TABLE proposal_blobs (
  proposal_id uuid NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (proposal_id, sha256)
);
