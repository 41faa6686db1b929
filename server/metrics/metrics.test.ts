import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseAway } from '../store/database.ts';
import { openTestDatabase } from '../testing/pglite.ts';
import type { Database } from '../store/database.ts';
import { TestBrowser, heartbeatNow, incidentAt } from '../testing/browser.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { metricsPage } from './measure.ts';
import { createMetrics } from './metrics.ts';

describe('the metrics', () => {
  const metrics = createMetrics();
  let away = false;
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    const engine = await openTestDatabase();
    // A real database that can be cut off.
    const db: Database = {
      ...engine,
      query: (...given) => (away ? Promise.reject(new DatabaseAway()) : engine.query(...given)),
    };
    endpoint = await openTestEndpoint({ db, metrics });
  });
  afterAll(() => endpoint.close());

  const page = async () => {
    const response = await metricsPage(metrics).request('/metrics');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    return response.text();
  };

  it('count requests, entries, refusals and database errors, and name nobody', async () => {
    const browser = await TestBrowser.join(endpoint.send, endpoint.token, endpoint.now);
    for (let index = 0; index < 3; index += 1) await browser.note(incidentAt(endpoint.now()));
    await browser.note('not json');
    await browser.push(0);
    await browser.push(0); // known before
    await browser.post('/v1/heartbeat', heartbeatNow());
    for (const path of ['/jordan.rivera@example.com', '/v1/jordan-rivera', `/api/people/${browser.installId}`]) {
      await endpoint.send(`${path}?q=203.0.113.7`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    }
    away = true;
    expect((await endpoint.send('/readyz')).status).toBe(503);
    away = false;
    const text = await page();
    for (const line of [
      'sluice_requests_total{route="/v1/incidents",status="2xx"} 2',
      'sluice_requests_total{route="/readyz",status="5xx"} 1',
      'sluice_request_duration_seconds_count{route="/v1/enrol"} 1',
      'sluice_request_duration_seconds_bucket{route="/v1/incidents",le="+Inf"} 2',
      'sluice_ingest_entries_total 4',
      'sluice_ingest_rejections_total{reason="bad-json"} 2',
      'sluice_database_errors_total 1',
    ])
      expect(text.split('\n')).toContain(line);
    for (const personal of [browser.installId, 'jordan', '203.0.113', 'example', endpoint.token, browser.chain]) {
      expect(text).not.toContain(personal);
    }
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|\d+\.\d+\.\d+\.\d+|@/);
  });

  it('have labels of closed words only', async () => {
    const values: Record<string, Set<string>> = {};
    for (const [, name = '', value = ''] of (await page()).matchAll(/([a-z]+)="([^"]*)"/g)) {
      (values[name] ??= new Set()).add(value);
    }
    expect(Object.keys(values).toSorted()).toEqual(['le', 'node', 'reason', 'route', 'status', 'version']);
    for (const route of values['route'] ?? [])
      expect(route).toMatch(/^(other|\/readyz|\/healthz|\/(v1|api)\/[a-z/:-]+)$/);
    for (const status of values['status'] ?? []) expect(status).toMatch(/^[1-5]xx$/);
  });

  it('are lines as Prometheus reads them', async () => {
    const metric = /^[a-z_]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? -?\d+(\.\d+)?(e[+-]?\d+)?$/;
    const lines = (await page()).trimEnd().split('\n');
    expect(lines.filter((line) => !/^# (HELP|TYPE) [a-z_]+ ./.test(line) && !metric.test(line))).toEqual([]);
    const buckets = lines
      .flatMap((line) => /_bucket\{route="\/v1\/incidents",.*\} (\d+)$/.exec(line)?.[1] ?? [])
      .map(Number);
    expect(buckets).toEqual(buckets.toSorted((a, b) => a - b)); // each holds those below it
  });
});
