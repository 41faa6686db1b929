-- Ids whose incidents were erased: what is sent again under one of them is not stored. The bucket is that of the id, so that no pseudonym
-- is behind it, and the end is the first of a month, so that those erased on one day do not stand together.
CREATE TABLE erased_incidents (
  bucket smallint NOT NULL,
  id uuid NOT NULL,
  kept_until date NOT NULL,
  checked boolean NOT NULL,
  PRIMARY KEY (bucket, id)
);

-- What waits for a sink that may have got it before: by a replay, or as a dead letter that waits again.
ALTER TABLE sink_queue ADD COLUMN repeated boolean NOT NULL DEFAULT false;
