import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachEngine } from '../testing/engines.ts';
import { bucketOf, hashToken } from './database.ts';
import type { Database } from './database.ts';
import { addEnrolmentToken, createToken, isUsableToken, listTokens, revokeToken } from './enrolment-tokens.ts';
import {
  approveInstall,
  countInstalls,
  countInstallsByToken,
  enrol,
  findInstall,
  listInstalls,
  revokeInstall,
  revokeInstallsOfToken,
  revokedSince,
} from './installs.ts';
import type { ListedInstall } from './installs.ts';
import { migrate, ownMigrations } from './migrate.ts';

const now = Date.parse('2026-11-25T10:02:00Z');
const day = 86_400_000;
const publicKey = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) } as const;

onEachEngine(({ open }) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await migrate(db);
  });
  afterAll(() => db.close());

  const make = (more: object = {}) =>
    createToken(db, { title: 'Laptops', expiresAt: now + day, uses: 100, createdBy: 'Ada', now, ...more });
  const enrolled = async (token: string, at = now): Promise<string> => {
    const id = randomUUID();
    expect(await enrol(db, { id, token, publicKey, now: at })).toBeDefined();
    return id;
  };
  const stateOf = async (id: string) => (await findInstall(db, id))?.state;

  it('enrols as often as a token says, also when all come at once', async () => {
    const token = randomUUID();
    await addEnrolmentToken(db, { token, group: 'sales', expiresAt: now + 1_000, uses: 3 });
    await addEnrolmentToken(db, { token, expiresAt: now + 1_000, uses: 1_000 }); // does not fill it up again
    const tries = Array.from({ length: 8 }, () =>
      enrol(db, { id: randomUUID(), token, publicKey, group: 'wished', now }),
    );
    expect((await Promise.all(tries)).filter((state) => state === 'approved')).toHaveLength(3);
    expect(await db.query('SELECT DISTINCT group_name FROM installs')).toEqual([{ group_name: 'sales' }]);
    await addEnrolmentToken(db, { token: 'late', expiresAt: now, uses: 3 });
    expect(await enrol(db, { id: randomUUID(), token: 'late', publicKey, now })).toBeUndefined();
  });

  it('shows a token once and stores its hash', async () => {
    const { id, token } = await make({ title: 'Sales', group: 'sales', needsApproval: true });
    await enrolled(token);
    expect(token).toMatch(/^[\w-]{43}$/);
    const listed = await listTokens(db);
    expect(listed.find((each) => each.id === id)).toEqual({
      id,
      title: 'Sales',
      group: 'sales',
      expiresAt: now + day,
      uses: 100,
      usesLeft: 99,
      perDay: 100,
      needsApproval: true,
      revoked: false,
      createdBy: 'Ada',
      createdOn: '2026-11-25',
    });
    expect(JSON.stringify(listed)).not.toContain(token);
    expect(JSON.stringify(listed)).not.toContain(hashToken(token));
  });

  it('lets nobody enrol with a revoked token, and leaves alone who has', async () => {
    const { id, token } = await make();
    const before = await enrolled(token);
    expect([await revokeToken(db, id), await revokeToken(db, id), await revokeToken(db, randomUUID())]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await isUsableToken(db, token, now)).toBe(false);
    expect(await enrol(db, { id: randomUUID(), token, publicKey, now })).toBeUndefined();
    expect(await stateOf(before)).toBe('approved');
  });

  it('approves who waits, and brings back nobody who was revoked', async () => {
    const { token } = await make({ needsApproval: true });
    const id = await enrolled(token);
    const people = await countInstalls(db);
    expect(await stateOf(id)).toBe('pending');
    expect([await approveInstall(db, id), await approveInstall(db, id)]).toEqual([true, false]);
    expect(await stateOf(id)).toBe('approved');
    expect(await countInstalls(db)).toBe(people + 1);
    expect([await revokeInstall(db, id, now), await revokeInstall(db, id, now)]).toEqual([true, false]);
    expect(await approveInstall(db, id)).toBe(false);
    expect(await stateOf(id)).toBe('revoked');
    expect(await countInstalls(db)).toBe(people);
    expect(await stateOf(randomUUID())).toBeUndefined();
  });

  it('revokes one installation of a token, or all of them and no other', async () => {
    const [one, other] = [await make(), await make()];
    const ids = [];
    for (let index = 0; index < 12; index += 1) ids.push(await enrolled(one.token));
    const kept = await enrolled(other.token);
    await revokeInstall(db, ids[0]!, now);
    expect(await Promise.all(ids.slice(0, 2).map(stateOf))).toEqual(['revoked', 'approved']);
    expect(await revokeInstallsOfToken(db, one.id, now)).toBe(11);
    expect(new Set(await Promise.all(ids.map(stateOf)))).toEqual(new Set(['revoked']));
    expect(await stateOf(kept)).toBe('approved');
    const counts = await countInstallsByToken(db);
    expect(counts.get(one.id)).toEqual({ pending: 0, approved: 0, revoked: 12 });
    expect(counts.get(other.id)).toEqual({ pending: 0, approved: 1, revoked: 0 });
  });

  it('finds every installation of a token that was being used while it was revoked', async () => {
    const { id, token } = await make();
    const ids = Array.from({ length: 10 }, () => randomUUID());
    const tries = ids.map((install) => enrol(db, { id: install, token, publicKey, now }));
    await revokeToken(db, id);
    await revokeInstallsOfToken(db, id, now);
    await Promise.all(tries);
    expect((await Promise.all(ids.map(stateOf))).filter((state) => state === 'approved')).toEqual([]);
  });

  it('lists by token, group and state, page by page, and nothing that leads to an incident', async () => {
    const { id, token } = await make({ group: 'night', needsApproval: true });
    const ids = [];
    for (let index = 0; index < 5; index += 1) ids.push(await enrolled(token, now - Math.floor(index / 2) * day));
    await revokeInstall(db, ids[4]!, now);
    const seen: ListedInstall[] = [];
    for (let page = 0; page < 4; page += 1) {
      seen.push(...(await listInstalls(db, { filters: { tokenId: id }, after: seen.at(-1), limit: 2 })));
    }
    expect(new Set(seen.map((each) => each.id))).toEqual(new Set(ids));
    expect(seen.map(({ enrolledOn }) => enrolledOn)).toEqual([
      '2026-11-25',
      '2026-11-25',
      '2026-11-24',
      '2026-11-24',
      '2026-11-23',
    ]);
    expect(Object.keys(seen[0]!).sort()).toEqual(['enrolledOn', 'group', 'id', 'state', 'tokenId']);
    const by = async (filters: object) => (await listInstalls(db, { filters, limit: 100 })).length;
    expect(await by({ group: 'night' })).toBe(5);
    expect(await by({ group: 'night', state: 'pending' })).toBe(4);
    expect(await by({ tokenId: id, state: 'revoked' })).toBe(1);
    expect(await by({ tokenId: id, group: 'day' })).toBe(0);
  });

  it('knows who was revoked lately, up to a limit', async () => {
    const { token } = await make();
    const [early, late] = [await enrolled(token), await enrolled(token)];
    await revokeInstall(db, early, now + 40 * day);
    await revokeInstall(db, late, now + 50 * day);
    expect(await revokedSince(db, now + 50 * day, 10)).toEqual([late]);
    expect((await revokedSince(db, now + 40 * day, 10)).toSorted()).toEqual([early, late].toSorted());
    expect(await revokedSince(db, now + 40 * day, 1)).toHaveLength(1);
  });

  it('brings along what a database from before enrolled', async () => {
    const old = await open();
    await migrate(
      old,
      ownMigrations().filter(({ name }) => name < '0005'),
    );
    const [kept, gone] = [randomUUID(), randomUUID()];
    const hash = hashToken('of the trial');
    await old.query(
      'INSERT INTO enrolment_tokens (token_hash, expires_at, uses_left) VALUES ($1, $2::timestamptz, 9998)',
      [hash, new Date(now + day).toISOString()],
    );
    for (const [id, revoked] of [
      [kept, false],
      [gone, true],
    ] as const) {
      await old.query(
        `INSERT INTO installs (bucket, id, public_key, token_hash, enrolled_on, revoked)
         VALUES ($1::smallint, $2::uuid, $3::jsonb, $4, '2026-11-01', $5::boolean)`,
        [bucketOf(id), id, JSON.stringify(publicKey), hash, revoked],
      );
    }
    await migrate(old);
    const [token] = await listTokens(old);
    expect(token).toMatchObject({ title: 'Trial', uses: 10_000, usesLeft: 9_998, createdOn: undefined });
    const installs = await listInstalls(old, { filters: { tokenId: token!.id }, limit: 10 });
    expect(new Map(installs.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [kept, 'approved'],
        [gone, 'revoked'],
      ]),
    );
    expect(await enrol(old, { id: randomUUID(), token: 'of the trial', publicKey, now })).toBe('approved');
    await old.close();
  });
});
