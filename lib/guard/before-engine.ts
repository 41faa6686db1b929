import type { Ask } from '../bridge/wire.ts';
import { isWordOfThePage } from '../policy/inspect.ts';
import type { PolicyRules } from '../policy/rules.ts';
import { isOwnSocket } from '../sites/chatgpt/hosts.ts';
import { readAtOnce } from '../sites/chatgpt/outgoing.ts';
import type { CallKind, Outgoing } from '../sites/types.ts';
import { isAnnounced } from './announce.ts';
import type { Session } from './session.ts';
import { holdsSource } from './worker-source.ts';

/** Kinds that carry what people say: they wait for the engine, whatever is in them. */
const ofPeople: ReadonlySet<CallKind> = new Set<CallKind>([
  'prompt',
  'content',
  'upload',
  'audio',
  'draft',
  'completion',
]);

/**
 * What becomes of a call while the engine is not there: `pass` where there is nothing to look at, `wait` where nobody waits for the
 * call, so that it need not hasten the engine, else `hasten`. A page that loads makes dozens of calls without a word in them.
 */
export function beforeEngine(ask: Ask, session: Session): 'pass' | 'wait' | 'hasten' {
  // What a page makes its workers of when it loads is its own: nobody has given it words yet.
  if (ask.way === 'worker' && !session.isTouched()) return 'pass';
  if (holdsSource(ask)) return 'hasten';
  const rules = session.rules();
  const outgoing = rules && readAtOnce(ask, rules.site);
  if (rules === undefined || outgoing === undefined) return 'hasten';
  if (isEmpty(ask, outgoing, { rules, session })) return 'pass';
  if (!ask.wait) return isOwnSocket(ask.url) ? 'pass' : 'hasten'; // nothing else needs its answer while a page loads
  return outgoing.rule.kind === 'telemetry' && ask.way !== 'beacon' ? 'wait' : 'hasten';
}

interface Known {
  readonly rules: PolicyRules;
  readonly session: Session;
}

/** Nothing but words of the page's own: a scan would leave them out. */
function isEmpty(ask: Ask, { rule, slots, unreadable, replaced }: Outgoing, { rules, session }: Known): boolean {
  if (ofPeople.has(rule.kind) || isAnnounced(ask, rule.kind) || unreadable.length > 0 || replaced !== undefined)
    return false;
  return slots.every(
    ({ holder, text }) => holder === 'other' && isWordOfThePage(text, { policy: rules, wasTyped: session.wasTyped }),
  );
}
