-- Where incidents are sent to. The secret is sealed under a key that is not here. The last problem is a closed word,
-- the last checkpoint the SHA-256 of what was sent of the audit log.
CREATE TABLE sinks (
  id uuid NOT NULL PRIMARY KEY,
  kind text NOT NULL,
  title text NOT NULL,
  settings text NOT NULL,
  secret text,
  enabled boolean NOT NULL,
  created_on date NOT NULL,
  failing_since date,
  last_problem text,
  last_checkpoint text
);

-- What a sink has not got yet. A row goes once it is delivered. There is no time of arrival: only a retry has a due minute.
CREATE TABLE sink_queue (
  bucket smallint NOT NULL,
  sink_id uuid NOT NULL,
  incident_id uuid NOT NULL,
  due_at timestamptz,
  tries integer NOT NULL,
  dead boolean NOT NULL,
  problem text,
  PRIMARY KEY (bucket, sink_id, incident_id)
);
CREATE INDEX sink_queue_by_tries ON sink_queue (sink_id, dead, tries, incident_id);

-- Work that one process at a time does.
CREATE TABLE leases (
  name text NOT NULL PRIMARY KEY,
  holder text NOT NULL,
  until timestamptz NOT NULL
);
