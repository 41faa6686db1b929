-- How many browsers a token may enrol in a day, how many it has, and the day on which that was noticed to be too many. Those of before
-- stay without a limit of their own.
ALTER TABLE enrolment_tokens ADD COLUMN per_day integer;
UPDATE enrolment_tokens SET per_day = uses;
ALTER TABLE enrolment_tokens ALTER COLUMN per_day SET NOT NULL;
ALTER TABLE enrolment_tokens ADD COLUMN used_on date;
ALTER TABLE enrolment_tokens ADD COLUMN day_uses integer NOT NULL DEFAULT 0;
ALTER TABLE enrolment_tokens ADD COLUMN refused_on date;
