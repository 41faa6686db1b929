import { chmodSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKeys } from './key-folder.ts';
import { openKeyFiles } from './key-files.ts';

const day = 86_400_000;
const start = Date.parse('2026-11-25T10:00:00Z');

function setUp(folder = mkdtempSync(join(tmpdir(), 'sluice-keys-'))) {
  const time = { now: start };
  return { folder, time, keys: openKeys(folder, { orgId: 'trial', clock: () => time.now }) };
}

describe('the key folder', () => {
  it('keeps every file from others, and refuses one that others can read', async () => {
    const { folder, keys } = setUp();
    keys.pseudonym('a', '2026-11-25T10:00:00Z');
    keys.enrolmentToken();
    await keys.delegation();
    const names = readdirSync(folder);
    expect(names.toSorted()).toEqual([
      'delegation.json',
      'enrolment-token',
      'pseudonym-692.key',
      'root.key',
      'sealing.key',
      'signing.key',
      'token.key',
    ]);
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    chmodSync(join(folder, 'token.key'), 0o644);
    expect(() => setUp(folder)).toThrow('can be read by others');
  });

  it('gives the same keys at the next start', () => {
    const { folder, keys } = setUp();
    const again = setUp(folder).keys;
    expect(again.policyRootKeys).toBe(keys.policyRootKeys);
    expect(again.enrolmentToken()).toBe(keys.enrolmentToken());
    expect(again.readBearer(keys.mintBearer('00000000-0000-4000-8000-000000000000'))).toBeDefined();
    expect(again.pseudonym('a', '2026-11-25T10:00:00Z')).toBe(keys.pseudonym('a', '2026-11-25T10:00:00Z'));
  });

  it('does not overwrite a key that another process has just made', () => {
    const files = openKeyFiles(mkdtempSync(join(tmpdir(), 'sluice-keys-')));
    const first = files.readOrMake('k', () => {
      files.readOrMake('k', () => 'theirs');
      return 'ours';
    });
    expect([first, files.read('k')]).toEqual(['theirs', 'theirs']);
  });

  it('says in one sentence that a folder cannot be written', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sluice-keys-')), 'file');
    writeFileSync(file, '');
    expect(() => openKeyFiles(join(file, 'keys'))).toThrow('cannot be written');
    expect(() => openKeyFiles(file)).toThrow('cannot be written');
  });
});

describe('delegations', () => {
  it('last 90 days and are renewed with 30 left, by the same root', async () => {
    const { keys, time } = setUp();
    const first = await keys.delegation();
    time.now += 59 * day;
    expect(await keys.delegation()).toEqual(first);
    time.now += 2 * day;
    const second = await keys.delegation();
    expect(second.payload).not.toBe(first.payload);
    expect(second.signatures[0]?.keyid).toBe(first.signatures[0]?.keyid);
  });

  it('are made anew when the stored one was changed', async () => {
    const { folder, keys } = setUp();
    const first = await keys.delegation();
    const changed = readFileSync(join(folder, 'delegation.json'), 'utf8').replace('"sig":"', '"sig":"AA');
    writeFileSync(join(folder, 'delegation.json'), changed, { mode: 0o600 });
    expect((await keys.delegation()).signatures).not.toEqual(JSON.parse(changed).signatures);
    expect((await keys.delegation()).signatures[0]?.keyid).toBe(first.signatures[0]?.keyid);
  });
});

describe('pseudonyms', () => {
  it('are 80 bits, the same within a period and unlinkable across', () => {
    const { keys } = setUp();
    const within = [keys.pseudonym('a', '2026-11-25T10:00:00Z'), keys.pseudonym('a', '2026-11-25T23:00:00Z')];
    expect(new Set(within).size).toBe(1);
    expect(within[0]).toMatch(/^[0-9a-f]{20}$/);
    expect(keys.pseudonym('a', '2026-12-30T10:00:00Z')).not.toBe(within[0]);
    expect(keys.pseudonym('b', '2026-11-25T10:00:00Z')).not.toBe(within[0]);
    expect(setUp().keys.pseudonym('a', '2026-11-25T10:00:00Z')).not.toBe(within[0]);
  });

  it('are listed under the keys that live, and no key is made for it', () => {
    const { folder, keys, time } = setUp();
    expect(keys.pseudonymsUntil('a', time.now)).toEqual([]);
    const at = [0, 30, 60].map((days) => new Date(start - days * day).toISOString());
    const [now, earlier, oldest] = at.map((each) => keys.pseudonym('a', each));
    expect(keys.pseudonymsUntil('a', time.now)).toEqual([oldest, earlier, now]);
    expect(keys.pseudonymsUntil('b', time.now)).not.toContain(now);
    expect(keys.pseudonymsUntil('a', time.now - 30 * day)).toEqual([oldest, earlier]);
    keys.destroyPeriodsBefore(start - 30 * day);
    expect(setUp(folder).keys.pseudonymsUntil('a', time.now)).toEqual([earlier, now]);
    expect(readdirSync(folder).filter((name) => name.startsWith('pseudonym-'))).toHaveLength(3);
  });
});

describe('sealed texts', () => {
  it('open under their own label only, and never when changed', () => {
    const { keys } = setUp();
    const sealed = keys.seal('secret text', 'one-time-code');
    expect(sealed).not.toContain('secret');
    expect(keys.unseal(sealed, 'one-time-code')).toBe('secret text');
    expect(keys.unseal(sealed, 'other')).toBeUndefined();
    expect(keys.unseal(`${sealed.slice(0, -2)}AA`, 'one-time-code')).toBeUndefined();
    expect(keys.unseal('', 'one-time-code')).toBeUndefined();
    expect(setUp().keys.unseal(sealed, 'one-time-code')).toBeUndefined();
  });
});
