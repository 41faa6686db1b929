import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Policy } from '../lib/contract/policy.ts';
import { sayProblem } from '../lib/dlp/organisation/custom-rule.ts';
import { explain } from '../lib/dlp/scan.ts';
import type { ExplainedFinding } from '../lib/dlp/types.ts';
import { beforeCompiling, compilePolicy } from '../lib/policy/compile.ts';
import type { CompiledPolicy } from '../lib/policy/compile.ts';
import { decide } from '../lib/policy/decide.ts';

/**
 * `npm run -s scan -- [--policy FILE [--group NAME]] [--explain]`: JSON Lines `{"id","text"}` in, one line of findings out for each, in the same
 * order. Exit 0; 1 when a line could not be read or not be scanned whole; 2 when the command itself is wrong.
 */
const usage = 'npm run -s scan -- [--policy FILE [--group NAME]] [--explain]';

interface Options {
  readonly policy: CompiledPolicy | undefined;
  readonly withReasons: boolean;
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

async function readOptions(args: readonly string[]): Promise<Options> {
  const { policy, group, explain: withReasons } = readArgs(args);
  if (policy === undefined && group !== undefined)
    fail(`The command is "${usage}": a group means nothing without a policy.`);
  return { policy: policy === undefined ? undefined : await readPolicy(policy, group), withReasons };
}

function readArgs(args: readonly string[]) {
  try {
    const options = {
      policy: { type: 'string' },
      group: { type: 'string' },
      explain: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return fail(`The command is "${usage}", and "${args.join(' ')}" does not fit it.`);
  }
}

/** A path is meant from where the command was given; npm says where that was. */
async function readPolicy(path: string, group: string | undefined): Promise<CompiledPolicy> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(resolve(process.env['INIT_CWD'] ?? process.cwd(), path), 'utf8'));
  } catch {
    fail(`The policy file ${path} cannot be read as JSON.`);
  }
  const parsed = Policy.safeParse(content);
  if (parsed.success) {
    await beforeCompiling(parsed.data);
    return compiledOrFail(compilePolicy(parsed.data, { group }), path);
  }
  const [issue] = parsed.error.issues;
  const place = issue?.path.join('.') ?? '';
  return fail(`The policy file ${path} is no policy: ${place === '' ? 'it' : place} does not fit the schema.`);
}

/** A rule that cannot run would let through what it is there for. */
function compiledOrFail(compiled: CompiledPolicy, path: string): CompiledPolicy {
  const [problem] = compiled.problems;
  return problem ? fail(`The policy file ${path} has a rule that cannot run: ${sayProblem(problem)}.`) : compiled;
}

interface Prompt {
  readonly id: string | number;
  readonly text: string;
}

function readPrompt(line: string): Prompt | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'id') || !Object.hasOwn(value, 'text'))
      return undefined;
    const { id, text } = value as Record<'id' | 'text', unknown>;
    const isId = typeof id === 'string' || typeof id === 'number';
    return isId && typeof text === 'string' ? { id, text } : undefined;
  } catch {
    return undefined;
  }
}

function plain({ detector, category, severity, confidence, start, end }: ExplainedFinding): object {
  return { detector, category, severity, confidence, start, end };
}

interface Answer {
  readonly line: string;
  readonly ok: boolean;
}

function answer(line: string, number: number, { policy, withReasons }: Options): Answer {
  const prompt = readPrompt(line);
  if (!prompt) return { ok: false, line: JSON.stringify({ id: null, line: number, error: 'bad-json' }) };
  const { id, text } = prompt;
  const found = explain(text, policy ?? {});
  const verdict = policy ? decide(policy, found.findings, { text, surface: 'composer' }) : undefined;
  const findings = found.findings.map((finding, index) => ({
    ...plain(finding),
    ...(verdict ? { action: verdict.findings[index]?.action } : {}),
    ...(withReasons ? { why: finding.why } : {}),
  }));
  if (!found.complete) process.stderr.write(`Line ${number} could not be scanned by every detector.\n`);
  return {
    ok: found.complete,
    line: JSON.stringify({ id, ...(verdict ? { action: verdict.action } : {}), findings }),
  };
}

/** The complete lines of each piece of input. Lines end with `\n` alone: JSON may hold every other line break. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest: string[] = [];
  for await (const piece of input) {
    const [first = '', ...others] = piece.split('\n');
    rest.push(first);
    const last = others.pop();
    if (last === undefined) continue;
    yield [rest.join(''), ...others];
    rest = [last];
  }
  const end = rest.join('');
  if (end !== '') yield [end];
}

async function main(): Promise<void> {
  const options = await readOptions(process.argv.slice(2));
  process.stdout.on('error', () => process.exit(1)); // whoever reads has gone
  process.stdin.setEncoding('utf8');
  let number = 0;
  let allRead = true;
  for await (const lines of linesOf(process.stdin as AsyncIterable<string>)) {
    for (const line of lines) {
      number += 1;
      const { ok, line: out } = answer(number === 1 ? line.replace(/^\ufeff/, '') : line, number, options);
      allRead &&= ok;
      if (!process.stdout.write(`${out}\n`)) await once(process.stdout, 'drain');
    }
  }
  process.exitCode = allRead ? 0 : 1;
}

await main();
