import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { defences } from '../../scripts/defences.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('names each defence once, at the one place where it stands', () => {
  const moved = defences.filter(({ file, from }) => {
    const text = readFileSync(join(root, file), 'utf8');
    return (
      (typeof from === 'string' ? text.split(from).length - 1 : [...text.matchAll(new RegExp(from, 'g'))].length) !== 1
    );
  });
  expect(moved.map(({ name }) => name)).toEqual([]);
  expect(new Set(defences.map(({ name }) => name)).size).toBe(defences.length);
});
