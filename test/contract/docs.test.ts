import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Policy, PolicyCustomRule, PolicySitePack } from '../../lib/contract/policy.ts';
import { builtInPolicy } from '../../lib/policy/built-in.ts';
import { compileRules } from '../../lib/dlp/organisation/compile-rules.ts';
import { createScanner } from '../../lib/dlp/scan.ts';
import { compileSite } from '../../lib/sites/chatgpt/site.ts';
import { driftKinds } from '../../lib/vocabulary/states.ts';
import { generatedPages, writtenPage } from '../../scripts/docs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => join('docs', file)),
].filter((file) => file.endsWith('.md'));
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;

describe('the documents', () => {
  it('are generated from what they describe', async () => {
    for (const [path, text] of await generatedPages()) expect(writtenPage(join(root, path)), path).toBe(text);
  });

  it('show rules of an organisation that run', () => {
    const page = readFileSync(join(root, 'docs/organisation-rules.md'), 'utf8');
    const [, example = '[]'] = /```json\n([^]*?)```/.exec(page) ?? [];
    const rules = z.array(PolicyCustomRule).parse(JSON.parse(example));
    const { detectors, problems } = compileRules(rules);
    expect(problems).toEqual([]);
    const text = 'employee ST-40817 of project-falcon, staff ST-00000, a blue heron in the Blue Heron Park';
    const found = createScanner(detectors)
      .scan(text)
      .findings.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['ST-40817', 'project-falcon', 'blue heron']);
    for (const field of ['pattern', 'keywords', 'near', 'except', 'exceptPattern', 'ignoreCase'])
      expect(page).toContain(`| \`${field}\``);
  });

  it('show a site pack that is taken, and name every word of drift', () => {
    const page = readFileSync(join(root, 'docs/site-packs.md'), 'utf8');
    const [, example = '{}'] = /```json\n([^]*?)```/.exec(page) ?? [];
    const { sitePack } = z.strictObject({ sitePack: PolicySitePack }).parse(JSON.parse(example));
    expect(compileSite(sitePack).problems).toEqual([]);
    for (const kind of driftKinds) expect(page).toContain(`\`${kind}\``);
  });

  it('show an account rule that is taken', () => {
    const page = readFileSync(join(root, 'docs/accounts.md'), 'utf8');
    const [, example = '{}'] = /```json\n([^]*?)```/.exec(page) ?? [];
    const rule = JSON.parse(example) as object;
    expect(Policy.safeParse({ ...builtInPolicy, ...rule }).success).toBe(true);
  });

  it.each(documents)('%s links to what is there', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '');
    expect(links.filter((target) => !existsSync(join(root, dirname(file), target)))).toEqual([]);
  });

  it.each(documents)('%s names commands that exist', (file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const named = [...text.matchAll(/npm (?:run (?:-s )?([a-z:]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
