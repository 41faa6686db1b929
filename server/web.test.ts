import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestEndpoint } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';

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
