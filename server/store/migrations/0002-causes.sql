-- Why an attempt was held where no finding says so.
ALTER TABLE incidents ADD COLUMN cause text;
