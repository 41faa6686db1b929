-- Messages to a pseudonym. Nothing here says which installation got one: a delivery has no time, an answer has its day.
-- `place` numbers the messages of one pseudonym and day. A name is sealed under a key that is not here.
CREATE TABLE messages (
  id uuid NOT NULL PRIMARY KEY,
  pseudonym text NOT NULL,
  template text NOT NULL,
  detector text,
  sent_by text NOT NULL,
  sent_on date NOT NULL,
  place smallint NOT NULL,
  ends_on date NOT NULL,
  withdrawn boolean NOT NULL,
  delivered boolean NOT NULL,
  answer text,
  answered_on date,
  sealed_name text
);
CREATE UNIQUE INDEX messages_of_day ON messages (pseudonym, sent_on, place);
CREATE INDEX messages_newest ON messages (sent_on DESC, id DESC);
