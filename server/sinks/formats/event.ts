import type { Incident, IncidentFinding } from '../../../lib/contract/incident.ts';
import { strength } from '../../../lib/vocabulary/actions.ts';
import type { Outcome } from '../../../lib/vocabulary/actions.ts';
import { severities } from '../../../lib/vocabulary/content.ts';
import type { Severity } from '../../../lib/vocabulary/content.ts';

/** What every format is made from: one stored row, without its group, and nothing that the row does not say. */
export interface SinkEvent {
  readonly incident: Incident;
  readonly pseudonym: string;
  /** That of the most severe finding; null where there is none. */
  readonly severity: Severity | null;
  readonly orgId: string;
  /** The endpoint's version. */
  readonly version: string;
}

/** What `JSON.stringify` takes. Members that are `undefined` are not written. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Vendor and product in one: there is no other. */
export const product = 'Sluice';

/** The service that the attempt was made at. A constant: an incident carries no address. */
export const service = { name: 'ChatGPT', domain: 'chatgpt.com' } as const;

export const titles: Readonly<Record<Outcome, string>> = {
  'sent-clean': 'Content sent and recorded',
  replaced: 'Sensitive content replaced, then sent',
  edited: 'Content taken back for editing',
  'sent-anyway': 'Content sent in spite of a warning',
  justified: 'Content sent with a reason',
  blocked: 'Content blocked',
  refused: 'Content held back',
  observed: 'Content seen on its way and not stopped',
  unchecked: 'Content sent unchecked',
  abandoned: 'Question about content left unanswered',
};

/** How much of an attempt reached the service. */
export const sent: Readonly<Record<Outcome, 'everything' | 'a changed text' | 'nothing'>> = {
  'sent-clean': 'everything',
  replaced: 'a changed text',
  edited: 'nothing',
  'sent-anyway': 'everything',
  justified: 'everything',
  blocked: 'nothing',
  refused: 'nothing',
  observed: 'everything',
  unchecked: 'everything',
  abandoned: 'nothing', // a request goes on only after its dialog has closed
};

export const browserNames: Readonly<Record<Incident['browser']['family'], string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  other: 'Other',
};

/** Milliseconds since 1970; like `incident.at`, a multiple of five minutes. */
export function milliseconds({ at }: Incident): number {
  return Date.parse(at);
}

/** `epoch.seq`, as the console shows it. */
export function policyVersion({ policy }: Incident): string {
  return `${policy.epoch}.${policy.seq}`;
}

/** One sentence for people: what happened, and what was found or why else it was recorded. */
export function message({ incident }: SinkEvent): string {
  const why = incident.findings.length > 0 ? distinct(incident, 'detector') : [incident.cause ?? 'no finding'];
  return `${titles[incident.outcome]}: ${why.join(', ')}`;
}

/** What the findings say about `key`, each value once, in the order of the findings. */
export function distinct<Key extends 'detector' | 'rule' | 'category'>(
  { findings }: Incident,
  key: Key,
): readonly IncidentFinding[Key][] {
  return [...new Set(findings.map((finding) => finding[key]))];
}

/** How many places all findings together stand for. */
export function total({ findings }: Incident): number {
  return findings.reduce((sum, { count }) => sum + count, 0);
}

/** The finding that decided: the strongest action, then the highest severity, then the first. */
export function decidingFinding({ findings }: Incident): IncidentFinding | undefined {
  const rank = ({ action, severity }: IncidentFinding) =>
    strength(action) * severities.length + severities.indexOf(severity);
  return findings.toSorted((left, right) => rank(right) - rank(left))[0];
}
