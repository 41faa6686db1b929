import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Incident, IncidentFinding } from '../../../lib/contract/incident.ts';
import { actions, justifications, outcomes } from '../../../lib/vocabulary/actions.ts';
import { categories, causes, lengthBuckets, severities, surfaces } from '../../../lib/vocabulary/content.ts';
import { policySources, rings } from '../../../lib/vocabulary/states.ts';
import { validateOcsf } from '../../testing/ocsf-validator.ts';
import { checkpointEvent, sinkEvents } from '../../testing/sink-events.ts';
import { readOutside } from '../../audit/outside.ts';
import { toCef } from './cef.ts';
import {
  checkpointAsEcs,
  checkpointAsOcsf,
  checkpointAsOtlp,
  checkpointAsSluice,
  checkpointAsSplunk,
} from './checkpoint.ts';
import { toEcs } from './ecs.ts';
import { decidingFinding, message } from './event.ts';
import type { SinkEvent } from './event.ts';
import { toOcsf } from './ocsf.ts';
import { toOtlp } from './otlp.ts';
import { toSluice } from './sluice.ts';
import { toSplunk } from './splunk.ts';

const all = Object.values(sinkEvents);
const jsonFormats = { ocsf: toOcsf, ecs: toEcs, splunk: toSplunk, sluice: toSluice };
const pretty = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,63}$/);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const finding: fc.Arbitrary<IncidentFinding> = fc.record({
  detector: id,
  version: fc.integer({ min: 1 }),
  rule: id,
  category: fc.constantFrom(...categories),
  severity: fc.constantFrom(...severities),
  action: fc.constantFrom(...actions),
  count: fc.integer({ min: 1, max: 1_000_000 }),
});

const step = 300_000;
const incident: fc.Arbitrary<Incident> = fc
  .record({
    id: fc.uuid({ version: 4 }),
    at: fc.integer({ min: 5_600_000, max: 6_600_000 }).map((steps) => new Date(steps * step).toISOString()),
    surface: fc.constantFrom(...surfaces),
    action: fc.constantFrom(...actions),
    outcome: fc.constantFrom(...outcomes),
    justification: optional(fc.constantFrom(...justifications)),
    cause: optional(fc.constantFrom(...causes)),
    findings: fc.array(finding, { maxLength: 100 }),
    length: fc.constantFrom(...lengthBuckets),
    ring: fc.constantFrom(...rings),
    policy: fc.record({ source: fc.constantFrom(...policySources), epoch: fc.nat(), seq: fc.nat() }),
    extension: fc.constantFrom('0.1', '12.34'),
    browser: fc.record({ family: fc.constantFrom('chromium', 'firefox', 'other'), major: fc.nat(9999) }),
    chainRestarted: optional(fc.constant(true)),
  })
  .map((made) => ({ ...made, at: made.at.replace('.000Z', 'Z') }));

const event: fc.Arbitrary<SinkEvent> = fc.record({
  incident,
  pseudonym: fc.stringMatching(/^[0-9a-f]{20}$/),
  severity: fc.option(fc.constantFrom(...severities)),
  orgId: id,
  version: fc.constant('0.1.0'),
});
const settings = { seed: 11, numRuns: 300 };

describe('golden files', () => {
  it.each(Object.entries(jsonFormats))('hold each event as %s', async (name, format) => {
    const events = Object.fromEntries(Object.entries(sinkEvents).map(([title, sample]) => [title, format(sample)]));
    await expect(pretty(events)).toMatchFileSnapshot(`golden/${name}.json`);
  });

  it('hold all events as one OTLP body', async () => {
    await expect(pretty(toOtlp(all))).toMatchFileSnapshot('golden/otlp.json');
  });

  it('hold each event as a CEF line', async () => {
    await expect(`${all.map(toCef).join('\n')}\n`).toMatchFileSnapshot('golden/cef.txt');
  });
});

