import { gzipSync } from 'node:zlib';
import { detectors } from '../../lib/dlp/detectors/index.ts';
import type { Figure } from './figure.ts';
import { bundled } from './shipped-engine.ts';

const libraries = ['@noble/hashes/*', 'fflate', 're2js', 'zod', 'zod/*'];

/** Weights of the engine, by its packages. */
export async function sizeFigures(): Promise<readonly Figure[]> {
  // What is injected into a page: the scanner, and what makes a policy with rules and dictionaries of its own ready.
  const exports = "export { engine } from './lib/guard/engine.ts';";
  const sizeOf = async (external: readonly string[]) => gzipSync(await bundled({ exports, external })).length / 1_000;
  const [own, whole] = [await sizeOf(libraries), await sizeOf([])];
  return [
    {
      name: `own engine, rules and tables, gzip`,
      measured: `${own.toFixed(1)} kB`,
      peer: '',
      bar: '≤ 120 kB',
      reached: own <= 120,
    },
    {
      name: 'the same with libraries, gzip',
      measured: `${whole.toFixed(1)} kB`,
      peer: '',
      bar: '≤ 190 kB',
      reached: whole <= 190,
    },
    { name: 'detectors', measured: String(detectors.length), peer: '', bar: '', reached: undefined },
  ];
}
