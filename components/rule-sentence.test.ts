import { describe, expect, it } from 'vitest';
import { detectorTitle } from './detector-title.ts';
import { ruleSentence } from './rule-sentence.ts';

describe('ruleSentence', () => {
  it('names every condition of a rule', () => {
    const when = { category: 'contact', severity: 'medium', surface: 'file', atLeast: 3, group: 'legal' } as const;
    expect(ruleSentence({ id: 'r', when, action: 'warn' })).toBe(
      'Contact details, of severity medium or above, in a file, from 3 different values at once, only in the group legal: you are asked before it is sent.',
    );
  });

  it('says what a rule without conditions is about', () => {
    expect(ruleSentence({ id: 'r', when: {}, action: 'log' })).toBe(
      'Anything that is found: may be sent, and is recorded.',
    );
  });

  it('names detector and category together', () => {
    const when = { detector: 'aws-access-key', category: 'credential' } as const;
    expect(ruleSentence({ id: 'r', when, action: 'block' })).toBe(
      'AWS access key (passwords, keys and tokens): must not be sent.',
    );
  });
});

describe('detectorTitle', () => {
  it('takes no spelling from the prototype', () => {
    expect(detectorTitle('constructor')).toBe('Constructor');
    expect(detectorTitle('to-string')).toBe('To string');
  });
});
