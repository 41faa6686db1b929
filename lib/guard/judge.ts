import type { Answer, Ask } from '../bridge/wire.ts';
import type { GuardChannel } from '../bridge/guard-side.ts';
import { redact } from '../dlp/redact.ts';
import { scan } from '../dlp/scan.ts';
import { call } from '../messaging/client.ts';
import type { Ticket } from '../messaging/contract.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import { noCompletions, withoutDraft } from '../sites/chatgpt/shapes.ts';
import type { Outgoing, TextSlot } from '../sites/types.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import type { Surface } from '../vocabulary/content.ts';
import type { CanaryWatch } from './canary-watch.ts';
import { findingsIn, inspect, toReplace } from '../policy/inspect.ts';
import type { Inspected } from '../policy/inspect.ts';
import { intervene, record } from './intervene.ts';
import type { Attempt } from './intervene.ts';
import { showNotice } from './notice.ts';
import { readAtOnce, readSlowly } from '../sites/chatgpt/outgoing.ts';
import { previewOf } from './preview.ts';
import type { Session } from './session.ts';

type Ruling = Omit<Answer, 'id'>;

const pass: Ruling = { decision: 'pass', body: '', status: 0 };
const cut: Ruling = { decision: 'refuse', body: '', status: 0 };
/** Shaped as the server's own errors are, so that the page shows it in its own way. */
const refused: Ruling = {
  decision: 'refuse',
  status: 400,
  body: JSON.stringify({
    detail: 'Sluice held this message because it contains something private. Edit it and try again.',
  }),
};

export interface JudgeOptions {
  readonly session: Session;
  readonly canaries: CanaryWatch;
  readonly channel: () => GuardChannel | undefined;
  /** True when the composer's own send just went on: then the call is no edit of an older message. */
  readonly justSent: () => boolean;
}

/** The verdict on each ask of the page's gates. What throws here refuses. */
export function createJudge(options: JudgeOptions): (ask: Ask) => Answer {
  const later = (ask: Ask, ruling: Promise<Ruling>) => {
    void ruling.then(
      (settled) => options.channel()?.settle({ ...settled, id: ask.id }),
      () => options.channel()?.settle({ ...failed(options), id: ask.id }),
    );
    return { id: ask.id, decision: 'pending', body: '', status: 0 } as const;
  };
  return (ask) => {
    try {
      const ruling = judge(ask, options);
      if (!(ruling instanceof Promise)) return { ...ruling, id: ask.id };
      return ask.wait ? later(ask, ruling) : { ...cut, id: ask.id };
    } catch {
      return { ...failed(options), id: ask.id };
    }
  };
}

/** Whether an outage of our own lets a call pass is policy's choice, and is said. */
function failed({ session }: JudgeOptions): Ruling {
  if (session.policy()?.policy.onFailure === 'open') return pass;
  showNotice('Sluice could not check this message, so nothing was sent. Try again, or reload the page.');
  return refused;
}

function judge(ask: Ask, options: JudgeOptions): Ruling | Promise<Ruling> {
  const canary = options.canaries.rulingOn(ask);
  if (canary) return canary === 'pass' ? pass : { ...refused, body: '' };
  const policy = options.session.policy();
  if (policy === undefined) return options.session.ready.then(() => judge(ask, options));
  const outgoing = readAtOnce(ask);
  if (outgoing === undefined) return readSlowly(ask).then((read) => rule(ask, read, policy, options));
  return rule(ask, outgoing, policy, options);
}

function rule(ask: Ask, outgoing: Outgoing, policy: CompiledPolicy, options: JudgeOptions): Ruling | Promise<Ruling> {
  if (outgoing.rule.kind === 'completion') return { decision: 'answer', status: 200, body: noCompletions };
  const undrafted = outgoing.rule.kind === 'draft' ? withoutDraft(outgoing.json) : undefined;
  if (undrafted !== undefined) return rule(ask, redrafted(outgoing, undrafted), policy, options);
  const surface = surfaceOf(outgoing, options);
  const { session } = options;
  const inspected = inspect(outgoing, {
    policy,
    surface,
    scan,
    wasTyped: session.wasTyped,
    isAllowed: session.isAllowed,
  });
  if (!inspected.complete) return failed(options);
  const inText = inspected.verdict.findings.some(({ action }) => needsDecision(action));
  if (needsDecision(inspected.verdict.action) && (inText || !bytesAllowed(outgoing, session)))
    return held(ask, outgoing, inspected, { ...options, policy, surface });
  return released(ask, outgoing, inspected, { ...options, policy, surface });
}

/** The same call without its draft, to be judged and sent in its place. */
function redrafted(outgoing: Outgoing, json: unknown): Outgoing {
  const { rule, url, unreadable } = outgoing;
  const body = JSON.stringify(json);
  return {
    rule,
    url,
    unreadable,
    json,
    slots: outgoing.slots.filter(({ path }) => path[0] !== 'partial_query'),
    rewrite: () => body,
    replaced: body,
  };
}

