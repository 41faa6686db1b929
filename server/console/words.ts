import type { Action, Justification, Outcome } from '../../lib/vocabulary/actions.ts';
import type { Category, Surface } from '../../lib/vocabulary/content.ts';
import type { Ring } from '../../lib/vocabulary/states.ts';
import type { Failure } from './api.ts';

// The closed sets, said to a security team. Words that do not depend on the reader come from `components/words.ts`.

export const actionTitles: Record<Action, string> = {
  allow: 'Allow',
  log: 'Record only',
  warn: 'Ask',
  justify: 'Ask for a reason',
  redact: 'Replace',
  block: 'Block',
};

export const outcomeTitles: Record<Outcome, string> = {
  'sent-clean': 'Sent, nobody was asked',
  replaced: 'Replaced, then sent',
  edited: 'Went back to edit',
  'sent-anyway': 'Sent anyway',
  justified: 'Sent with a reason',
  blocked: 'Stopped',
  refused: 'Held back',
  observed: 'Seen, not stopped',
  unchecked: 'Passed unchecked',
  abandoned: 'Closed undecided',
};

/** Whether what was found stayed inside. */
export const outcomeTones: Record<Outcome, 'good' | 'bad' | 'plain'> = {
  'sent-clean': 'plain',
  replaced: 'good',
  edited: 'good',
  'sent-anyway': 'bad',
  justified: 'bad',
  blocked: 'good',
  refused: 'good',
  observed: 'bad',
  unchecked: 'bad',
  abandoned: 'plain',
};

export const categoryTitles: Record<Category, string> = {
  credential: 'Credentials',
  financial: 'Payments',
  identity: 'Identity numbers',
  contact: 'Contact details',
  health: 'Health',
  person: 'Names',
  organisation: 'Organisation words',
};

export const surfaceTitles: Record<Surface, string> = {
  composer: 'Message',
  edit: 'Changed message',
  regenerate: 'Asking again',
  steer: 'Follow-up',
  file: 'File',
  settings: 'Settings',
  navigation: 'Address',
  request: 'Other call of the page',
};

export const ringTitles: Record<Ring, string> = {
  composer: 'While it was written',
  page: 'When the page was about to send it',
  network: 'On its way out of the browser',
};

export const justificationTitles: Record<Justification, string> = {
  'test-data': 'Test data, not real',
  'already-public': 'Already public',
  'needed-for-task': 'The task needs the real value',
  'not-sensitive': 'Not sensitive: Sluice is wrong here',
};

export const failureTitles: Record<Failure, string> = {
  'bad-request': 'That could not be understood. Reload the page and try again.',
  'code-refused':
    'That code is not right. Wait for the next one, and check that the clocks of this computer and your phone agree.',
  'cross-site': 'The console must be opened at its own address. Check the address bar and reload.',
  'database-away': 'The database cannot be reached at the moment. Try again in a few seconds.',
  internal: 'Something went wrong at the endpoint. Its log says more.',
  'link-used': 'This set-up link was used already, or it is not complete.',
  'not-found': 'There is nothing here.',
  'password-too-easy':
    'That password is among the first that are guessed. A few words that do not belong together are better.',
  'password-too-short': 'The password needs at least 12 characters.',
  'sign-in-needed': 'Your session is over. Please sign in again.',
  'sign-in-refused':
    'Name, password and code do not fit together. A code is good once, and after five wrong tries the account rests for up to 15 minutes.',
  'too-large': 'That was too much at once.',
  'too-many-requests': 'Too many tries at once. Wait a moment and try again.',
  'unreadable-envelope': 'That could not be understood. Reload the page and try again.',
  'unknown-encoding': 'That could not be understood. Reload the page and try again.',
  unreachable: 'The endpoint cannot be reached. Check that it is running, then try again.',
};

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** A rounded time of an incident, in UTC for every reader. */
export function sayMoment(iso: string): string {
  return `${moment.format(new Date(iso))} UTC`;
}
