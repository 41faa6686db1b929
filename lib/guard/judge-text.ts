import type { CompiledPolicy } from '../policy/compile.ts';
import { decide } from '../policy/decide.ts';
import type { Verdict } from '../policy/decide.ts';
import { needsDecision } from '../vocabulary/actions.ts';
import type { Session } from './session.ts';

/** What policy says about a text that a person is about to send. */
export function judgeText(text: string, session: Session, policy: CompiledPolicy): Verdict {
  const { findings: found } = session.scans.scanTurn(text, policy, session.before());
  const findings = found.filter((finding) => !session.isAllowed(text, finding, 'prompt'));
  return decide(policy, findings, { text, surface: 'composer' });
}

/**
 * True where the person has to decide, or where that is not known yet because a long text takes its time or the engine is on its way.
 * Without a policy the text goes on to ring 2, which holds it until there is one.
 */
export function stops(text: string, session: Session): boolean {
  const policy = session.policy();
  if (policy === undefined) return session.rules() !== undefined;
  return session.scans.takesLong(text, policy) || needsDecision(judgeText(text, session, policy).action);
}
