-- Counts of days that are still open, by rule, action and group. The bucket is drawn at random, so that it leads to nobody.
CREATE TABLE counts (
  bucket smallint NOT NULL,
  day date NOT NULL,
  rule text NOT NULL,
  action text NOT NULL,
  group_name text NOT NULL,
  incidents integer NOT NULL,
  PRIMARY KEY (bucket, day, rule, action, group_name)
);
CREATE INDEX counts_by_day ON counts (day);

-- Which values of an open day have enough people. A mark is an HMAC of value and pseudonym: marks of two values do not link.
CREATE TABLE count_marks (
  bucket smallint NOT NULL,
  day date NOT NULL,
  scope text NOT NULL,
  mark text NOT NULL,
  PRIMARY KEY (bucket, day, scope, mark)
);
CREATE INDEX count_marks_by_day ON count_marks (day);

-- Days that were closed. Their values stay as they are: what comes later is not counted.
CREATE TABLE published_days (
  day date NOT NULL PRIMARY KEY
);

-- What is shown of a closed day, after suppression. Nothing else of its counts is kept.
CREATE TABLE published_counts (
  bucket smallint NOT NULL,
  day date NOT NULL,
  level text NOT NULL,
  action text NOT NULL,
  rule text NOT NULL,
  group_name text NOT NULL,
  incidents integer NOT NULL,
  PRIMARY KEY (bucket, day, level, action, rule, group_name)
);
CREATE INDEX published_counts_by_day ON published_counts (day);

-- How many devices there should be, so that silence has a denominator.
CREATE TABLE expected_devices (
  group_name text NOT NULL PRIMARY KEY,
  devices integer NOT NULL,
  imported_on date NOT NULL
);

-- For the fleet of a day, and to delete old days.
CREATE INDEX heartbeats_by_day ON heartbeats (day);
