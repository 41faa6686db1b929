import { call } from '../messaging/client.ts';
import type { IncidentDraft, Request } from '../messaging/contract.ts';
import { reportedRule } from '../policy/reported-rule.ts';
import type { PolicyRules } from '../policy/rules.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import type { Verdict } from '../policy/decide.ts';
import { strongest } from '../vocabulary/actions.ts';
import type { Justification, Outcome } from '../vocabulary/actions.ts';
import { lengthBucket } from '../vocabulary/content.ts';
import type { Surface } from '../vocabulary/content.ts';
import type { Ring } from '../vocabulary/states.ts';
import { dialogPort } from './dialog-port.ts';
import type { DialogAnswer, DialogRequest } from './dialog-port.ts';
import { showNotice } from './notice.ts';
import type { Segment } from './preview.ts';

/** One attempt that a person has to decide about. */
export interface Attempt extends Recorded {
  readonly policy: CompiledPolicy;
  readonly kind: DialogRequest['kind'];
  readonly preview: readonly Segment[];
  readonly fileName?: string;
}

/** One attempt as it is recorded. */
export interface Recorded {
  readonly policy: PolicyRules;
  readonly verdict: Verdict;
  readonly surface: Surface;
  readonly ring: Ring;
  /** UTF-16 units. */
  readonly length: number;
}

export type Resolution = 'replace' | 'hold' | 'send';

/** Dialogs follow each other; two never stand at once. */
let last: Promise<unknown> = Promise.resolve();

/** Asks the person. The draft is durable before the dialog shows, the entry before anything goes on. */
export function intervene(attempt: Attempt): Promise<Resolution> {
  const turn = last.then(() => decideWithPerson(attempt));
  last = turn.catch(() => undefined);
  return turn;
}

async function decideWithPerson(attempt: Attempt): Promise<Resolution> {
  const drafted = await call('incident.draft', draftOf(attempt));
  if (!drafted.ok) return hold('Sluice could not record this, so nothing was sent. Try again, or reload the page.');
  const { id } = drafted.value;
  const port = window.top === window ? await dialogPort() : undefined;
  if (port === undefined) {
    await call('incident.settle', { id, outcome: 'refused' });
    return hold('Sluice held this message: it contains something private. Edit it and try again.');
  }
  const answer = await port.open(requestOf(attempt));
  const settled = await call('incident.settle', { id, ...settlementOf(answer, attempt.verdict) });
  if (!settled.ok)
    return hold('Sluice could not record your choice, so nothing was sent. Try again, or reload the page.');
  if (answer.choice === 'edit') return 'hold';
  return answer.choice === 'replace' ? 'replace' : 'send';
}

function hold(text: string): Resolution {
  showNotice(text);
  return 'hold';
}

function settlementOf(
  { choice, justification }: DialogAnswer,
  verdict: Verdict,
): { outcome: Outcome; justification?: Justification } {
  switch (choice) {
    case 'replace':
      return { outcome: 'replaced' };
    case 'edit':
      return { outcome: verdict.action === 'block' ? 'blocked' : 'edited' };
    case 'send-anyway':
      return { outcome: 'sent-anyway' };
    case 'justify':
      return justification === undefined ? { outcome: 'edited' } : { outcome: 'justified', justification };
  }
}

/** The content-free record of an attempt: counts by detector, rule and action. */
export function draftOf({ policy, verdict, surface, ring, length }: Recorded): IncidentDraft {
  const groups = new Map<string, IncidentDraft['findings'][number]>();
  for (const { rows, ...list } of verdict.lists ?? []) {
    const rule = reportedRule(policy, list.rule);
    const key = `${list.detector} ${rule} ${list.action} ${list.category}`;
    groups.set(key, { ...list, rule, version: 1, count: rows + (groups.get(key)?.count ?? 0) });
  }
  const counted = verdict.findings.filter(({ action }) => action !== 'allow');
  for (const { detector, category, severity, action, rule: id } of counted) {
    const rule = reportedRule(policy, id);
    const key = `${detector} ${rule} ${action}`;
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { detector, version: 1, rule, category, severity, action, count });
  }
  const findings = [...groups.values()].slice(0, 100);
  const decided = new Set([...(verdict.lists ?? []), ...counted].map(({ rule }) => rule));
  const urgent = policy.rules.some((rule) => rule.urgent === true && decided.has(rule.id));
  const cause = verdict.cause === undefined ? {} : { cause: verdict.cause };
  return { surface, action: verdict.action, findings, ...cause, length: lengthBucket(length), ring, urgent };
}

/** Records an attempt that nobody was asked about. */
export async function record(attempt: Recorded, outcome: Outcome): Promise<boolean> {
  const request: Request<'incident.record'> = { ...draftOf(attempt), outcome };
  return (await call('incident.record', request)).ok;
}

function requestOf({ policy, verdict, kind, preview, fileName }: Attempt): DialogRequest {
  const kinds = new Map<string, DialogRequest['findings'][number]>();
  for (const { detector, severity, action, rows } of verdict.lists ?? []) {
    const count = rows + (kinds.get(detector)?.count ?? 0);
    kinds.set(detector, { detector, title: 'Rows of a list of people', severity, count, action });
  }
  for (const { detector, severity, action } of verdict.findings.filter(
    ({ action }) => action !== 'allow' && action !== 'log',
  )) {
    const known = kinds.get(detector);
    const count = (known?.count ?? 0) + 1;
    kinds.set(detector, {
      detector,
      title: policy.titleOf(detector),
      severity,
      count,
      action: strongest([action, known?.action ?? 'allow']),
    });
  }
  const { help } = policy.policy;
  return {
    kind,
    findings: [...kinds.values()],
    preview,
    choices: verdict.choices,
    messages: verdict.messages,
    ...(verdict.cause === undefined ? {} : { cause: verdict.cause }),
    ...(help === undefined ? {} : { help }),
    ...(fileName === undefined ? {} : { fileName }),
  };
}
