import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { builtInPolicy } from '../lib/policy/built-in.ts';
import { makeDictionary } from '../test/fixtures/dictionary.ts';
import type { MadeDictionary } from '../test/fixtures/dictionary.ts';
import { newSetupToken } from './auth/set-up.ts';
import { ApiKeyReply, ProposalMade } from './console-api/contract.ts';
import { DictionaryList } from './console-api/dictionaries-contract.ts';
import { tidy } from './housekeeping.ts';
import { createToken } from './store/enrolment-tokens.ts';
import { approveInstall, revokeInstall } from './store/installs.ts';
import { TestBrowser } from './testing/browser.ts';
import { ConsoleVisitor } from './testing/console-visitor.ts';
import { openTestEndpoint } from './testing/endpoint.ts';
import type { TestEndpoint } from './testing/endpoint.ts';
import { onEachEngine } from './testing/engines.ts';
import { publishPolicy } from './publish-policy.ts';

const day = 86_400_000;

onEachEngine(({ open }) => {
  let endpoint: TestEndpoint;
  let owner: ConsoleVisitor;
  let author: ConsoleVisitor;
  beforeAll(async () => {
    endpoint = await openTestEndpoint({ db: await open() });
    [owner, author] = [visitor(), visitor()];
    await owner.setUp((await newSetupToken(endpoint.workings))!);
    await author.setUp(await owner.invite(['policy-author']), 'Paula Author');
  });
  afterAll(() => endpoint.close());
  beforeEach(() => endpoint.advance(60_000));

  const visitor = () => new ConsoleVisitor(endpoint.send, endpoint.now);
  const upload = (file: unknown, by = author) => by.call('POST', '/dictionaries', file);
  const naming = (...made: readonly MadeDictionary[]) => ({
    ...builtInPolicy,
    dictionaries: made.map(({ entry }) => entry),
  });
  const propose = (policy: unknown) => author.call('POST', '/proposals', { policy });
  const publish = (id: string) => owner.call('POST', `/proposals/${id}/publish`);
  const list = async () => DictionaryList.parse((await author.call('GET', '/dictionaries')).body).dictionaries;
  const names = async () => (await list()).map(({ entry }) => entry.sha256);
  const sign = (policy = builtInPolicy) => publishPolicy(endpoint.workings, policy, { author: 'A', approver: 'B' });
  const browser = (token = endpoint.token) => TestBrowser.join(endpoint.send, token, endpoint.now);
  /** Signs in anew after so much time that the session is over. */
  const afterDays = async (days: number) => {
    endpoint.advance(days * day);
    await author.signIn(author.code(), undefined, 'Paula Author');
  };

  it('stores a list of many pieces by its hash, and gives an approved browser the same bytes', async () => {
    const terms = Array.from({ length: 150_000 }, (_, at) => `client ${(at * 7_919).toString(36)} ${at}`);
    const made = makeDictionary(terms);
    expect(await upload(made.file)).toMatchObject({ status: 200, body: { entry: made.entry } });
    expect((await upload(made.file)).status).toBe(200); // once more is once
    expect((await names()).filter((name) => name === made.entry.sha256)).toHaveLength(1);
    const enrolled = await browser();
    for (const _again of [1, 2]) {
      const answer = await enrolled.get(`/v1/blobs/${made.entry.sha256}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      expect(answer.headers.get('content-encoding')).toBeNull();
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.entry.sha256);
    }
    const rows = await endpoint.db.query('SELECT place FROM blob_chunks WHERE sha256 = $1', [made.entry.sha256]);
    expect(rows.length).toBeGreaterThan(1);
  });

  it('gives nothing to strangers, to who waits for approval, and to who was revoked', async () => {
    const made = makeDictionary();
    await upload(made.file);
    const path = `/v1/blobs/${made.entry.sha256}`;
    expect((await endpoint.send(path)).status).toBe(401);
    expect((await endpoint.send(path, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
    const asked = { title: 'Laptops', expiresAt: endpoint.now() + day, uses: 5, createdBy: 'Ada', needsApproval: true };
    const { token } = await createToken(endpoint.db, { ...asked, now: endpoint.now() });
    const waiting = await browser(token);
    expect(await (await waiting.get(path)).json()).toEqual({ reason: 'install-pending' });
    await approveInstall(endpoint.db, waiting.installId);
    endpoint.advance(60_000);
    expect((await waiting.get(path)).status).toBe(200);
    await revokeInstall(endpoint.db, waiting.installId, endpoint.now());
    endpoint.advance(60_000);
    expect(await (await waiting.get(path)).json()).toEqual({ reason: 'install-revoked' });
    const other = await browser();
    for (const name of ['0'.repeat(64), 'x', `${made.entry.sha256}0`, made.entry.sha256.toUpperCase(), '..%2fpolicy'])
      expect([name, (await other.get(`/v1/blobs/${name}`)).status]).toEqual([name, 404]);
    const answers = await Promise.all(Array.from({ length: 30 }, () => other.get(path)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('refuses what is no list, says why, and keeps none of it', async () => {
    const { file } = makeDictionary();
    const before = await names();
    const bytes = Buffer.from(file.data, 'base64');
    bytes[0] = 0;
    const refused: readonly unknown[] = [
      {},
      { ...file, prompt: 'hello' },
      { ...file, data: bytes.toString('base64') },
      { ...file, terms: 11 },
      { ...file, terms: 1_000_000 },
      { ...file, data: Buffer.concat([Buffer.from(file.data, 'base64'), Buffer.alloc(6, 255)]).toString('base64') },
    ];
    for (const each of refused)
      expect(await upload(each)).toMatchObject({ status: 422, body: { reason: 'dictionary-refused' } });
    expect((await upload({ ...file, data: 'A'.repeat(3_500_000) })).status).toBe(413);
    expect(await names()).toEqual(before);
  });

  it('takes a list from a program whose key has the scope, and from no other', async () => {
    const { file } = makeDictionary();
    for (const [scope, status] of [
      ['dictionaries', 200],
      ['incidents', 403],
    ] as const) {
      // prettier-ignore
      endpoint.advance(60_000);
      await owner.call('POST', '/session/proof', { code: owner.code() });
      const key = await owner.call('POST', '/api-keys', { title: scope, scopes: [scope], days: 1 });
      const headers = {
        authorization: `Bearer ${ApiKeyReply.parse(key.body).key}`,
        'content-type': 'application/json',
      };
      const program = new ConsoleVisitor(endpoint.send);
      expect((await program.call('POST', '/dictionaries', file, headers)).status).toBe(status);
    }
  });

  it('refuses a policy that names an unknown list, or with another size, when it is proposed and when it is published', async () => {
    const made = makeDictionary();
    const unknown = await propose(naming(made));
    expect(unknown).toMatchObject({ status: 422, body: { reason: 'policy-refused' } });
    expect((unknown.body as { why: string }).why).toContain('The policy names the list "org-birds"');
    await expect(sign(naming(made))).rejects.toThrow('org-birds');
    await upload(made.file);
    const wrong = { ...builtInPolicy, dictionaries: [{ ...made.entry, bytes: made.entry.bytes + 1 }] };
    expect((await propose(wrong)).status).toBe(422);
    expect((await propose({ ...builtInPolicy, dictionaries: [{ ...made.entry, terms: 11 }] })).status).toBe(422);
    expect((await propose({ ...builtInPolicy, dictionaries: [{ ...made.entry, data: made.file.data }] })).status).toBe(
      422,
    );
    const { id: _id, ...nameless } = made.entry;
    expect((await propose({ ...builtInPolicy, dictionaries: [nameless] })).status).toBe(422);
    const proposed = ProposalMade.parse((await propose(naming(made))).body).id;
    await endpoint.db.query('DELETE FROM blobs WHERE sha256 = $1', [made.entry.sha256]);
    await owner.call('POST', '/session/proof', { code: owner.code() });
    expect(await publish(proposed)).toMatchObject({ status: 409, body: { reason: 'dictionary-unknown' } });
    expect((await author.call('DELETE', `/proposals/${proposed}`)).status).toBe(200);
  });

  it('keeps a list while a policy within reach or a proposal names it, and forgets it a month after', async () => {
    const [kept, proposed, idle] = [makeDictionary(), makeDictionary(), makeDictionary()];
    for (const { file } of [kept, proposed, idle]) await upload(file);
    await sign(naming(kept));
    const waiting = ProposalMade.parse((await propose(naming(proposed))).body).id;
    const uses = (await list()).map(({ entry, inForce, inHistory, proposed: open }) => [
      entry.sha256,
      inForce,
      inHistory,
      open,
    ]);
    expect(uses).toContainEqual([kept.entry.sha256, true, true, false]);
    expect(uses).toContainEqual([proposed.entry.sha256, false, false, true]);
    expect(uses).toContainEqual([idle.entry.sha256, false, false, false]);
    const remove = async ({ entry }: MadeDictionary) =>
      (await author.call('DELETE', `/dictionaries/${entry.sha256}`)).status;
    expect([await remove(kept), await remove(proposed)]).toEqual([409, 409]);
    expect(await names()).toContain(kept.entry.sha256);
    await tidy(endpoint.workings);
    expect(await names()).toContain(idle.entry.sha256);
    await afterDays(32);
    await sign(); // the policy with the list is history now
    await tidy(endpoint.workings);
    const left = await names();
    expect([kept, proposed].every(({ entry }) => left.includes(entry.sha256))).toBe(true);
    expect(left).not.toContain(idle.entry.sha256);
    expect((await author.call('DELETE', `/proposals/${waiting}`)).status).toBe(200);
    for (let at = 0; at < 50; at += 1) await sign(); // beyond what the history shows
    await tidy(endpoint.workings);
    expect(await names()).not.toContain(kept.entry.sha256);
    const chunks = await endpoint.db.query('SELECT count(*)::integer AS n FROM blob_chunks WHERE sha256 = $1', [
      kept.entry.sha256,
    ]);
    expect(chunks).toEqual([{ n: 0 }]);
    expect(endpoint.logged.join()).not.toContain('housekeeping-failed');
  });

  it('removes a list that nothing needs, once', async () => {
    const made = makeDictionary();
    await upload(made.file);
    expect((await author.call('DELETE', `/dictionaries/${made.entry.sha256}`)).status).toBe(200);
    expect((await author.call('DELETE', `/dictionaries/${made.entry.sha256}`)).status).toBe(404);
    expect((await author.call('DELETE', '/dictionaries/x')).status).toBe(404);
  });
});
