import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One finding of whatever is measured: a span in UTF-16 units and a name. */
export interface Spotted {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export type Scan = (text: string) => readonly Spotted[] | Promise<readonly Spotted[]>;

/** A row of a corpus: see the README beside the corpora. */
export interface Row {
  readonly id: string;
  readonly kind: 'secret' | 'pii' | 'benign';
  readonly type: string;
  readonly text: string;
  readonly expect: 'hit' | 'miss';
  readonly spans?: readonly (readonly [number, number])[];
  /** `rule-local`: the source says only that its own rule is silent. */
  readonly neg?: string;
}

export interface Recall {
  readonly hits: number;
  readonly found: number;
  /** Mean share of the sensitive units that findings cover, 0..1. */
  readonly cover: number;
  /** Rows on which nothing may be found, and those on which something was. */
  readonly misses: number;
  readonly alarms: number;
  readonly byType: ReadonlyMap<string, { readonly hits: number; readonly found: number }>;
}

export interface Harmless {
  /** UTF-8 bytes. */
  readonly bytes: number;
  readonly alarms: number;
}

/** The rows of every corpus in a folder, by its name. A line that is no JSON is named with its file and number. */
export function readCorpora(folder: string): ReadonlyMap<string, readonly Row[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.jsonl'));
  return new Map(files.sort().map((file) => [basename(file, '.jsonl'), readRows(join(folder, file))]));
}

export function readRows(file: string): readonly Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line === '') return [];
      try {
        return [JSON.parse(line) as Row];
      } catch {
        throw new Error(`${basename(file)}, line ${index + 1} is no JSON.`);
      }
    });
}

const touches = (finding: Spotted, [start, end]: readonly [number, number]) =>
  finding.start < end && finding.end > start;

/** How much of what others call sensitive is found: some finding touches a sensitive span, or any finding where none is given. */
export async function recallOn(rows: readonly Row[], scan: Scan): Promise<Recall> {
  const byType = new Map<string, { hits: number; found: number }>();
  let [hits, found, covered, spanned, misses, alarms] = [0, 0, 0, 0, 0, 0];
  for (const { type, text, expect, spans = [], neg } of rows) {
    const findings = await scan(text);
    if (expect === 'miss') {
      if (neg === 'rule-local') continue;
      misses += 1;
      if (findings.length > 0) alarms += 1;
      continue;
    }
    const ok =
      spans.length > 0 ? spans.some((span) => findings.some((each) => touches(each, span))) : findings.length > 0;
    const counts = byType.get(type) ?? { hits: 0, found: 0 };
    byType.set(type, { hits: counts.hits + 1, found: counts.found + Number(ok) });
    hits += 1;
    found += Number(ok);
    if (spans.length === 0) continue;
    spanned += 1;
    covered += coveredShare(spans, findings);
  }
  return { hits, found, cover: spanned === 0 ? 0 : covered / spanned, misses, alarms, byType };
}

function coveredShare(spans: NonNullable<Row['spans']>, findings: readonly Spotted[]): number {
  let [units, got] = [0, 0];
  for (const [from, to] of spans) {
    for (let at = from; at < to; at += 1) if (findings.some(({ start, end }) => start <= at && at < end)) got += 1;
    units += to - from;
  }
  return units === 0 ? 0 : got / units;
}

/** Alarms on harmless text, by kind of text. */
export async function alarmsOn(rows: readonly Row[], scan: Scan): Promise<ReadonlyMap<string, Harmless>> {
  const kinds = new Map<string, Harmless>();
  for (const { type, text } of rows) {
    const known = kinds.get(type) ?? { bytes: 0, alarms: 0 };
    const { length } = await scan(text);
    kinds.set(type, { bytes: known.bytes + Buffer.byteLength(text), alarms: known.alarms + length });
  }
  return kinds;
}

/** Alarms per megabyte over the kinds that a test names. */
export function perMegabyte(kinds: ReadonlyMap<string, Harmless>, include: (kind: string) => boolean): number {
  const chosen = [...kinds].filter(([kind]) => include(kind)).map(([, counts]) => counts);
  const bytes = chosen.reduce((sum, each) => sum + each.bytes, 0);
  return bytes === 0 ? 0 : chosen.reduce((sum, each) => sum + each.alarms, 0) / (bytes / 1e6);
}
