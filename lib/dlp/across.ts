import { severities } from '../vocabulary/content.ts';
import { withoutOverlaps } from './overlap.ts';
import type { Finding, ScanResult } from './types.ts';

/** Units of a message's end and of the next one's beginning that are looked at together. */
const reach = 400;
/** Messages before this one. */
const mostTurns = 3;
/** What is less sure than this is more likely made by the seam. */
const sureEnough = 0.8;
const serious = severities.indexOf('high');

/** What is kept of a message that was sent, to be looked at together with the next ones. */
export function endOf(message: string): string {
  return message.trimEnd().slice(-reach);
}

/**
 * What shows only when the ends of earlier messages, newest first, stand before this one: a secret that is said in two or three parts.
 * Spans are those of its last part, in `text`; the earlier parts are gone already.
 */
export function findAcross(
  scan: (text: string) => ScanResult,
  earlier: readonly string[],
  text: string,
): readonly Finding[] {
  const lead = text.length - text.trimStart().length;
  const beginning = text.slice(lead, lead + reach);
  if (beginning === '' || earlier.length === 0) return [];
  const findings = leadsOf(earlier).flatMap((before) =>
    scan(before + beginning)
      .findings.filter((finding) => isAcross(finding, before.length))
      .map((finding) => ({ ...finding, start: lead, end: lead + finding.end - before.length })),
  );
  return merged(findings);
}

/**
 * As `scan`, and what shows only together with what went before: in each of `sequences` the ends of messages or files, newest first. A
 * file stands between two messages for the one who reads on, and beside them for the one who does not.
 */
export function scanTurn(
  scan: (text: string) => ScanResult,
  sequences: readonly (readonly string[])[],
  text: string,
): ScanResult {
  const result = scan(text);
  const across = sequences.flatMap((earlier) => findAcross(scan, earlier, text));
  return across.length === 0 ? result : { ...result, findings: merged([...result.findings, ...across]) };
}

function merged(findings: readonly Finding[]): readonly Finding[] {
  return withoutOverlaps(findings.map((finding) => ({ ...finding, why: [] }))).map(
    ({ why: _why, ...finding }) => finding,
  );
}

function isAcross({ start, end, severity, confidence }: Finding, seam: number): boolean {
  // A value that begins behind the seam was announced before it: `the password is`, then the password.
  const isTorn = start < seam && end > seam;
  const isFirst = start >= seam && start - seam < 2;
  return (isTorn || isFirst) && confidence >= sureEnough && severities.indexOf(severity) >= serious;
}

/** One message, two, or three, without anything between them and with a space. */
function leadsOf(earlier: readonly string[]): readonly string[] {
  const leads: string[] = [];
  let before = '';
  for (const message of earlier.slice(0, mostTurns)) {
    before = (message + before).slice(-reach);
    leads.push(before, `${before} `);
  }
  return leads;
}
