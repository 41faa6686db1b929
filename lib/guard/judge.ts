import type { Answer, Ask } from '../bridge/wire.ts';
import type { GuardChannel } from '../bridge/guard-side.ts';
import type { CompiledPolicy } from '../policy/compile.ts';
import { noCompletions, withoutDraft } from '../sites/chatgpt/shapes.ts';
import type { Outgoing } from '../sites/types.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import type { Surface } from '../vocabulary/content.ts';
import { announce, isAnnounced, isKnownToPass } from './announce.ts';
import { beforeEngine } from './before-engine.ts';
import type { CanaryWatch } from './canary-watch.ts';
import { findingsIn, inspect, toReplace } from '../policy/inspect.ts';
import type { Inspected } from '../policy/inspect.ts';
import { readSession } from '../sites/chatgpt/account.ts';
import { isClosedUntilCheckIn } from '../sites/chatgpt/closed.ts';
import { intervene, record } from './intervene.ts';
import type { Attempt } from './intervene.ts';
import { readAtOnce, readSlowly, readSource } from '../sites/chatgpt/outgoing.ts';
import { previewOf } from './preview.ts';
import { raisedVerdict } from './raise.ts';
import { cut, failed, failedLater, pass, refused, unchecked } from './rulings.ts';
import type { Ruling } from './rulings.ts';
import { redactedSlots, redrafted, rememberSent } from './safe-version.ts';
import type { Session } from './session.ts';
import { withSource } from './worker-source.ts';

export interface JudgeOptions {
  readonly session: Session;
  readonly canaries: CanaryWatch;
  /** The test of the gates that is due, if one is: until it is over the browser blocks prompts. */
  readonly awaited: () => Promise<void> | undefined;
  readonly channel: () => GuardChannel | undefined;
  /** True when the composer's own send just went on: then the call is no edit of an older message. */
  readonly justSent: () => boolean;
}

/** The verdict on each ask of the page's gates. What throws here refuses. */
export function createJudge(options: JudgeOptions): (ask: Ask) => Answer {
  const later = (ask: Ask, ruling: Promise<Ruling>) => {
    void ruling.then((settled) => options.channel()?.settle({ ...settled, id: ask.id }));
    return { id: ask.id, decision: 'pending', body: '', status: 0 } as const;
  };
  return (ask) => {
    const ruling = judgeOrFail(ask, options);
    if (!(ruling instanceof Promise)) return { ...ruling, id: ask.id };
    return ask.wait ? later(ask, ruling) : { ...cut, id: ask.id };
  };
}

function judgeOrFail(ask: Ask, options: JudgeOptions): Ruling | Promise<Ruling> {
  try {
    const ruling = judge(ask, options);
    return ruling instanceof Promise
      ? ruling.catch((error: unknown) => failedLater(error, ask, options.session))
      : ruling;
  } catch {
    return failed(ask, options.session);
  }
}

function judge(ask: Ask, options: JudgeOptions): Ruling | Promise<Ruling> {
  const canary = options.canaries.rulingOn(ask);
  if (canary) return canary === 'pass' ? pass : { ...refused, body: '' };
  if (ask.way === 'session') {
    options.session.setAccount(readSession(ask.body));
    return pass;
  }
  const opened = isBlockedAtFirst(ask, options.session) ? options.awaited() : undefined;
  if (opened && ask.wait) return opened.then(() => judge(ask, options));
  const policy = options.session.policy();
  if (policy === undefined) return judgeLater(ask, options);
  if (ask.way === 'worker') return judgeWorker(withSource(ask), policy, options);
  const outgoing = readAtOnce(ask, policy.site);
  if (outgoing === undefined)
    return readSlowly(ask, policy.site).then((read) => rule(ask, writable(read, ask), policy, options));
  return rule(ask, writable(outgoing, ask), policy, options);
}

function judgeWorker(ask: Ask, policy: CompiledPolicy, options: JudgeOptions): Ruling | Promise<Ruling> {
  const outgoing = ask.kind === 'text' ? readSource(ask.body, policy.site) : readAtOnce(ask, policy.site);
  return outgoing === undefined ? cut : ruleAtOnce(ask, outgoing, policy, options);
}

/** The browser lets no prompt go before the gates were tried: what would fail for that waits, where it can. */
function isBlockedAtFirst({ method, url, way }: Ask, { site }: Session): boolean {
  if (way === 'socket') return false; // it is open already
  if (/^wss:/i.test(url)) return true;
  return ['POST', 'PUT', 'PATCH'].includes(method) && isClosedUntilCheckIn(url, site().closed);
}

/** Without the engine, or without a policy: until then a call waits, but for one in which there is nothing to look at. */
function judgeLater(ask: Ask, options: JudgeOptions): Ruling | Promise<Ruling> {
  const { session } = options;
  const now = beforeEngine(ask, session);
  if (now === 'pass') return pass;
  return (now === 'wait' ? session.ready : session.wanted()).then(() => judge(ask, options));
}

/** The fields of a form are the page's: nothing can be put in their place. */
function writable(outgoing: Outgoing, { way }: Ask): Outgoing {
  if (way !== 'form') return outgoing;
  const { rewrite: _rewrite, ...fixed } = outgoing;
  return fixed;
}

