import { performance } from 'node:perf_hooks';

/** Milliseconds: the middle and the slowest in a hundred. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

export interface TimesOptions {
  /** Characters of each stretch. */
  readonly size: number;
  readonly runs: number;
  /** Runs before the first that counts. */
  readonly before: number;
}

/** Times of one call each on stretches of a text, spread over it by a fixed rule. */
export async function timesOn(
  text: string,
  { size, runs, before }: TimesOptions,
  scan: (text: string) => unknown,
): Promise<Times> {
  const times: number[] = [];
  for (let run = -before; run < runs; run += 1) {
    const start = (Math.abs(run) * 7_919 * 13) % Math.max(1, text.length - size);
    const part = text.slice(start, start + size);
    const began = performance.now();
    await scan(part);
    if (run >= 0) times.push(performance.now() - began);
  }
  times.sort((left, right) => left - right);
  return { p50: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

export async function millisecondsOf(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** What a text is made of to be as slow as it can be. */
export const hostileSeeds: readonly string[] = [
  'a', '1', 'A1', ' ', '\n', 'deadbeef01234567', 'QmFzZTY0IGVuY29kZWQg', 'key=secret token: password ', 'password=', 'password="', 'eyJ',
  '-----BEGIN PRIVATE KEY-----\n', 'SK.AC-ey.00', '4539 ', '4539 1488 0343 6467 ', '+49 170 1234567 ', 'a@b.co ', 'a.a@', '://a:', '%41',
  '%25', '\\u0041', '&#65;', '=41', '"a" + ', 'a\u200b', '\\', '\ud800', '\0', 'раѕѕword', '1 2 3 4 ', '12-34-', 'ssn 536-90-4399 iban ',
  'name born account number tax id passport phone card iban ', 'password:', 'pwds:', 'key=', 'secret=', 'jdbc:', '=npm_a',
  'tokens: {', 'passwords = [None,', '&quot;',
]; // prettier-ignore
