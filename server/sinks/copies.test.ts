import { afterEach, beforeEach, expect, it } from 'vitest';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { tidy } from '../housekeeping.ts';
import { publishPolicy } from '../publish-policy.ts';
import { readDocument } from '../read-policy.ts';
import { auditAfter, readAuditHead } from '../store/audit.ts';
import { currentPolicy } from '../store/policies.ts';
import { openTestEndpoint } from '../testing/endpoint.ts';
import type { TestEndpoint } from '../testing/endpoint.ts';
import { addSink, changeSink, removeSink } from './manage.ts';

let endpoint: TestEndpoint;
beforeEach(async () => {
  endpoint = await openTestEndpoint();
});
afterEach(() => endpoint.close());

const inForce = async () => readDocument((await currentPolicy(endpoint.db))!);
const release = { author: 'A', approver: 'B' };

async function add(title: string): Promise<string> {
  const settings = { url: 'https://siem.example:8088', acknowledge: false };
  const added = await addSink(endpoint.workings, { kind: 'splunk', title, settings, secret: 'x'.repeat(36) });
  if (!added.ok) throw new Error(added.reason);
  return added.id;
}

it('every browser reads which systems get copies, as soon as one is added, switched off or removed', async () => {
  expect((await inForce()).policy).toEqual(builtInPolicy);
  const id = await add('SOC');
  const size = (await readAuditHead(endpoint.db)).size;
  await tidy(endpoint.workings);
  await tidy(endpoint.workings);
  const named = await inForce();
  expect(named.policy.incidents).toEqual({ ...builtInPolicy.incidents, copies: [{ kind: 'splunk', title: 'SOC' }] });
  expect([named.author, named.approver]).toEqual(['A. Author', 'B. Approver']); // nobody else decided anything
  const entries = await auditAfter(endpoint.db, size, 10);
  expect(entries.map(({ entry }) => (JSON.parse(entry) as { action: string }).action)).toEqual(['policy-renewed']);
  expect(JSON.stringify(named)).not.toContain('siem.example');
  await changeSink(endpoint.workings, id, { enabled: false });
  await tidy(endpoint.workings);
  expect((await inForce()).policy).toEqual(builtInPolicy);
  await changeSink(endpoint.workings, id, { enabled: true, title: 'SOC, Berlin' });
  await tidy(endpoint.workings);
  expect((await inForce()).policy.incidents.copies).toEqual([{ kind: 'splunk', title: 'SOC, Berlin' }]);
  await removeSink(endpoint.workings, id);
  await tidy(endpoint.workings);
  expect((await inForce()).policy).toEqual(builtInPolicy);
});

it('whoever writes the policy can neither leave a system out nor invent one', async () => {
  await add('SOC');
  await publishPolicy(endpoint.workings, builtInPolicy, release);
  expect((await inForce()).policy.incidents.copies).toEqual([{ kind: 'splunk', title: 'SOC' }]);
  const invented = { ...builtInPolicy.incidents, copies: [{ kind: 'webhook', title: 'Nobody' }] };
  await publishPolicy(endpoint.workings, { ...builtInPolicy, incidents: invented }, release);
  expect((await inForce()).policy.incidents.copies).toEqual([{ kind: 'splunk', title: 'SOC' }]);
});

it('a title that was written into the database stops no policy', async () => {
  await add('SOC');
  await endpoint.db.query('UPDATE sinks SET title = $1', ['x'.repeat(500)]);
  await tidy(endpoint.workings);
  expect((await inForce()).policy.incidents.copies).toEqual([{ kind: 'sink', title: '?' }]);
});
