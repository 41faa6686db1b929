-- What is alarming now or was until lately, one row for each kind and subject: a group, a sink, or nothing. Days only: no finer time
-- is kept of what concerns browsers. What people were told last, and on which day, keeps an alert from coming twice a day.
CREATE TABLE alerts (
  kind text NOT NULL,
  subject text NOT NULL,
  id uuid NOT NULL,
  level text NOT NULL,
  highest text NOT NULL,
  since date NOT NULL,
  closed_on date,
  acknowledged_by text,
  acknowledged_on date,
  told text,
  told_on date,
  PRIMARY KEY (kind, subject)
);
CREATE UNIQUE INDEX alerts_by_id ON alerts (id);

-- The hour of UTC in which alerts were looked for last: a single row.
CREATE TABLE alert_looks (
  hour text NOT NULL PRIMARY KEY
);

-- Where alerts are sent to. The secret is sealed under a key that is not here. The last problem is a closed word.
CREATE TABLE alert_destinations (
  id uuid NOT NULL PRIMARY KEY,
  channel text NOT NULL,
  title text NOT NULL,
  settings text NOT NULL,
  secret text,
  kinds jsonb NOT NULL,
  from_level text NOT NULL,
  enabled boolean NOT NULL,
  created_on date NOT NULL,
  failing_since date,
  last_problem text
);

-- What a destination has not got yet. A row goes once it is delivered.
CREATE TABLE alert_notices (
  id uuid NOT NULL PRIMARY KEY,
  destination_id uuid NOT NULL,
  alert_id uuid NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  level text NOT NULL,
  since date NOT NULL,
  event text NOT NULL,
  day date NOT NULL,
  due_at timestamptz,
  tries integer NOT NULL,
  dead boolean NOT NULL,
  problem text
);
CREATE UNIQUE INDEX alert_notices_once ON alert_notices (destination_id, alert_id, event, day);

-- Days on which a backup was made by our command.
CREATE TABLE backup_days (
  day date NOT NULL PRIMARY KEY
);

-- True for days whose counts tell apart what people overrode; none of before does.
ALTER TABLE published_days ADD COLUMN tells_overrides boolean NOT NULL DEFAULT false;
