import { readFileSync } from 'node:fs';
import type { Rescanner } from '../../lib/dlp/rescan.ts';
import type { Scanner } from '../../lib/dlp/scan.ts';
import type { Spotted } from './accuracy.ts';
import { hostileSeeds, millisecondsOf, timesOn } from './speed.ts';
import type { Times } from './speed.ts';

type Span = Pick<Spotted, 'start' | 'end'>;

/** What is measured: the engine as it is shipped, or a peer. */
export interface Subject {
  readonly scan: (text: string) => unknown;
  readonly scannerFor?: () => Scanner;
  readonly rescannerOf?: (scanner: Scanner) => Rescanner;
}

/** Scans of 2 kB until the runtime has compiled all of an engine that it will compile. */
export const warmingScans = 3_000;
const megabyte = 1_000_000;

interface Whole {
  readonly time: number;
  /** Megabytes of the process afterwards. */
  readonly memory: number;
  /** What was found, where the subject says so at once. */
  readonly found: readonly Span[];
}

/** Each runs in a process of its own, so that nothing that ran before it makes it slower or faster. Times are milliseconds. */
export const measures = {
  early: ({ scan }: Subject, text: string): Promise<Times> =>
    timesOn(text, { size: 2_000, runs: 200, before: 0 }, scan),

  warm: ({ scan }: Subject, text: string): Promise<Times> =>
    timesOn(text, { size: 2_000, runs: 2_000, before: warmingScans }, scan),

  async growth({ scan }: Subject, text: string): Promise<number> {
    const small = await timesOn(text, { size: 20_000, runs: 60, before: 6 }, scan);
    const large = await timesOn(text, { size: 200_000, runs: 12, before: 2 }, scan);
    return large.p50 / small.p50;
  },

  /** A text as a whole, after half a megabyte of it. */
  async whole({ scan }: Subject, text: string): Promise<Whole> {
    await scan(text.slice(0, megabyte / 2));
    let found: unknown;
    const time = await millisecondsOf(async () => (found = await scan(text)));
    const { findings = [] } = found as { readonly findings?: readonly Span[] };
    const memory = process.memoryUsage().rss / megabyte;
    return { time, memory, found: findings.map(({ start, end }) => ({ start, end })) };
  },

  /** Somebody types a character in a long text, in several places of several texts: the share of a whole scan. */
  rescan({ scannerFor, rescannerOf }: Subject, text: string): Promise<number> {
    if (!scannerFor || !rescannerOf) throw new TypeError('this engine knows no rescan');
    return shareOf(scannerFor(), rescannerOf, text);
  },

  async worst({ scan }: Subject): Promise<{ readonly seed: string; readonly time: number }> {
    let worst = { seed: '', time: 0 };
    for (const seed of hostileSeeds) {
      const text = seed.repeat(Math.ceil(200_000 / seed.length)).slice(0, 200_000);
      const time = Math.min(await millisecondsOf(() => scan(text)), await millisecondsOf(() => scan(text)));
      if (time > worst.time) worst = { seed, time };
    }
    return worst;
  },

  first: ({ scan }: Subject): Promise<number> =>
    millisecondsOf(() => scan('a prompt of a person, with some words '.repeat(50))),
};

export type Measures = typeof measures;

async function shareOf(scanner: Scanner, rescannerOf: (scanner: Scanner) => Rescanner, text: string): Promise<number> {
  const size = 200_000;
  const shares: number[] = [];
  for (let from = 0; from + size <= text.length && shares.length < 40; from += Math.ceil(text.length / 40)) {
    const rescanner = rescannerOf(scanner);
    const before = text.slice(from, from + size);
    rescanner.scan(before);
    const at = ((from * 7) % size) + 1;
    // One string, as the page gives it, and not the two that it was joined from.
    const edited = Buffer.from(`${before.slice(0, at)}x${before.slice(at)}`, 'utf16le').toString('utf16le');
    scanner.scan(edited);
    const whole = await millisecondsOf(() => scanner.scan(edited));
    shares.push((await millisecondsOf(() => rescanner.scan(edited))) / whole);
  }
  // The first half lets the runtime compile both.
  const warm = shares.slice(shares.length >> 1).sort((left, right) => left - right);
  return warm[warm.length >> 1] ?? 1;
}

/** Runs one measure of `subject` on the text in a file, and says the result as JSON. */
export async function measured(name: keyof Measures, subject: Subject, file: string): Promise<string> {
  return JSON.stringify(await measures[name](subject, readFileSync(file, 'utf8')));
}
