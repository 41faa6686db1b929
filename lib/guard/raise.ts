import { raised } from '../policy/decide.ts';
import type { Verdict } from '../policy/decide.ts';
import type { PolicyRules } from '../policy/rules.ts';
import type { Outgoing } from '../sites/types.ts';
import { accountAction } from './account.ts';
import { driftOf, noteDrift } from './drift.ts';
import type { Session } from './session.ts';

export interface RaiseContext {
  readonly session: Session;
  readonly policy: PolicyRules;
  readonly justSent: () => boolean;
  /** What the call names in its headers, or ''. */
  readonly account: string;
}

/** What lies in no finding: an account that is not the organisation's, a call that nobody knows. */
export function raisedVerdict(outgoing: Outgoing, verdict: Verdict, context: RaiseContext): Verdict {
  const { session, policy, justSent, account } = context;
  const question = { named: account, known: session.account(), cookies, wasTyped: session.wasTyped };
  const action = accountAction(outgoing, policy, question);
  if (action === 'block' || (action === 'warn' && !session.isAccountAccepted()))
    return raised(policy, verdict, { action, cause: 'account', message: accountMessages[action] });
  const drift = driftOf(outgoing, session, justSent);
  if (drift) noteDrift(drift);
  if (!drift || policy.policy.onDrift !== 'hold') return verdict;
  const message = 'The page sends your words in a way that Sluice does not know yet.';
  return raised(policy, verdict, { action: 'warn', cause: 'page-changed', message });
}

/** A sandboxed frame has none, and says so by throwing. */
function cookies(): string {
  try {
    return document.cookie;
  } catch {
    return '';
  }
}

const accountMessages = {
  warn: 'This is not an account of your organisation. What you send here is not covered by its contract.',
  block: 'Your organisation does not allow this account here. Change to its workspace and send it there.',
};
