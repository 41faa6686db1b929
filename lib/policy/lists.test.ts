import { describe, expect, it } from 'vitest';
import { newConversation, redact } from '../dlp/redact.ts';
import { scan } from '../dlp/scan.ts';
import { builtInPolicy } from './built-in.ts';
import { compilePolicy } from './compile.ts';
import { decide } from './decide.ts';
import { toReplace } from './inspect.ts';

const builtIn = compilePolicy(builtInPolicy);
const verdictOn = (text: string, policy = builtIn) =>
  decide(policy, scan(text).findings, { text, surface: 'composer' });
const names = [
  'Amara Oyelaran',
  'Jonas Huber',
  'Mira Patel',
  'Tomás Ferreira',
  'Ingrid Solberg',
  'Kenji Watanabe',
  'Lucía Romero',
  'Piotr Wójcik',
];
const customers = [
  'Full name;Customer no;Salary',
  ...names.map((name, row) => `${name};C-${String(row)};${String(41_300 + row * 17)}`),
].join('\n');

describe('a list of people', () => {
  it('is one serious matter with its number of rows, and what is in it goes with it', () => {
    const text = `Please sort this:\n${customers}\nThanks`;
    const verdict = verdictOn(text);
    expect(verdict.action).toBe('redact'); // salaries are financial
    expect(verdict.lists).toMatchObject([
      { detector: 'bulk-personal-data', rows: 8, action: 'justify', rule: 'people-lists' },
    ]);
    const replaced = toReplace(verdict).map(({ start, end }) => text.slice(start, end));
    for (const name of names) expect(replaced).toContain(name);
    expect(verdict.messages.join()).toMatch(/list of people/);
  });

  it('needs a reason where only names are in it, and none when they are replaced', () => {
    const text = customers
      .split('\n')
      .map((row) => row.split(';').slice(0, 2).join(';'))
      .join('\n')
      .replace('Customer no', 'Surname');
    const verdict = verdictOn(text);
    expect(verdict).toMatchObject({ action: 'justify', choices: ['replace', 'edit', 'justify'] });
    const safe = redact(text, toReplace(verdict), newConversation());
    expect(verdictOn(safe).lists).toBeUndefined();
    expect(verdictOn(safe).action).toBe('allow');
  });

  it('is nothing that was allowed before', () => {
    expect(decide(builtIn, [], { text: customers, surface: 'composer' })).toMatchObject({ action: 'allow' });
  });

  it('is what policy says of it: nothing without a rule, nothing when it is switched off, recorded in observation', () => {
    const without = compilePolicy({
      ...builtInPolicy,
      rules: builtInPolicy.rules.filter(({ id }) => id !== 'people-lists'),
    });
    expect(verdictOn(customers, without).lists).toBeUndefined();
    expect(
      verdictOn(customers, compilePolicy({ ...builtInPolicy, disabledDetectors: ['bulk-personal-data'] })).lists,
    ).toBeUndefined();
    expect(verdictOn(customers, compilePolicy({ ...builtInPolicy, mode: 'observe' }))).toMatchObject({
      action: 'log',
      lists: [{ action: 'log' }],
    });
  });
});
