import { describe, expect, it } from 'vitest';
import { Policy } from '../contract/policy.ts';
import type { Finding } from '../dlp/types.ts';
import { builtInPolicy } from './built-in.ts';
import { compilePolicy } from './compile.ts';
import { decide, decideUnreadable, raised } from './decide.ts';

const text = 'a@example.org b@example.org c@example.org A@EXAMPLE.org secret';
const at = (needle: string, rest: Partial<Finding> = {}): Finding => {
  const start = text.indexOf(needle);
  return {
    detector: 'email',
    category: 'contact',
    severity: 'low',
    confidence: 1,
    start,
    end: start + needle.length,
    ...rest,
  };
};
const credential = at('secret', { detector: 'github-token', category: 'credential', severity: 'high' });
const key = at('secret', { detector: 'private-key', category: 'credential', severity: 'critical' });
const context = { text, surface: 'composer' } as const;
const builtIn = compilePolicy(builtInPolicy);
const policy = (change: Partial<Policy>) => compilePolicy({ ...builtInPolicy, ...change });

describe('decide', () => {
  it('lets a text without findings pass', () => {
    expect(decide(builtIn, [], context)).toEqual({ action: 'allow', findings: [], choices: [], messages: [] });
  });

  it('offers no way to send a credential raw', () => {
    const verdict = decide(builtIn, [credential], context);
    expect(verdict.action).toBe('redact');
    expect(verdict.choices).toEqual(['replace', 'edit']);
  });

  it('records what only belongs to a credential, and asks nobody about it', () => {
    const bucket = at('secret', { detector: 'cloud-resource', category: 'credential', severity: 'low' });
    expect(decide(builtIn, [bucket], context)).toMatchObject({ action: 'log', choices: [] });
    expect(decide(builtIn, [bucket, { ...credential, severity: 'medium' }], context).action).toBe('redact');
  });

  it('lets the rule that names the detector win over its category, stronger or weaker', () => {
    expect(decide(builtIn, [key], context)).toMatchObject({ action: 'block', choices: ['edit'] });
    const weaker = { id: 'tokens-only-logged', when: { detector: 'github-token' }, action: 'log' } as const;
    expect(decide(policy({ rules: [...builtInPolicy.rules, weaker] }), [credential], context).action).toBe('log');
  });

  it('counts distinct values, whatever their case and however often they stand there', () => {
    const two = [at('a@example.org'), at('b@example.org'), at('A@EXAMPLE.org'), at('a@example.org')];
    expect(decide(builtIn, two, context).action).toBe('log');
    expect(decide(builtIn, [...two, at('c@example.org')], context)).toMatchObject({
      action: 'warn',
      choices: ['replace', 'edit', 'send-anyway'],
    });
  });

  it('blocks where redaction is asked for and impossible', () => {
    expect(decide(builtIn, [credential], { ...context, replaceable: false })).toMatchObject({
      action: 'block',
      choices: ['edit'],
    });
  });

  it('ignores a detector that policy switched off', () => {
    expect(decide(policy({ disabledDetectors: ['github-token'] }), [credential], context).findings).toEqual([]);
  });

  it('only records when policy observes', () => {
    expect(decide(policy({ mode: 'observe' }), [key], context)).toMatchObject({ action: 'log', choices: [] });
  });

  it('holds a rule to its surface', () => {
    const rules = [{ id: 'files', when: { category: 'credential', surface: 'file' }, action: 'block' } as const];
    expect(decide(policy({ rules }), [credential], context).action).toBe('allow');
    expect(decide(policy({ rules }), [credential], { ...context, surface: 'file' }).action).toBe('block');
  });

  it('holds a rule for a group to it, and lets it win over rules of its kind for everybody, stronger or weaker', () => {
    const strong = { id: 'legal-blocks', when: { category: 'contact', group: 'legal' }, action: 'block' } as const;
    const weak = { id: 'research-logs', when: { category: 'credential', group: 'research' }, action: 'log' } as const;
    const rules = [...builtInPolicy.rules, strong, weak];
    const inGroup = (group?: string) => compilePolicy({ ...builtInPolicy, rules }, { group });
    const actionOf = (group: string | undefined, finding: Finding) => decide(inGroup(group), [finding], context).action;
    expect(['legal', 'research', undefined].map((group) => actionOf(group, at('a@example.org')))).toEqual([
      'block',
      'log',
      'log',
    ]);
    expect(['legal', 'research', undefined].map((group) => actionOf(group, credential))).toEqual([
      'redact',
      'log',
      'redact',
    ]);
    // It is no more exact than a rule that names the detector.
    expect(actionOf('research', key)).toBe('block');
  });

  it('says the message of the deciding rule once', () => {
    expect(decide(builtIn, [key, { ...key, start: 0 }], context).messages).toHaveLength(1);
  });
});

describe('decideUnreadable', () => {
  it('follows policy, and blocks where policy asks for a redaction that cannot be made', () => {
    expect(decideUnreadable(builtIn).choices).toEqual(['edit', 'send-anyway']);
    expect(decideUnreadable(policy({ unreadable: 'redact' })).action).toBe('block');
    expect(decideUnreadable(policy({ unreadable: 'allow' })).action).toBe('allow');
  });
});

describe('the built-in policy', () => {
  it('passes its own schema', () => {
    expect(Policy.safeParse(builtInPolicy).success).toBe(true);
  });
});

describe('raised', () => {
  const clean = decide(builtIn, [], context);
  const floor = { action: 'warn', cause: 'account', message: 'not yours' } as const;

  it('asks for a reason that lies in no finding, without a safe version', () => {
    expect(raised(builtIn, clean, floor)).toMatchObject({
      action: 'warn',
      cause: 'account',
      choices: ['edit', 'send-anyway'],
      messages: ['not yours'],
    });
    expect(raised(builtIn, clean, { ...floor, action: 'block' }).choices).toEqual(['edit']);
  });

  it('leaves what is stronger as it is', () => {
    const found = decide(builtIn, [key], context);
    expect(raised(builtIn, found, floor)).toBe(found);
  });

  it('holds nothing where policy only observes, and records why', () => {
    const observing = policy({ mode: 'observe' });
    expect(raised(observing, decide(observing, [], context), { ...floor, action: 'block' })).toMatchObject({
      action: 'log',
      cause: 'account',
      choices: [],
      messages: [],
    });
  });
});
