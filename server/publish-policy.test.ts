import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { buildDictionary } from '../lib/dlp/organisation/dictionary.ts';
import { publishPolicy, renewPolicy } from './publish-policy.ts';
import { readDocument } from './read-policy.ts';
import { currentPolicy } from './store/policies.ts';
import { openTestEndpoint } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';
import { onEachEngine } from './testing/engines.ts';

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  beforeAll(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
  });
  afterAll(() => endpoint.close());
  const release = { author: 'A', approver: 'B' };
  const inForce = async () => readDocument((await currentPolicy(endpoint.db))!);

  it('refuses a policy with a key that the schema does not know', async () => {
    const spying = { ...builtInPolicy, keepPrompts: true };
    await expect(publishPolicy(endpoint.workings, spying, release)).rejects.toThrow();
    expect((await inForce()).seq).toBe(1);
  });

  it('refuses a policy with a rule that cannot run, and says where', async () => {
    const rule = {
      id: 'org-broken',
      title: 'Broken',
      category: 'organisation',
      severity: 'high',
      pattern: 'a(b',
    } as const;
    const broken = publishPolicy(endpoint.workings, { ...builtInPolicy, customRules: [rule] }, release);
    await expect(broken).rejects.toThrow('"org-broken" (pattern, character 3): missing closing )');
    expect((await inForce()).seq).toBe(1);
  });

  it('refuses a policy that no browser would take', async () => {
    const list = {
      id: 'org-long',
      title: 'Long',
      category: 'organisation',
      severity: 'high',
      purpose: 'x',
      terms: 10,
    } as const;
    const bytes = new Uint8Array(900_000);
    const data = Buffer.from(bytes).toString('base64');
    const dictionaries = [
      { ...list, data },
      { ...list, id: 'org-longer', data },
    ];
    await expect(publishPolicy(endpoint.workings, { ...builtInPolicy, dictionaries }, release)).rejects.toThrow(
      /cannot run|too large/,
    );
    const terms = (from: number) => Array.from({ length: 60_000 }, (_, n) => `term ${String(from + n)}`);
    const built = [0, 1_000_000, 2_000_000].map((from) => buildDictionary(terms(from), new Uint8Array(16)));
    const long = built.map((each, n) => ({
      ...list,
      id: `org-${String(n)}`,
      terms: 60_000,
      data: Buffer.from(each.ok ? each.data : []).toString('base64'),
    }));
    await expect(publishPolicy(endpoint.workings, { ...builtInPolicy, dictionaries: long }, release)).rejects.toThrow(
      'too large',
    );
    expect((await inForce()).seq).toBe(1);
  });

  it('numbers policies without a gap when several are published at once', async () => {
    const documents = await Promise.all(
      [1, 2, 3, 4].map(() => publishPolicy(endpoint.workings, builtInPolicy, release)),
    );
    expect(documents.map(({ seq }) => seq).toSorted()).toEqual([2, 3, 4, 5]);
  });

  it('signs the policy in force anew before its end, and only then', async () => {
    const before = await inForce();
    endpoint.advance(14 * 86_400_000);
    await renewPolicy(endpoint.workings);
    expect(await inForce()).toEqual(before);
    endpoint.advance(2 * 86_400_000);
    await renewPolicy(endpoint.workings);
    expect(await inForce()).toMatchObject({ seq: before.seq + 1, author: 'A', policy: builtInPolicy });
  });
});
