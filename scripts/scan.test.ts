import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { builtInPolicy } from '../lib/policy/built-in.ts';

const command = fileURLToPath(new URL('scan.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sluice-scan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const token = `ghp_${'q7Wz9Kp3Lt5Y'.repeat(3)}`;
const fence = (edge: string) => `-----${edge} PRIVATE KEY-----`;
const key = `${fence('BEGIN')}\n${'Zm9v'.repeat(20)}\n${fence('END')}`;

interface Run {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly errors: string;
}

/** Runs the command in `folder`, as a shell would, without npm's environment. */
function run(input: string | Buffer, ...args: readonly (string | { readonly command: string })[]): Promise<Run> {
  const { INIT_CWD: _initCwd, ...env } = process.env;
  const [first] = args;
  const other = typeof first === 'object' ? fileURLToPath(new URL(first.command, import.meta.url)) : command;
  const words = args.filter((arg) => typeof arg === 'string');
  const child = spawn(process.execPath, [other, ...words], { cwd: folder, env });
  let out = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (out += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (errors += piece));
  child.stdin.on('error', () => undefined); // a command that refuses its options does not read
  child.stdin.end(input);
  return new Promise((done) => {
    child.on('close', (code) => done({ code, lines: out.split('\n').slice(0, -1), errors }));
  });
}

const line = (id: unknown, text: unknown) => `${JSON.stringify({ id, text })}\n`;
const parsed = ({ lines }: Run) => lines.map((each) => JSON.parse(each) as unknown);

describe('the scan command', () => {
  it('looks for what the organisation looks for, and refuses a rule that cannot run', async () => {
    const rule = {
      id: 'org-falcon',
      title: 'Falcon',
      category: 'organisation',
      severity: 'high',
      keywords: ['project falcon'],
    };
    const policy = (customRules: unknown) => {
      const file = join(folder, 'custom.json');
      writeFileSync(file, JSON.stringify({ ...builtInPolicy, customRules }));
      return file;
    };
    const [answer] = parsed(await run(line(1, 'the Project-Falcon plan'), '--policy', policy([rule])));
    expect(answer).toMatchObject({ action: 'warn', findings: [{ detector: 'org-falcon', start: 4, end: 18 }] });
    const { code, errors } = await run(
      line(1, 'x'),
      '--policy',
      policy([{ ...rule, keywords: undefined, pattern: '(?=x)y' }]),
    );
    expect(code).toBe(2);
    expect(errors).toMatch(/"org-falcon" \(pattern, character 1\): lookarounds do not run in linear time\.\n$/);
  });

  it('looks for the terms of a list that the command for administrators made', async () => {
    const terms = ['Falcon Nest', 'Kestrel', 'Osprey', 'Merlin', 'Heron', 'Egret', 'Stork', 'Crane', 'Ibis', 'Teal'];
    writeFileSync(join(folder, 'terms.txt'), `${terms.join('\r\n')}\r\n`);
    const about = ['--id', 'org-birds', '--title', 'Birds', '--purpose', 'Names of projects'];
    const made = await run('', { command: 'sluice.mjs' }, 'dictionary', 'terms.txt', ...about);
    expect(made).toMatchObject({ code: 0, errors: '' });
    const [list] = parsed(made) as [{ terms: number; data: string }];
    expect(list).toMatchObject({ id: 'org-birds', category: 'organisation', severity: 'high', terms: 10 });
    writeFileSync(join(folder, 'lists.json'), JSON.stringify({ ...builtInPolicy, dictionaries: [list] }));
    const [answer] = parsed(await run(line(1, 'plans of FALCON-nest'), '--policy', 'lists.json'));
    expect(answer).toMatchObject({ action: 'warn', findings: [{ detector: 'org-birds', start: 9, end: 20 }] });
    writeFileSync(join(folder, 'terms.txt'), 'x\n');
    const refused = await run('', { command: 'sluice.mjs' }, 'dictionary', 'terms.txt', ...about);
    expect(refused).toMatchObject({
      code: 2,
      errors: 'terms.txt is no dictionary: line 1: it has fewer than 2 letters or digits.\n',
    });
    const wrong = await run('', { command: 'sluice.mjs' }, 'dictionary');
    expect(wrong.code).toBe(2);
    expect(wrong.errors).toMatch(/^The command is /);
  });

  it('judges as a browser of a group does', async () => {
    const rule = { id: 'legal', when: { detector: 'email', group: 'legal' }, action: 'block' };
    writeFileSync(join(folder, 'groups.json'), JSON.stringify({ ...builtInPolicy, rules: [rule] }));
    const actionIn = async (...group: string[]) =>
      parsed(await run(line(1, 'to ada.lovelace@kontor-berlin.de'), '--policy', 'groups.json', ...group))[0];
    expect(await actionIn('--group', 'legal')).toMatchObject({ action: 'block' });
    expect(await actionIn('--group', 'sales')).toMatchObject({ action: 'allow' });
    expect(await actionIn()).toMatchObject({ action: 'allow' });
  });

  it('answers bad lines in their place and ends with 1', async () => {
    const input = [
      'nope',
      '',
      '[]',
      'null',
      '{"id":"a"}',
      '{"id":null,"text":"x"}',
      '{"id":"a","text":7}',
      '{"id":"b"',
    ];
    const result = await run(`${input.join('\n')}\n${line('good', 'x')}`);
    expect(parsed(result)).toEqual([
      ...input.map((_, index) => ({ id: null, line: index + 1, error: 'bad-json' })),
      { id: 'good', findings: [] },
    ]);
    expect(result).toMatchObject({ code: 1, errors: '' });
  });

  it('gives spans in UTF-16 units and one line for each, in order', async () => {
    const result = await run(`${line('first', `👍 ${token} x`)}${line(2, 'nothing')}`);
    expect(parsed(result)).toEqual([
      {
        id: 'first',
        findings: [
          {
            detector: 'github-token',
            category: 'credential',
            severity: 'high',
            confidence: 0.9,
            start: 3,
            end: 3 + token.length,
          },
        ],
      },
      { id: 2, findings: [] },
    ]);
    expect(result).toMatchObject({ code: 0, errors: '' });
    expect(Object.keys(JSON.parse(result.lines[0]!) as object)).toEqual(['id', 'findings']);
  });

  it('reads lines as JSON does: a mark at the start, CRLF, U+2028 inside a text, no last line break', async () => {
    const separated = JSON.stringify({ id: 'c', text: `a\u2028${token}` });
    const result = await run(`\ufeff${line('a', 'x')}{"id":"b","text":"y"}\r\n${separated}`);
    expect(parsed(result)).toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'c', findings: [{ start: 2 }] }]);
    expect(result.code).toBe(0);
  });

  it('says nothing to nothing', async () => {
    expect(await run('')).toEqual({ code: 0, lines: [], errors: '' });
  });

  it('takes long lines and many of them', async () => {
    const many = Array.from({ length: 3_000 }, (_, id) => line(id, `text ${id}`)).join('');
    const result = await run(`${line('long', `${'words and more. '.repeat(60_000)}${token}`)}${many}`);
    expect(result.lines).toHaveLength(3_001);
    expect(JSON.parse(result.lines[0]!)).toMatchObject({ findings: [{ detector: 'github-token', start: 960_000 }] });
    expect(JSON.parse(result.lines.at(-1)!)).toEqual({ id: 2_999, findings: [] });
  });

  it('adds reasons when asked', async () => {
    const [answer] = parsed(await run(line('a', token), '--explain'));
    expect(answer).toMatchObject({ findings: [{ why: ['shape', 'check'] }] });
    expect(answer).not.toHaveProperty('action');
  });

  it('adds what a policy does, and leaves out what it disabled', async () => {
    const policy = { ...builtInPolicy, disabledDetectors: ['email'] };
    writeFileSync(join(folder, 'policy.json'), JSON.stringify(policy));
    const input = `${line('a', `${token}\n${key}`)}${line('b', 'jane.roe@corp-x.com')}${line('c', 'x')}`;
    const result = await run(input, '--policy', 'policy.json');
    expect(parsed(result)).toMatchObject([
      {
        id: 'a',
        action: 'block',
        findings: [
          { detector: 'github-token', action: 'redact' },
          { detector: 'private-key', action: 'block' },
        ],
      },
      { id: 'b', action: 'allow', findings: [] },
      { id: 'c', action: 'allow', findings: [] },
    ]);
    expect(result.code).toBe(0);
  });

  it.each([
    ['an unknown option', ['--bogus']],
    ['a word too many', ['file.jsonl']],
    ['no file name', ['--policy']],
    ['a group without a policy', ['--group', 'legal']],
    ['a file that is not there', ['--policy', 'missing.json']],
    ['a file that is no policy', ['--policy', 'other.json']],
  ])('refuses %s with one sentence and 2', async (_what, args) => {
    writeFileSync(join(folder, 'other.json'), '{"schema":1}');
    const result = await run(line('a', 'x'), ...args);
    expect(result).toMatchObject({ code: 2, lines: [] });
    expect(result.errors).toMatch(/^[^\n]+\.\n$/);
  });
});
