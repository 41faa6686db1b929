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
import { oidcVariables } from '../../server/auth/oidc-options.ts';
import { loadPatterns } from '../../lib/dlp/organisation/linear-pattern.ts';

await loadPatterns();

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => join('docs', file)),
].filter((file) => file.endsWith('.md'));
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts;

interface Packages {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string; readonly inBundle?: boolean }>>;
}

/** The texts of all sources below a folder, tests left out. */
function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

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

  it('name every variable, every event of the log and every metric of the endpoint', () => {
    const page = readFileSync(join(root, 'docs/operations.md'), 'utf8');
    const options = readFileSync(join(root, 'server/options.ts'), 'utf8');
    const variables = options.match(/SLUICE_[A-Z_]+[A-Z]/g) ?? [];
    expect(variables.length).toBeGreaterThan(8);
    const metrics =
      readFileSync(join(root, 'server/metrics/metrics.ts'), 'utf8').match(/'(sluice|process)_\w+'/g) ?? [];
    expect(metrics.length).toBeGreaterThan(5);
    const events = sources('server').flatMap((text) => text.match(/\b(?:log|logToStandardError)\('[a-z-]+'/g) ?? []);
    expect(events.length).toBeGreaterThan(10);
    const names = [
      ...variables,
      ...oidcVariables,
      ...[...metrics, ...events].map((text) => /'(.*)'/.exec(text)?.[1] ?? ''),
    ];
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
    for (const [, option = ''] of options.matchAll(/^ {2}'?([a-z-]+)'?: 'SLUICE_/gm))
      expect(page).toContain(`\`--${option}\``);
  });

  it('say how long each class is kept, as the code does', () => {
    const page = readFileSync(join(root, 'docs/privacy.md'), 'utf8');
    const retention = readFileSync(join(root, 'server/retention.ts'), 'utf8');
    const accepted = readFileSync(join(root, 'server/api/check-entry.ts'), 'utf8');
    const days = (name: string) => Number(new RegExp(`const ${name} = (\\d+);`).exec(retention + accepted)?.[1]);
    for (const [title, kept] of [
      ['incidents', days('incidentDays')],
      ['keys of pseudonyms and marks', days('acceptedDays') + 1],
      ['ids of erased incidents', `${days('acceptedDays') + 2} to ${days('acceptedDays') + 32}`],
      ['heartbeats', days('heartbeatDays')],
      ['messages', days('messageDays')],
      ['published counts', days('countDays')],
    ] as const)
      expect(page, title).toMatch(new RegExp(`\\| ${title} +\\| ${kept} days`));
  });

  it('give each attacker a defence with a test for it, and say what remains', () => {
    const page = readFileSync(join(root, 'docs/threat-model.md'), 'utf8');
    const attackers = page.split(/^## /m).slice(1);
    expect(attackers).toHaveLength(14);
    for (const attacker of attackers) {
      const rows = attacker.split('\n').filter((line) => line.startsWith('| '));
      for (const row of rows.slice(2)) expect(row).toMatch(/\]\(\.\.\/[\w/.-]+\.(test|spec)\.ts\)/);
      expect(rows.length, attacker).toBeGreaterThan(3);
      expect(attacker).toContain('**Remains:**');
    }
  });

  it('are right that packages have exact versions and hashes', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Packages;
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
    const unhashed = Object.entries(lock.packages).filter(
      ([path, { integrity, inBundle }]) => path !== '' && !inBundle && !integrity?.startsWith('sha512-'),
    );
    expect(unhashed.map(([path]) => path)).toEqual([]);
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
