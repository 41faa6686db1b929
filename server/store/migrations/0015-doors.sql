-- A key, an invitation and a link to start anew are good only while their maker is an owner. A key whose maker is not known any more
-- is good no more; open links of before have to be made again.
ALTER TABLE api_keys ADD COLUMN maker_id uuid;
UPDATE api_keys SET maker_id = (SELECT id FROM people WHERE people.name = api_keys.created_by);
ALTER TABLE setup_links ADD COLUMN maker_id uuid;
DELETE FROM setup_links WHERE NOT used AND (roles IS NOT NULL OR person_id IS NOT NULL);
