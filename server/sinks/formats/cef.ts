import type { Severity } from '../../../lib/vocabulary/content.ts';
import {
  browserNames,
  decidingFinding,
  distinct,
  milliseconds,
  policyVersion,
  product,
  sent,
  service,
  titles,
  total,
} from './event.ts';
import type { SinkEvent } from './event.ts';

/** 0–3 is low, 4–6 medium, 7–8 high and 9–10 very high. */
const severityNumbers: Readonly<Record<Severity, number>> = { low: 3, medium: 5, high: 8, critical: 10 };

/** The longest value that a custom string may have. */
const customStringLength = 4_000;

/**
 * One line of the ArcSight Common Event Format, without line end and without a syslog prefix:
 * `CEF:0|vendor|product|version|rule|title|severity|key=value key=value …`. The signature id is the rule that decided, or the cause
 * where nothing was found. `rt` is milliseconds since 1970; `suid` is the pseudonym. Keys that begin with our name are the specification's
 * way of adding some; its `flexString` keys are the customer's.
 * https://www.microfocus.com/documentation/arcsight/arcsight-smartconnectors-25.1/pdfdoc/cef-implementation-standard/cef-implementation-standard.pdf
 */
export function toCef(event: SinkEvent): string {
  const { incident, severity, version } = event;
  const signature = decidingFinding(incident)?.rule ?? incident.cause ?? 'no-finding';
  const number = severity === null ? 0 : severityNumbers[severity];
  return cefLine([product, product, version, signature, titles[incident.outcome], String(number)], extension(event));
}

function extension({ incident, pseudonym, orgId }: SinkEvent): readonly CefField[] {
  const { browser } = incident;
  const reason = incident.justification ?? incident.cause;
  return [
    ['rt', String(milliseconds(incident))],
    ['act', incident.outcome],
    ['outcome', sent[incident.outcome] === 'nothing' ? 'failure' : 'success'],
    ...(reason === undefined ? [] : [['reason', reason] as const]),
    ['dhost', service.domain],
    ['suid', pseudonym],
    ['externalId', incident.id],
    ['requestClientApplication', `${browserNames[browser.family]} ${browser.major}`],
    ...labelled('cs1', 'policyVersion', `${incident.policy.source} ${policyVersion(incident)}`),
    ...labelled('cs2', 'category', fitting(distinct(incident, 'category'))),
    ...labelled('cs3', 'surface', incident.surface),
    ...labelled('cs4', 'detector', fitting(distinct(incident, 'detector'))),
    ...labelled('cs5', 'policyAction', incident.action),
    ...labelled('cs6', 'length', incident.length),
    ...labelled('cn1', 'matches', String(total(incident))),
    ['SluiceRing', incident.ring],
    ['SluiceOrganisation', orgId],
  ];
}

function labelled(key: string, label: string, value: string): readonly CefField[] {
  return value === ''
    ? []
    : [
        [`${key}Label`, label],
        [key, value],
      ];
}

/** As many whole words as a custom string holds. */
function fitting(words: readonly string[]): string {
  const text = words.join(',');
  return text.length <= customStringLength ? text : text.slice(0, text.lastIndexOf(',', customStringLength));
}

export type CefField = readonly [key: string, value: string];

/** The seven parts of a header from vendor to severity, and the extension in its order. Keys are ours and need no escape. */
export function cefLine(header: readonly string[], fields: readonly CefField[]): string {
  const head = ['CEF:0', ...header.map(escapeHeader)].join('|');
  return `${head}|${fields.map(([key, value]) => `${key}=${escapeValue(value)}`).join(' ')}`;
}

/** `\` and `|` end or begin something in a header. */
function escapeHeader(text: string): string {
  return oneLine(text.replace(/[\\|]/g, '\\$&'));
}

/** `\` and `=` do so in an extension, where `|` is plain text. */
function escapeValue(text: string): string {
  return oneLine(text.replace(/[\\=]/g, '\\$&'));
}

/** Runs after the backslashes are doubled, so that these two stand for nothing else. */
function oneLine(text: string): string {
  return text.replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}