const checkpointFormats = {
  sluice: checkpointAsSluice,
  ocsf: checkpointAsOcsf,
  ecs: checkpointAsEcs,
  splunk: checkpointAsSplunk,
  otlp: checkpointAsOtlp,
};

describe('a checkpoint of the audit log', () => {
  it('stands in a golden file in each format', async () => {
    const made = Object.entries(checkpointFormats).map(([name, format]) => [name, format(checkpointEvent)]);
    await expect(pretty(Object.fromEntries(made))).toMatchFileSnapshot('golden/checkpoint.json');
  });

  it('follows the schema of OCSF', () => {
    expect(validateOcsf(written(checkpointAsOcsf(checkpointEvent)))).toEqual([]);
    const { metadata: _metadata, ...without } = checkpointAsOcsf(checkpointEvent);
    expect(validateOcsf(written(without))).toEqual(['metadata: missing']);
  });

  it.each(Object.entries(checkpointFormats))('is found again in what a SIEM kept, as %s', (_name, format) => {
    const kept = JSON.stringify({ result: { _raw: JSON.stringify(format(checkpointEvent)) } });
    const signed = JSON.parse(checkpointEvent.signed) as object;
    expect(readOutside([`<134>1 - - ${kept}`])).toEqual([{ signed }]);
    expect(readOutside([JSON.stringify(format(checkpointEvent))])).toEqual([{ signed }]);
  });

  it('is found each time that it stands in a line, behind the head of a syslog message, and in one JSON of many lines', () => {
    const signed = { signed: JSON.parse(checkpointEvent.signed) as object };
    const hits = { hits: { hits: [checkpointAsEcs(checkpointEvent), checkpointAsEcs(checkpointEvent)] } };
    expect(readOutside([JSON.stringify(hits)])).toEqual([signed, signed]);
    expect(readOutside(pretty(hits).split('\n'))).toEqual([signed, signed]);
    expect(readOutside(pretty([checkpointAsOtlp(checkpointEvent)]).split('\n'))).toEqual([signed]);
    const raw = `<134>1 2026-11-25T10:00:12Z - sluice - audit-checkpoint - ${checkpointEvent.signed}`;
    expect(readOutside([JSON.stringify({ result: { _raw: raw } }), raw])).toEqual([signed, signed]);
    expect(readOutside([raw, '{"result":{"_raw":"something else"}}'])).toBeUndefined();
  });
});

describe('OCSF', () => {
  it.each(Object.entries(sinkEvents))('follows the schema: %s', (_, sample) => {
    expect(validateOcsf(written(toOcsf(sample)))).toEqual([]);
  });

  it('follows the schema whatever an incident says', () => {
    fc.assert(
      fc.property(event, (made) => {
        expect(validateOcsf(written(toOcsf(made)))).toEqual([]);
      }),
      settings,
    );
  });

  it.each([
    ['sent-clean', 'Observed', 'Logged', false],
    ['replaced', 'Modified', 'Corrected', false],
    ['edited', 'Denied', 'Rejected', false],
    ['sent-anyway', 'Observed', 'Alert', true],
    ['justified', 'Allowed', 'Allowed', true],
    ['blocked', 'Denied', 'Blocked', true],
    ['refused', 'Denied', 'Blocked', true],
    ['observed', 'Observed', 'Detected', true],
    ['unchecked', 'Allowed', 'No Action', true],
    ['abandoned', 'Denied', 'Abandoned', false],
  ] as const)('says of %s: %s, %s', (outcome, action, disposition, isAlert) => {
    const { replaced } = sinkEvents;
    const made = toOcsf({ ...replaced!, incident: { ...replaced!.incident, outcome } });
    expect(made).toMatchObject({ action, disposition, is_alert: isAlert });
    expect(validateOcsf(written(made))).toEqual([]);
  });
});

/** Every leaf of a value with the names that lead to it. */
function* leaves(value: unknown, names: readonly string[] = []): Generator<readonly [path: string, leaf: unknown]> {
  if (typeof value !== 'object' || value === null) yield [names.join('.'), value];
  else for (const [name, member] of Object.entries(value)) yield* leaves(member, [...names, name]);
}

