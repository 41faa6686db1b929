import { afterAll, beforeAll, expect, it } from 'vitest';
import { DatabaseAway } from './store/database.ts';
import type { Database } from './store/database.ts';
import { openTestEndpoint } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';
import { openTestDatabase } from './testing/pglite.ts';

const paths = ['/', '/healthz', '/v1/policy', '/api/session', '/api/nothing', '/openapi.json', '/nothing'];
let plain: TestEndpoint;
let secure: TestEndpoint;
beforeAll(async () => {
  plain = await openTestEndpoint();
  secure = await openTestEndpoint({ publicUrl: () => 'https://sluice.example' });
});
afterAll(() => Promise.all([plain.close(), secure.close()]));

it.each(paths)('answers %s with HSTS where people come by TLS, and never sniffed', async (path) => {
  const [without, withTls] = [await plain.send(path), await secure.send(path)];
  expect(withTls.headers.get('strict-transport-security')).toBe('max-age=31536000');
  expect(without.headers.get('strict-transport-security')).toBeNull();
  for (const { headers } of [without, withTls]) expect(headers.get('x-content-type-options')).toBe('nosniff');
});

it('asks the database once a second whether it is ready, and says so when it is not', async () => {
  const db = await openTestDatabase();
  let [asked, away] = [0, false];
  const counted: Database = {
    ...db,
    query: async (sql, values) => {
      if (sql.startsWith('SELECT 1 ')) asked += 1;
      if (away) throw new DatabaseAway();
      return db.query(sql, values);
    },
  };
  const endpoint: TestEndpoint = await openTestEndpoint({ db: counted });
  const status = async () => (await endpoint.send('/readyz')).status;
  expect([await status(), ...(await Promise.all([status(), status()]))]).toEqual([200, 200, 200]);
  expect(asked).toBe(1);
  away = true;
  endpoint.advance(1_000);
  expect([await status(), await status(), asked]).toEqual([503, 503, 2]);
  away = false;
  endpoint.advance(1_000);
  expect([await status(), asked]).toEqual([200, 3]);
  await endpoint.close();
});

it('is not ready once it is about to stop, while it still answers', async () => {
  const ending = new AbortController();
  const endpoint: TestEndpoint = await openTestEndpoint({ ending: ending.signal });
  expect((await endpoint.send('/readyz')).status).toBe(200);
  ending.abort();
  expect((await endpoint.send('/readyz')).status).toBe(503);
  expect((await endpoint.send('/healthz')).status).toBe(200);
  await endpoint.close();
});