function rule(ask: Ask, outgoing: Outgoing, policy: CompiledPolicy, options: JudgeOptions): Ruling | Promise<Ruling> {
  if (outgoing.rule.kind === 'completion') return { decision: 'answer', status: 200, body: noCompletions };
  if (outgoing.rule.kind === 'draft' && outgoing.json === undefined && ask.kind !== 'none') return cut; // packed: nobody waits for it
  const undrafted = outgoing.rule.kind === 'draft' ? withoutDraft(outgoing.json) : undefined;
  if (undrafted !== undefined) return rule(ask, redrafted(outgoing, undrafted), policy, options);
  const { session } = options;
  const long = ask.wait ? outgoing.slots.filter(({ text }) => session.scans.takesLong(text, policy)) : [];
  if (long.length > 0) {
    const texts = long.map(({ text }) => text);
    return session.scans.prepare(texts, policy).then(() => ruleAtOnce(ask, outgoing, policy, options));
  }
  return ruleAtOnce(ask, outgoing, policy, options);
}

function ruleAtOnce(
  ask: Ask,
  outgoing: Outgoing,
  policy: CompiledPolicy,
  options: JudgeOptions,
): Ruling | Promise<Ruling> {
  const { session } = options;
  const surface = surfaceOf(outgoing, options);
  const seen = look(outgoing, { ...options, policy, surface });
  if (!seen.complete) return failed(ask, options.session);
  const inspected = {
    ...seen,
    verdict: raisedVerdict(outgoing, seen.verdict, {
      session,
      policy,
      justSent: options.justSent,
      account: ask.account,
    }),
  };
  const isRaised = inspected.verdict !== seen.verdict;
  const inText = inspected.verdict.findings.some(({ action }) => needsDecision(action));
  if (needsDecision(inspected.verdict.action) && (inText || isRaised || !bytesAllowed(outgoing, session)))
    return held(ask, outgoing, inspected, { ...options, policy, surface });
  return released(ask, outgoing, inspected, { ...options, policy, surface });
}

function look(outgoing: Outgoing, { session, policy, surface }: Context): Inspected {
  const { wasTyped, isAllowed, scans, before } = session;
  const scanMessage: typeof scans.scan = (text, request) => scans.scanTurn(text, request, before());
  return inspect(outgoing, { policy, surface, scan: scans.scan, scanMessage, wasTyped, isAllowed });
}

function surfaceOf({ rule, json }: Outgoing, { justSent }: JudgeOptions): Surface {
  if (rule.id !== 'prompt') return rule.surface;
  if ((json as { action?: unknown } | undefined)?.action === 'variant') return 'regenerate';
  return justSent() ? 'composer' : 'edit';
}

function bytesAllowed({ unreadable }: Outgoing, session: Session): boolean {
  if (unreadable.length === 0) return false;
  return unreadable.every(({ digest }) => digest !== undefined && session.takeAllowedBytes(digest));
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
    if (verdict.cause === 'account') session.acceptAccount();
    const for_ = outgoing.rule.kind === 'upload' ? 'upload' : 'prompt';
    for (const slot of outgoing.slots) session.allow(slot.text, findingsIn(slot, inspected, verdict.findings), for_);
    if (!(await announce(ask, 'allowed', session))) return unchecked;
    rememberSent(outgoing, session);
    return pass;
  }
  const safe = redactedSlots(outgoing, inspected, session);
  const body = outgoing.rewrite?.(safe);
  if (body === undefined || !isClean({ ...ask, body, kind: 'text' }, context)) return failed(ask, context.session);
  if (!(await announce({ ...ask, body, kind: 'text' }, 'rewritten', session))) return unchecked;
  rememberSent(outgoing, session, safe);
  return { decision: 'rewrite', status: 0, body };
}

/** The safe version is looked at as if the page had sent it: what it is called does not make it safe. */
function isClean(ask: Ask, context: Context): boolean {
  const outgoing = readAtOnce(ask, context.policy.site);
  if (outgoing === undefined) return false;
  const { complete, verdict } = look(outgoing, context);
  return complete && !needsDecision(verdict.action);
}

function released(ask: Ask, outgoing: Outgoing, inspected: Inspected, context: Context): Ruling | Promise<Ruling> {
  const {
    replaced,
    rule: { kind },
  } = outgoing;
  const ruling: Ruling = replaced === undefined ? pass : { decision: 'rewrite', status: 0, body: replaced };
  const logged = inspected.verdict.action === 'log' && kind !== 'draft';
  const passed = () => {
    rememberSent(outgoing, context.session);
    return ruling;
  };
  if (!isAnnounced(ask, kind) && !logged) return passed();
  const announced = () => release(ask, outgoing, inspected, context).then((done) => (done ? passed() : unchecked));
  if (logged || inspected.allowed || outgoing.unreadable.length > 0) return announced();
  const known = isKnownToPass(ask, context.session);
  if (typeof known === 'boolean') return known ? passed() : announced();
  return known.then((isKnown) => (isKnown ? passed() : announced()));
}

async function release(ask: Ask, outgoing: Outgoing, inspected: Inspected, context: Context): Promise<boolean> {
  const { policy, surface } = context;
  const { verdict, text } = inspected;
  // A file that cannot be read was recorded when it was attached.
  const isSaid = verdict.findings.length > 0 || (verdict.cause !== undefined && verdict.cause !== 'unreadable');
  if (verdict.action === 'log' && isSaid) {
    await record({ policy, verdict, surface, ring: 'page', length: text.length }, 'sent-clean');
  }
  if (!isAnnounced(ask, outgoing.rule.kind)) return true;
  // Ring 3 knows nothing of what a person allowed here: it hears it from the ticket.
  const clean = inspected.allowed ? 'allowed' : 'clean';
  return announce(ask, outgoing.unreadable.length > 0 ? 'unreadable-allowed' : clean, context.session);
}
