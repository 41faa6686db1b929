import { describe, expect, it } from 'vitest';
import { contactFailures } from '../lib/contract/membership.ts';
import { failures } from '../lib/messaging/contract.ts';
import { actions, justifications, outcomes } from '../lib/vocabulary/actions.ts';
import { categories, lengthBuckets, severities, surfaces } from '../lib/vocabulary/content.ts';
import { degradedReasons, policyRefusals, policySources, protectionStates, rings } from '../lib/vocabulary/states.ts';
import * as words from './words.ts';

const sets: readonly (readonly [Readonly<Record<string, string>>, readonly string[]])[] = [
  [words.actionWords, actions],
  [words.actionNotes, actions],
  [words.outcomeWords, outcomes],
  [words.justificationWords, justifications],
  [words.categoryWords, categories],
  [words.severityWords, severities],
  [words.surfaceWords, surfaces],
  [words.lengthWords, lengthBuckets],
  [words.stateWords, protectionStates],
  [words.stateNotes, protectionStates],
  [words.degradedWords, degradedReasons],
  [words.sourceWords, policySources],
  [words.ringWords, rings],
  [words.refusalWords, policyRefusals],
  [words.failureWords, failures],
  [words.contactFailureWords, contactFailures],
];

describe('words', () => {
  it('say every value of every closed set, and each one differently', () => {
    for (const [said, values] of sets) {
      expect(Object.keys(said).sort()).toEqual([...values].sort());
      expect(new Set(Object.values(said)).size).toBe(values.length);
    }
  });

  it('are whole sentences where they stand alone', () => {
    for (const sentence of [
      ...Object.values(words.failureWords),
      ...Object.values(words.degradedWords),
      ...Object.values(words.stateNotes),
      ...Object.values(words.lineNoteWords),
      ...Object.values(words.contactFailureWords),
    ]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});
