import type { Answer, Ask } from '../bridge/wire.ts';
import { announce } from './announce.ts';
import { record } from './intervene.ts';
import { showNotice } from './notice.ts';
import { CheckStopped } from './progress.ts';
import type { Session } from './session.ts';

export type Ruling = Omit<Answer, 'id'>;

export const pass: Ruling = { decision: 'pass', body: '', status: 0 };
export const cut: Ruling = { decision: 'refuse', body: '', status: 0 };
export const refused = refusal(
  'Sluice held this message because it contains something private. Edit it and try again.',
);
export const unchecked = refusal(
  'Sluice could not check this message, so nothing was sent. Try again, or reload the page.',
);
const stopped = refusal('You stopped the check of this message, so nothing was sent.');

/** Shaped as the server's own errors are, so that the page shows it in its own way. */
function refusal(detail: string): Ruling {
  return { decision: 'refuse', status: 400, body: JSON.stringify({ detail }) };
}

/** A person who ends the check gets the page's own error, whatever policy says of outages. */
export function failedLater(error: unknown, ask: Ask, session: Session): Ruling | Promise<Ruling> {
  return error instanceof CheckStopped ? stopped : failed(ask, session);
}

/** Whether an outage of our own lets a call pass is policy's choice; it is said and recorded either way. */
export function failed(ask: Ask, session: Session): Ruling | Promise<Ruling> {
  const policy = session.rules();
  const isOpen = policy?.policy.onFailure === 'open';
  if (policy) {
    const verdict = {
      action: isOpen ? 'log' : 'block',
      findings: [],
      choices: [],
      messages: [],
      cause: 'failure',
    } as const;
    const attempt = { policy, verdict, surface: 'request', ring: 'page', length: ask.body.length } as const;
    void record(attempt, isOpen ? 'unchecked' : 'refused');
  }
  if (isOpen) return ask.wait ? announce(ask, 'unreadable-allowed', session).then(() => pass) : pass;
  showNotice('Sluice could not check this message, so nothing was sent. Try again, or reload the page.');
  return unchecked;
}