describe('privacy', () => {
  const everything = (sample: SinkEvent) => [
    ...Object.values(jsonFormats).flatMap((format) => [...leaves(written(format(sample)))]),
    ...leaves(written(toOtlp([sample]))),
  ];

  it('tells no group, host, address or user name', () => {
    for (const [path] of all.flatMap(everything)) {
      expect(path).not.toMatch(
        /\b(group|groups|host|hostname|ip|mac|email_addr|full_name|pattern_match|observables)\b/,
      );
      expect(path).not.toMatch(/\b(user|device)\.name$/);
    }
    for (const sample of all) {
      expect(toCef(sample)).not.toMatch(/ (src|shost|suser|duser|dvc|dvchost|request|msg|fname|filePath)=/);
    }
  });

  it('tells no time that is finer than five minutes', () => {
    const fiveMinutes = Date.parse('2026-11-25T10:35:00Z');
    const times = all.flatMap(everything).filter(([path]) => /time/i.test(path.split('.').at(-1) ?? ''));
    const allowed = new Set<unknown>(['2026-11-25T10:35:00Z', fiveMinutes, fiveMinutes / 1000, `${fiveMinutes}000000`]);
    expect(times.length).toBeGreaterThan(all.length * 4);
    for (const [, leaf] of times) expect(allowed).toContain(leaf);
    // No clock: the same event gives the same bytes at any time.
    for (const sample of all) expect(pretty(everything(sample))).toBe(pretty(everything(sample)));
  });

  it('passes on nothing that an incident should not have', () => {
    const { replaced } = sinkEvents;
    const smuggled = {
      ...replaced!.incident,
      text: 'MARK',
      findings: [{ ...replaced!.incident.findings[0]!, match: 'MARK' }],
    };
    const sample = { ...replaced!, group: 'MARK', incident: smuggled };
    expect(JSON.stringify([everything(sample), toCef(sample)])).not.toContain('MARK');
  });
});

describe('OTLP', () => {
  it('puts events of another organisation or version in a resource of their own', () => {
    const { replaced } = sinkEvents;
    const events = [replaced!, { ...replaced!, orgId: 'other' }, replaced!, { ...replaced!, version: '0.2.0' }];
    const body = written(toOtlp(events)) as { resourceLogs: { scopeLogs: { logRecords: unknown[] }[] }[] };
    expect(body.resourceLogs.map(({ scopeLogs }) => scopeLogs[0]!.logRecords.length)).toEqual([2, 1, 1]);
  });

  it('is a body without records for no events', () => {
    expect(toOtlp([])).toEqual({ resourceLogs: [] });
  });
});

describe('what formats share', () => {
  it('takes the strongest action for what decided, then the highest severity, then the first', () => {
    const { incident: base } = sinkEvents['replaced']!;
    const make = (...list: (readonly [string, IncidentFinding['action'], IncidentFinding['severity']])[]) =>
      list.map(([detector, action, severity]) => ({ ...base.findings[0]!, detector, action, severity }));
    const decided = (...list: Parameters<typeof make>) =>
      decidingFinding({ ...base, findings: make(...list) })?.detector;
    expect(decided(['a', 'warn', 'critical'], ['b', 'block', 'low'])).toBe('b');
    expect(decided(['a', 'warn', 'low'], ['b', 'warn', 'medium'])).toBe('b');
    expect(decided(['a', 'warn', 'low'], ['b', 'warn', 'low'])).toBe('a');
    expect(decided()).toBeUndefined();
  });

  it('says in a sentence what happened and why', () => {
    const { replaced, 'file, unreadable': unreadable } = sinkEvents;
    expect(message(replaced!)).toBe('Sensitive content replaced, then sent: github-token');
    expect(message(unreadable!)).toBe('Content blocked: unreadable');
  });
});
