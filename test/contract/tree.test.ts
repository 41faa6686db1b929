import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const tracked = listed.split('\n').filter(Boolean);
const sources = tracked.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.endsWith('.d.ts'));
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the tree', () => {
  it('has only the top-level folders that were agreed', () => {
    const folders = new Set(tracked.filter((file) => file.includes('/')).map((file) => file.split('/')[0]));
    const agreed = ['.ci', 'entrypoints', 'components', 'lib', 'server', 'test', 'scripts', 'public', 'docs'];
    expect([...folders].filter((folder) => folder !== undefined && !agreed.includes(folder))).toEqual([]);
  });

  it('has no drawers without a name of their own', () => {
    expect(tracked.filter((file) => /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.tsx?$)/.test(file))).toEqual([]);
  });

  it('keeps files under 250 lines, tests, samples and tables of data excepted', () => {
    const tables = [
      /\.(test|samples|spec)\.tsx?$/,
      /^test\//,
      /\/words\.ts$/,
      /detectors\/[a-z]+\/index\.ts$/,
      /scripts\/defences\.mjs$/,
    ];
    const long = sources.filter(
      (file) => !tables.some((pattern) => pattern.test(file)) && read(file).split('\n').length > 251,
    );
    expect(long).toEqual([]);
  });

  it('keeps entrypoints to wiring', () => {
    const scripts = sources.filter((file) => /^entrypoints\/[^/]+\.ts$/.test(file));
    expect(scripts.filter((file) => read(file).split('\n').length > 61)).toEqual([]);
  });

  it('has no to-do whose date is over, and none without a date', () => {
    const today = new Date().toISOString().slice(0, 10);
    const marks = sources.flatMap((file) =>
      [...read(file).matchAll(/(?:^\s*\*|\/\/|\/\*)[^\n'\x60]*\bTODO\b(?:\((\d{4}-\d{2}-\d{2})\))?/gm)].map(
        ([, date]) => ({
          file,
          date,
        }),
      ),
    );
    const self = 'test/contract/tree.test.ts';
    expect(marks.filter(({ file, date }) => file !== self && (date === undefined || date < today))).toEqual([]);
  });

  it('names no package registry in the lock file', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "http/);
  });
});