function surfaceOf({ rule, json }: Outgoing, { justSent }: JudgeOptions): Surface {
  if (rule.id !== 'prompt') return rule.surface;
  if ((json as { action?: unknown } | undefined)?.action === 'variant') return 'regenerate';
  return justSent() ? 'composer' : 'edit';
}

function bytesAllowed({ unreadable }: Outgoing, session: Session): boolean {
  return unreadable.length > 0 && unreadable.every(({ bytes }) => session.takeAllowedBytes(bytes));
}

interface Context extends JudgeOptions {
  readonly policy: CompiledPolicy;
  readonly surface: Surface;
}

/** Calls that nobody waits for: a finding in them is refused and recorded, not asked about. */
const quietKinds = new Set(['telemetry', 'machine', 'draft']);

async function held(ask: Ask, outgoing: Outgoing, inspected: Inspected, context: Context): Promise<Ruling> {
  const { policy, surface, session } = context;
  const { text, verdict } = inspected;
  const attempt: Attempt = {
    policy,
    verdict,
    surface,
    ring: 'page',
    length: text.length,
    kind: outgoing.rule.kind === 'upload' ? 'file' : outgoing.rule.kind === 'prompt' ? 'prompt' : 'request',
    preview: previewOf(text, toReplace(verdict), session.conversation()),
  };
  if (quietKinds.has(outgoing.rule.kind)) {
    await record(attempt, 'refused');
    return cut;
  }
  const resolution = await intervene(attempt);
  if (resolution === 'hold') return refused;
  if (resolution === 'send') {
    for (const slot of outgoing.slots)
      session.allow(slot.text, findingsIn(slot, inspected, verdict.findings), 'prompt');
    return (await ticketed(ask, 'allowed')) ? pass : refused;
  }
  const body = outgoing.rewrite?.(redactedSlots(outgoing, inspected, session));
  if (body === undefined) return refused;
  return (await ticketed({ ...ask, body, kind: 'text' }, 'rewritten'))
    ? { decision: 'rewrite', status: 0, body }
    : refused;
}

function redactedSlots(outgoing: Outgoing, inspected: Inspected, session: Session): ReadonlyMap<TextSlot, string> {
  const texts = new Map<TextSlot, string>();
  for (const slot of outgoing.slots) {
    const findings = findingsIn(slot, inspected, toReplace(inspected.verdict));
    if (findings.length > 0) texts.set(slot, redact(slot.text, findings, session.conversation()));
  }
  return texts;
}

/** Kinds whose release is announced to the network gate. */
const ticketedKinds = new Set(['prompt', 'upload', 'content', 'audio', 'unknown']);

function released(ask: Ask, outgoing: Outgoing, inspected: Inspected, context: Context): Ruling | Promise<Ruling> {
  const {
    replaced,
    rule: { kind },
  } = outgoing;
  const ruling: Ruling = replaced === undefined ? pass : { decision: 'rewrite', status: 0, body: replaced };
  const logged = inspected.verdict.action === 'log' && kind !== 'draft' && outgoing.slots.length > 0;
  // Frames of a socket meet no network gate; what cannot wait is clean here and passes the network gate as such.
  const unannounced = ask.kind === 'none' || ask.way === 'socket' || !ask.wait || !ticketedKinds.has(kind);
  if (unannounced && !logged) return ruling;
  return release(ask, outgoing, inspected, context).then((done) => (done ? ruling : refused));
}

async function release(
  ask: Ask,
  outgoing: Outgoing,
  inspected: Inspected,
  { policy, surface }: Context,
): Promise<boolean> {
  const { verdict, text } = inspected;
  if (verdict.action === 'log' && verdict.findings.length > 0) {
    await record({ policy, verdict, surface, ring: 'page', length: text.length }, 'sent-clean');
  }
  if (ask.kind === 'none' || ask.way === 'socket') return true;
  // Ring 3 knows nothing of what a person allowed here: it hears it from the ticket.
  const clean = inspected.allowed ? 'allowed' : 'clean';
  return ticketed(ask, outgoing.unreadable.length > 0 ? 'unreadable-allowed' : clean);
}

/** Announces a release to ring 3 and waits for its word; without it nothing goes on. */
async function ticketed(ask: Ask, verdict: Ticket['verdict']): Promise<boolean> {
  const length = ask.kind === 'text' ? new TextEncoder().encode(ask.body).length : ask.body.length;
  const filed = await call('ticket.file', { url: ask.url.slice(0, 4_096), method: ask.method, length, verdict });
  if (!filed.ok)
    showNotice('Sluice could not reach its own service, so nothing was sent. Reload the page and try again.');
  return filed.ok;
}
