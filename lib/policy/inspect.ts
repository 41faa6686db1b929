import type { Finding, ScanResult } from '../dlp/types.ts';
import { decide, decideAudio, decideUnreadable } from './decide.ts';
import type { CompiledPolicy } from './compile.ts';
import type { JudgedFinding, Verdict } from './decide.ts';
import type { PolicyRules } from './rules.ts';
import type { Outgoing, TextSlot } from '../sites/types.ts';
import { needsDecision, strength } from '../vocabulary/actions.ts';
import type { Surface } from '../vocabulary/content.ts';

/** A choice of a person holds for where it was made: what was allowed in a file is not allowed in a prompt. */
export type AllowedFor = 'prompt' | 'upload';

/** One text made of all slots of a call, with where each begins. */
export interface Inspected {
  readonly text: string;
  readonly verdict: Verdict;
  readonly starts: ReadonlyMap<TextSlot, number>;
  readonly complete: boolean;
  /** True where a finding was left out because a person had allowed it. */
  readonly allowed: boolean;
}

type Scan = (text: string, options: Pick<CompiledPolicy, 'disabled' | 'detectors'>) => ScanResult;

export interface InspectOptions {
  readonly policy: CompiledPolicy;
  readonly scan: Scan;
  /** For the text of a message, which may go on where the one before ended. */
  readonly scanMessage?: Scan;
  readonly surface: Surface;
  readonly wasTyped: (text: string) => boolean;
  readonly isAllowed: (text: string, finding: Finding, for_: AllowedFor) => boolean;
}

/** Shapes that the page itself emits: in slots that are no text holders they say nothing. */
const pageShapes = new Set(['jwt', 'email', 'phone', 'bearer-header', 'person-name', 'secret-assignment']);

/** Names of settings, small numbers and ids: pages send dozens of them with each call, and none of them is a finding by itself. */
const wordOfThePage = /^(?:|[a-z][a-z_]{0,39}|\d{1,6}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/;

export interface WordOptions {
  readonly policy: PolicyRules;
  readonly wasTyped: (text: string) => boolean;
}

/** True for what no scan needs to look at: unless the organisation has words of its own, or somebody typed it. */
export function isWordOfThePage(text: string, { policy, wasTyped }: WordOptions): boolean {
  if (text.length > 40 || !wordOfThePage.test(text)) return false;
  const { customRules = [], dictionaries = [] } = policy.policy;
  return customRules.length === 0 && dictionaries.length === 0 && !wasTyped(text);
}

/** A number of the page's own stands alone in its slot, as a number in a list of people's would. */
const sureEnough = 0.86;

function isOfThePage({ detector, category, confidence }: Finding): boolean {
  return pageShapes.has(detector) || (category !== 'credential' && confidence < sureEnough);
}

/** Scans every slot and asks policy once, about all of them together. */
export function inspect(outgoing: Outgoing, options: InspectOptions): Inspected {
  const for_ = outgoing.rule.kind === 'upload' ? 'upload' : 'prompt';
  const parts: string[] = [];
  const starts = new Map<TextSlot, number>();
  const findings: Finding[] = [];
  let at = 0;
  let complete = true;
  let allowed = false;
  for (const slot of outgoing.slots) {
    starts.set(slot, at);
    parts.push(slot.text);
    at += slot.text.length + 1;
    if (slot.holder === 'other' && isWordOfThePage(slot.text, options)) continue;
    const offset = starts.get(slot) ?? 0;
    const isMessage = outgoing.rule.kind === 'prompt' && slot.holder === 'text';
    const scan = (isMessage ? options.scanMessage : undefined) ?? options.scan;
    const result = scan(slot.text, options.policy);
    complete &&= result.complete;
    const relevant = isHolder(slot, options)
      ? result.findings
      : result.findings.filter((finding) => !isOfThePage(finding));
    const asked = relevant.filter((each) => !options.isAllowed(slot.text, each, for_));
    allowed ||= asked.length < relevant.length;
    for (const finding of asked) {
      findings.push({ ...finding, start: finding.start + offset, end: finding.end + offset });
    }
  }
  const text = parts.join('\n');
  const whole = { text, starts, complete, allowed };
  const found = decideOn(findings, outgoing, { ...options, ...whole });
  return { ...whole, verdict: withBytes(found, outgoing, options.policy) };
}

type Decision = InspectOptions & Omit<Inspected, 'verdict'>;

/** A finding in what cannot be written again takes the safe way away from all of them. */
function decideOn(
  findings: readonly Finding[],
  outgoing: Outgoing,
  { policy, surface, text, starts }: Decision,
): Verdict {
  const replaceable = outgoing.rewrite !== undefined && outgoing.unreadable.length === 0;
  const found = decide(policy, findings, { text, surface, replaceable });
  if (!replaceable) return found;
  const needed = toReplace(found);
  const fixed = outgoing.slots.filter((slot) => slot.fixed === true);
  if (!fixed.some((slot) => findingsIn(slot, { starts }, needed).length > 0)) return found;
  return decide(policy, findings, { text, surface, replaceable: false });
}

function isHolder(slot: TextSlot, { wasTyped }: InspectOptions): boolean {
  return slot.holder === 'text' || wasTyped(slot.text);
}

function withBytes(found: Verdict, { unreadable, rule }: Outgoing, policy: CompiledPolicy): Verdict {
  if (rule.kind !== 'audio' && unreadable.length === 0) return found;
  const verdict = rule.kind === 'audio' ? decideAudio(policy) : decideUnreadable(policy);
  return strength(verdict.action) > strength(found.action) ? { ...found, ...verdict, findings: found.findings } : found;
}

/** The findings that the safe way takes out. */
export function toReplace(verdict: Verdict): readonly JudgedFinding[] {
  return verdict.findings.filter(({ action }) => needsDecision(action));
}

/** The findings that lie in one slot, with spans relative to it. */
export function findingsIn(
  slot: TextSlot,
  { starts }: Pick<Inspected, 'starts'>,
  findings: readonly JudgedFinding[],
): readonly JudgedFinding[] {
  const from = starts.get(slot) ?? 0;
  const to = from + slot.text.length;
  return findings
    .filter(({ start, end }) => start >= from && end <= to)
    .map((finding) => ({ ...finding, start: finding.start - from, end: finding.end - from }));
}
