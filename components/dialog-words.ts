import type { Choice } from '../lib/policy/decide.ts';

/** What is about to leave: a message, a long text that is pasted, a file, or another call of the page. */
export type DialogKind = 'prompt' | 'paste' | 'file' | 'request';

/** Above what was to leave and what would leave instead, side by side. */
export interface ComparisonHeadings {
  readonly before: string;
  readonly after: string;
}

interface DialogWords {
  readonly found: string;
  readonly blocked: string;
  readonly unreadable: string;
  readonly nothingLeft: string;
  readonly subject: string;
  /** `edit` where nothing else is offered. */
  readonly onlyEdit: string;
  readonly preview: string;
  /** Where the preview has both. */
  readonly headings?: ComparisonHeadings;
  readonly choices: Record<Choice, string>;
  readonly withReason: string;
}

export const dialogWords: Record<DialogKind, DialogWords> = {
  prompt: {
    found: 'Your message contains private data',
    blocked: 'This message cannot be sent',
    unreadable: 'Sluice cannot read this message',
    nothingLeft: 'Nothing has been sent.',
    subject: 'Your message',
    onlyEdit: 'Edit',
    preview: 'Your message, as it would be sent',
    choices: { replace: 'Replace and send', edit: 'Edit', 'send-anyway': 'Send anyway', justify: 'Send with a reason' },
    withReason: 'Send with this reason',
  },
  paste: {
    found: 'This text contains private data',
    blocked: 'This text cannot be pasted',
    unreadable: 'Sluice cannot read this text',
    nothingLeft: 'Nothing has been pasted.',
    subject: 'The text',
    onlyEdit: 'OK',
    preview: 'The text, as it would be pasted',
    choices: {
      replace: 'Replace and paste',
      edit: 'Do not paste',
      'send-anyway': 'Paste anyway',
      justify: 'Paste with a reason',
    },
    withReason: 'Paste with this reason',
  },
  file: {
    found: 'This file contains private data',
    blocked: 'This file cannot be attached',
    unreadable: 'Sluice cannot look into this file',
    nothingLeft: 'Nothing has been attached.',
    subject: 'The file',
    onlyEdit: 'OK',
    preview: 'What would change',
    headings: { before: 'Your file', after: 'The copy that would be attached' },
    choices: {
      replace: 'Replace and attach',
      edit: 'Do not attach',
      'send-anyway': 'Attach anyway',
      justify: 'Attach with a reason',
    },
    withReason: 'Attach with this reason',
  },
  request: {
    found: 'This step would send private data',
    blocked: 'This step cannot go on',
    unreadable: 'Sluice cannot read what this step would send',
    nothingLeft: 'Nothing has been sent.',
    subject: 'The text',
    onlyEdit: 'Go back',
    preview: 'The text, as it would be sent',
    choices: {
      replace: 'Replace and send',
      edit: 'Go back',
      'send-anyway': 'Send anyway',
      justify: 'Send with a reason',
    },
    withReason: 'Send with this reason',
  },
};

/** Text that is left out; `changes` counts what is replaced in it. */
export function gapWords({ units, changes = 0 }: { readonly units: number; readonly changes?: number }): string {
  const inIt = changes === 0 ? 'unchanged' : `${changes.toLocaleString('en')} more replaced in them`;
  return `… ${units.toLocaleString('en')} more characters, ${inIt} …`;
}
