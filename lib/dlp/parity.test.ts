import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allDetectorFiles } from '../../test/fixtures/detector-files.ts';
import { detectors } from './detectors/index.ts';
import { createNaiveScanner, createScanner } from './scan.ts';

/** Code, prose, tables and lists of versions: this project's own files and those of the packages that its lock file names. */
const folders = [
  '../../lib',
  '../../server',
  '../../test',
  '../../docs',
  '../../node_modules/typescript/lib',
  '../../node_modules/axe-core',
  '../../node_modules/zod/src',
  '../../node_modules/hono/dist/types',
];
const samples = (await allDetectorFiles()).flatMap(({ samples: { hits, misses } }) => [...hits, ...misses]);
const piece = 40_000;
const least = 10_000_000;

describe('the compiled scan', () => {
  it(
    'finds what a naive scan of the same rules finds, in ten megabytes with every sample in them',
    { timeout: 600_000 },
    () => {
      const compiled = createScanner(detectors);
      const naive = createNaiveScanner(detectors);
      let planted = 0;
      let size = 0;
      for (const part of parts()) {
        const lines = [
          part.slice(0, part.length >> 1),
          samples[planted++ % samples.length],
          samples[planted++ % samples.length],
          part.slice(part.length >> 1),
        ];
        const text = lines.join('\n');
        size += text.length;
        expect(compiled.explain(text)).toEqual(naive.explain(text));
        if (size > least && planted > samples.length) return;
      }
      expect({ size, planted }).toEqual('enough text');
    },
  );
});

function* parts(): Generator<string> {
  for (const folder of folders) {
    const root = fileURLToPath(new URL(`${folder}/`, import.meta.url));
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:ts|mts|tsx|js|md|json|sql|css|html)$/.test(name),
    );
    for (const file of files.sort()) {
      const text = readFileSync(`${root}${file}`, 'utf8');
      for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
    }
  }
}
