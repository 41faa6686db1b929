import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allDetectorFiles } from '../fixtures/detector-files.ts';
import type { Row } from './accuracy.ts';
import { unmeasured } from './figure.ts';
import type { Figure } from './figure.ts';
import { bundled } from './shipped-engine.ts';
import { warmingScans } from './speed-child.ts';
import type { Measures } from './speed-child.ts';
import type { Times } from './speed.ts';

const engineExports =
  "export { scan, scannerFor } from './lib/dlp/scan.ts'; export { rescannerOf } from './lib/dlp/rescan.ts';";
const megabyte = 1_000_000;

/** Where the engine as it is shipped, a peer and texts lie while they are measured. */
interface Bench {
  readonly folder: string;
  /** Expressions that give a subject, as a module says it; `undefined` where the peer is not there. */
  readonly sluice: string;
  readonly secretlint: string | undefined;
}

/** Times of the engine as it is shipped, with its tables from the build: this is what people wait for. */
export async function speedFigures(
  corpora: ReadonlyMap<string, readonly Row[]> | undefined,
  withPeers: boolean,
): Promise<readonly Figure[]> {
  const harmless = corpora?.get('benign') ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'));
  try {
    const bench = await prepared(folder, withPeers);
    return [
      ...(harmless.length === 0 ? [] : await figuresOnTexts(bench, harmless)),
      firstFigure(bench),
      worstFigure(bench),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function prepared(folder: string, withPeers: boolean): Promise<Bench> {
  writeFileSync(join(folder, 'engine.mjs'), await bundled({ exports: engineExports }));
  writeFileSync(
    join(folder, 'child.mjs'),
    await bundled({ exports: "export { measured } from './test/bench/speed-child.ts';", platform: 'node' }),
  );
  const peers = JSON.stringify(new URL('peers.mjs', import.meta.url).href);
  return {
    folder,
    sluice: "await import('./engine.mjs')",
    secretlint: withPeers ? `{ scan: await (await import(${peers})).secretlint() }` : undefined,
  };
}

/** One measure in a new process. */
function measure<Name extends keyof Measures>(
  name: Name,
  { folder }: Bench,
  { subject, text = '' }: { readonly subject: string; readonly text?: string },
): Awaited<ReturnType<Measures[Name]>> {
  const file = join(folder, 'text.txt');
  writeFileSync(file, text);
  const main = join(folder, 'main.mjs');
  writeFileSync(
    main,
    `import { measured } from './child.mjs';
    const subject = ${subject};
    process.stdout.write(await measured(${JSON.stringify(name)}, subject, ${JSON.stringify(file)}));`,
  );
  const said = execFileSync(process.execPath, [main], { encoding: 'utf8', maxBuffer: 100 * megabyte });
  return JSON.parse(said) as Awaited<ReturnType<Measures[Name]>>;
}

async function figuresOnTexts(bench: Bench, harmless: readonly Row[]): Promise<readonly Figure[]> {
  const texts = harmless.map(({ text }) => text);
  const prompts = harmless.flatMap(({ type, text }) => (type === 'prompts' ? [text] : [])).join('\n');
  const { sluice } = bench;
  const growth = measure('growth', bench, { subject: sluice, text: prompts });
  const share = measure('rescan', bench, { subject: sluice, text: texts.join('\n') });
  return [
    ...shortFigures(bench, prompts),
    {
      name: 'growth, 200 kB to 20 kB',
      measured: growth.toFixed(1),
      peer: '',
      bar: '≤ 12',
      reached: growth <= 12,
    },
    {
      name: 'rescan of 200 kB after one typed character, share of a whole scan',
      measured: share.toFixed(2),
      peer: '',
      bar: '≤ 0.3',
      reached: share <= 0.3,
    },
    ...(await mixedFigures(bench, texts)),
  ];
}

/** A prompt of 2 kB: in a process that has just begun, and in one that is warm. */
function shortFigures(bench: Bench, text: string): readonly Figure[] {
  const { sluice, secretlint } = bench;
  const said = ({ p50, p99 }: Times) => `${p50.toFixed(2)} · ${p99.toFixed(2)} ms`;
  const both = (name: 'early' | 'warm') => {
    const own = measure(name, bench, { subject: sluice, text });
    const peer = secretlint === undefined ? unmeasured : said(measure(name, bench, { subject: secretlint, text }));
    return { own, measured: said(own), peer };
  };
  const [early, warm] = [both('early'), both('warm')];
  return [
    {
      name: '2 kB prompt, the first 200 of a process, p50 · p99',
      measured: early.measured,
      peer: early.peer,
      bar: '',
      reached: undefined,
    },
    {
      name: `2 kB prompt, warm (after ${warmingScans}), p50 · p99`,
      measured: warm.measured,
      peer: warm.peer,
      bar: '≤ 0.1 · ≤ 0.8 ms',
      reached: warm.own.p50 <= 0.1 && warm.own.p99 <= 0.8,
    },
  ];
}

/** Ten megabytes of mixed text with one value of each detector: all must be found. */
async function mixedFigures(bench: Bench, texts: readonly string[]): Promise<readonly Figure[]> {
  const planted: { readonly id: string; readonly start: number; readonly end: number }[] = [];
  const values = (await allDetectorFiles()).map(({ id, samples }) => ({ id, text: samples.hits[0] ?? '' }));
  let text = '';
  for (let at = 0; text.length < 10 * megabyte; at += 1) {
    text += `${texts[at % texts.length] ?? ''}\n`;
    const value = values[at];
    if (value === undefined) continue;
    text += `\n${value.text}\n\n`;
    planted.push({ id: value.id, start: text.length - value.text.length - 2, end: text.length - 2 });
  }
  const { time, found, memory } = measure('whole', bench, { subject: bench.sluice, text });
  const isFound = ({ start, end }: { readonly start: number; readonly end: number }) =>
    found.some((finding) => finding.start < end && finding.end > start);
  const lost = planted.filter((each) => !isFound(each)).map(({ id }) => id);
  const speedOf = (milliseconds: number) => (text.length / megabyte / milliseconds) * 1_000;
  const { secretlint } = bench;
  const peer =
    secretlint === undefined ? undefined : speedOf(measure('whole', bench, { subject: secretlint, text }).time);
  const speed = speedOf(time);
  return [
    {
      name: `10 MB with a value of each of ${planted.length} detectors${lost.length === 0 ? ', all found' : `; not found: ${lost.join(', ')}`}`,
      measured: `${speed.toFixed(1)} MB/s`,
      peer: peer === undefined ? unmeasured : `${peer.toFixed(1)} MB/s`,
      bar: '≥ 1.5 × secretlint, all found',
      reached: peer === undefined ? undefined : speed >= 1.5 * peer && lost.length === 0,
    },
    {
      name: 'memory of the process after these 10 MB',
      measured: `${memory.toFixed(0)} MB`,
      peer: '',
      bar: '',
      reached: undefined,
    },
  ];
}

/** Until a new process has its tables and has scanned a prompt. */
function firstFigure(bench: Bench): Figure {
  const times = Array.from({ length: 9 }, () => measure('first', bench, { subject: bench.sluice }));
  const first = times.sort((left, right) => left - right)[times.length >> 1] ?? Infinity;
  return {
    name: 'first scan of a fresh process, tables and all',
    measured: `${first.toFixed(1)} ms`,
    peer: '',
    bar: '≤ 15 ms',
    reached: first <= 15,
  };
}

function worstFigure(bench: Bench): Figure {
  const { time, seed } = measure('worst', bench, { subject: bench.sluice });
  return {
    name: 'worst adversarial 200 kB',
    measured: `${time.toFixed(0)} ms (${JSON.stringify(seed)})`,
    peer: '',
    bar: '≤ 250 ms',
    reached: time <= 250,
  };
}
