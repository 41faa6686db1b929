/** The kinds of sensitive content that detectors and rules speak of. */
export const categories = [
  'credential',
  'financial',
  'identity',
  'contact',
  'health',
  'person',
  'organisation',
] as const;
export type Category = (typeof categories)[number];

export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Where in the product an attempt was made. */
export const surfaces = [
  'composer', // typed or pasted, then sent
  'edit', // an earlier message was changed
  'regenerate', // an answer was asked for again
  'steer', // a follow-up while an answer runs
  'file', // attached, dropped or pasted as a file
  'settings', // custom instructions, projects, GPTs and the like
  'navigation', // text in an address
  'request', // any other call of the page
] as const;
export type Surface = (typeof surfaces)[number];

/** Why an attempt was held or recorded where no finding says so. A closed union: it is stored and sent. */
export const causes = [
  'unreadable', // bytes that are no text
  'audio', // dictation and voice
  'account', // an account that is not the organisation's
  'page-changed', // a call that is not known
  'failure', // an outage of our own
] as const;
export type Cause = (typeof causes)[number];

/** The length of a text in UTF-16 units, coarse enough to say nothing about it. */
export const lengthBuckets = ['<100', '<1k', '<10k', '<100k', '<1M', '1M+'] as const;
export type LengthBucket = (typeof lengthBuckets)[number];

export function lengthBucket(units: number): LengthBucket {
  const limits = [100, 1_000, 10_000, 100_000, 1_000_000];
  return lengthBuckets[limits.filter((limit) => units >= limit).length] ?? '1M+';
}
