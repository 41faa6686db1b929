import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpectedDevices } from './expected-devices.ts';
import { alertsOf, defaultAlertSettings } from './fleet-alerts.ts';
import type { Alert } from './fleet-alerts.ts';
import { summarise } from './fleet-summary.ts';
import type { FleetGroup } from './fleet-summary.ts';
import { hideFew, sumBeside } from './installs.ts';
import { fewestPeople as k } from './places.ts';

describe('numbers of installations', () => {
  const counts = fc.array(fc.constantFrom<number>(0, 1, 2, 4, 5, 6, 30), { minLength: 1, maxLength: 6 });

  it('hide no fewer than k together, show none below k, and name a majority only where that bounds nobody below k', () => {
    fc.assert(
      fc.property(counts, (installs) => {
        const all = new Map(installs.map((count, index) => [`kind-${index}`, count]));
        const total = installs.reduce((sum, count) => sum + count, 0);
        const { shown, hidden, majority } = hideFew(all);
        const seen = Object.values(shown);
        for (const count of seen) expect(count).toBeGreaterThanOrEqual(k);
        const rest = total - seen.reduce((sum, count) => sum + count, 0);
        expect(rest > 0).toBe(hidden);
        // Below k people in all, their total is not shown.
        if (hidden && total >= k) expect(rest).toBeGreaterThanOrEqual(k);
        if (majority === undefined) return;
        expect(all.get(majority)! * 2).toBeGreaterThanOrEqual(total);
        expect(total - Math.ceil(total / 2)).toBeGreaterThanOrEqual(k);
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });

  it('show no sum that leaves fewer than k beside what is shown', () => {
    expect(sumBeside(new Map([['heard', 40], ['silent-7', 2]]))).toBeUndefined(); // prettier-ignore
    expect(sumBeside(new Map([['heard', 40], ['silent-7', 2], ['quiet', 3]]))).toBe(45); // prettier-ignore
    expect(sumBeside(new Map([['heard', 40]]))).toBe(40);
    expect(sumBeside(new Map([['heard', 4]]))).toBeUndefined();
  });

  it('say nothing of kinds where the number of those heard is hidden', () => {
    const kinds = {
      state: 'enforced',
      version: '0.1',
      policy: 'current',
      rings: 'agree',
      audit: 'none',
      dropped: 'none',
      privateWindows: 'allowed',
    };
    const summary = summarise({
      presence: [{ group: 'legal', presence: 'heard', installs: 4 }],
      heard: [
        {
          group: 'legal',
          installs: 4,
          kinds,
          drift: ['call-unknown'],
          reasons: ['page-changed'],
          openGates: ['beacon'],
        },
      ],
      expected: new Map([['empty', 12]]),
    });
    expect(summary).toEqual([
      { group: 'empty', expected: 12, presence: {}, kinds: {}, drift: {}, reasons: {}, openGates: {} },
      { group: 'legal', presence: {}, kinds: {}, drift: {}, reasons: {}, openGates: {} },
    ]);
  });
});

describe('alerts', () => {
  const quiet: FleetGroup = {
    group: 'sales',
    expected: 100,
    presence: { heard: 90 },
    kinds: {},
    drift: {},
    reasons: {},
    openGates: {},
  };
  const degraded = (count: number): FleetGroup => ({
    ...quiet,
    kinds: { state: { shown: { degraded: count, enforced: 90 - count }, hidden: false } },
  });
  const tuesday = '2026-11-24';
  const one = (group: FleetGroup, before: readonly Alert[] = [], day = tuesday) =>
    alertsOf([group], { day, before }).map(({ kind, level }) => `${kind} ${level}`);

  it('are raised for each cause', () => {
    expect(one(quiet)).toEqual([]);
    expect(one({ ...quiet, presence: { heard: 49 } })).toEqual(['silent-group warning']);
    expect(one({ ...quiet, presence: {} })).toEqual(['silent-group alarm']);
    expect(one({ ...quiet, expected: 4, presence: {} })).toEqual([]);
    expect(one(degraded(10))).toEqual(['degraded warning']);
    expect(one(degraded(18))).toEqual(['degraded alarm']);
    expect(one({ ...quiet, drift: { 'call-unknown': 20 } })).toEqual(['drift alarm']);
    const kinds = {
      rings: { shown: { agree: 80, disagree: 10 }, hidden: false },
      policy: { shown: { current: 60, stale: 12, behind: 18 }, hidden: false },
      audit: { shown: { intact: 85, forked: 5 }, hidden: false },
    };
    expect(one({ ...quiet, kinds })).toEqual(['ring-disagreement warning', 'stale-policy warning', 'audit alarm']);
  });

  it.each([
    ['a Thursday', '2026-11-26', { heard: 10, quiet: 80 }, ['silent-group alarm']],
    ['a Friday', '2026-11-27', { heard: 10, quiet: 80 }, []],
    ['a Saturday', '2026-11-28', { heard: 10, quiet: 80 }, []],
    ['a Sunday', '2026-11-29', { quiet: 90 }, []],
    ['a Sunday after days of silence', '2026-11-29', { heard: 5, quiet: 15, 'silent-3': 70 }, ['silent-group alarm']],
    ['a Monday', '2026-11-30', { heard: 10, 'silent-3': 80 }, ['silent-group alarm']],
  ])('know that few work on a weekend: %s', (_name, day, presence, expected) => {
    expect(one({ ...quiet, presence }, [], day)).toEqual(expected);
  });

  it('are raised where nearly all are degraded, though neither number may be shown', () => {
    const state = hideFew(new Map([['degraded', 87], ['enforced', 3]])); // prettier-ignore
    expect(state).toEqual({ shown: {}, hidden: true, majority: 'degraded' });
    expect(one({ ...quiet, kinds: { state } })).toEqual(['degraded alarm']);
  });

  it('do not come and go with one installation more or less', () => {
    let before: readonly Alert[] = [];
    const seen = [8, 9, 8, 9, 8, 7, 8, 9].map((count) => {
      before = alertsOf([degraded(count)], { day: tuesday, before });
      return before.length;
    });
    expect(seen).toEqual([0, 1, 1, 1, 1, 0, 0, 1]);
  });

  it('keep to the group that they were raised for, and to the settings', () => {
    const before: Alert[] = [{ kind: 'degraded', group: 'legal', level: 'alarm' }];
    expect(one(degraded(8), before)).toEqual([]);
    const most = { ...defaultAlertSettings.most, degraded: 0.5 };
    expect(alertsOf([degraded(30)], { day: tuesday, before: [], settings: { ...defaultAlertSettings, most } })).toEqual(
      [],
    );
  });
});

describe('the import of expected devices', () => {
  it('reads what spreadsheets write', () => {
    expect(parseExpectedDevices('\uFEFFgroup;devices\r\n"sales";120\r\nlegal,7\n\n,3\n')).toEqual({
      ok: true,
      groups: [
        { group: 'sales', devices: 120 },
        { group: 'legal', devices: 7 },
        { group: '', devices: 3 },
      ],
    });
  });

  it('says one sentence for each bad line, and never what stood there', () => {
    expect(parseExpectedDevices('sales,12\nsales,13\nSales Team,4\nlegal\nhr,-2\nit,1,2')).toEqual({
      ok: false,
      problems: [
        'Line 2: the group is there twice.',
        'Line 3: a group takes small letters, digits and hyphens, 64 at most.',
        'Line 4: it needs a group and a number of devices, with a comma between them.',
        'Line 5: the number of devices must be a whole number up to 99999999.',
        'Line 6: it needs a group and a number of devices, with a comma between them.',
      ],
    });
    expect(parseExpectedDevices('group,devices\n').ok).toBe(false);
    expect(parseExpectedDevices('x\n'.repeat(20_000)).ok).toBe(false);
  });
});
