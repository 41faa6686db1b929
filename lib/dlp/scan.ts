import { compile, compileNaively } from './compile.ts';
import type { CompiledDetector, CompiledSet } from './compile.ts';
import { contextBonus, defaultConfidence, defaultThreshold } from './confidence.ts';
import { contextWord, fillsLine } from './context.ts';
import { decodedRuns } from './decode.ts';
import { detectors as all } from './detectors/index.ts';
import { normalise } from './normalise.ts';
import { withoutOverlaps } from './overlap.ts';
import { settle } from './settle.ts';
import type { Detector, ExplainedFinding, ScanResult } from './types.ts';
import { chancesIn } from './windows.ts';
import type { Window } from './windows.ts';

export interface ScanOptions {
  /** Instead of all of them; kept by identity, so pass the same list each time. */
  readonly detectors?: readonly Detector[];
  /** Ids that are left out before overlaps are resolved, so that they hide nothing. */
  readonly disabled?: ReadonlySet<string>;
}

export interface Explained {
  readonly findings: readonly ExplainedFinding[];
  readonly complete: boolean;
}

/** A set of detectors, compiled once and used for many texts. */
export interface Scanner {
  readonly scan: (text: string, disabled?: ReadonlySet<string>) => ScanResult;
  readonly explain: (text: string, disabled?: ReadonlySet<string>) => Explained;
}

/** Encoded texts within encoded texts, so many levels down. */
const deepest = 5;
const none: ReadonlySet<string> = new Set();

export function createScanner(detectors: readonly Detector[]): Scanner {
  return scannerOf(compile(detectors));
}

/** Finds the same without anchors and windows, slowly. For tests. */
export function createNaiveScanner(detectors: readonly Detector[]): Scanner {
  return scannerOf(compileNaively(detectors));
}

/** Finds sensitive content in a text. Spans are UTF-16 units of the text as it was given. Never throws for any text. */
export function scan(text: string, { detectors = all, disabled }: ScanOptions = {}): ScanResult {
  return scannerFor(detectors).scan(text, disabled);
}

/** As `scan`, with the reasons of each finding. */
export function explain(text: string, { detectors = all, disabled }: ScanOptions = {}): Explained {
  return scannerFor(detectors).explain(text, disabled);
}

const scanners = new WeakMap<readonly Detector[], Scanner>();

function scannerFor(detectors: readonly Detector[]): Scanner {
  const known = scanners.get(detectors);
  if (known) return known;
  const made = createScanner(detectors);
  scanners.set(detectors, made);
  return made;
}

function scannerOf(set: CompiledSet): Scanner {
  const explainAll = (text: string, disabled = none) =>
    settle(text, (each) => explainDeep(each, { set, disabled, depth: deepest }));
  return {
    explain: explainAll,
    scan(text, disabled) {
      const { findings, complete } = explainAll(text, disabled);
      return { complete, findings: findings.map(({ why: _why, ...finding }) => finding) };
    },
  };
}

interface Pass {
  readonly set: CompiledSet;
  readonly disabled: ReadonlySet<string>;
  readonly depth: number;
}

/** The text as it is read by a person, then what its encoded runs hold, `depth` levels down. */
function explainDeep(text: string, pass: Pass): Explained {
  const normal = normalise(text);
  const found = explainFlat(normal.text, pass);
  const findings = found.findings.map((finding) => ({ ...finding, ...normal.original(finding) }));
  let { complete } = found;
  if (pass.depth > 0) {
    for (const { start, end, decoded } of decodedRuns(normal.text)) {
      const inner = explainDeep(decoded, { ...pass, depth: pass.depth - 1 });
      complete &&= inner.complete;
      const span = normal.original({ start, end });
      for (const finding of inner.findings) findings.push({ ...finding, ...span, why: [...finding.why, 'encoded'] });
    }
  }
  return { findings: withoutOverlaps(findings), complete };
}

function explainFlat(text: string, { set, disabled }: Pass): Explained {
  const findings: ExplainedFinding[] = [];
  let complete = true;
  for (const { compiled, windows } of chancesIn(text, set)) {
    if (disabled.has(compiled.detector.id)) continue;
    try {
      for (const window of windows) collect(findings, compiled, { text, window });
    } catch {
      complete = false; // the others still run; policy decides what an incomplete scan means
    }
  }
  return { findings, complete };
}

interface Stretch {
  readonly text: string;
  readonly window: Window;
}

function collect(findings: ExplainedFinding[], { detector, regex }: CompiledDetector, { text, window }: Stretch): void {
  const expression = regex();
  const part = window.start === 0 && window.end === text.length ? text : text.slice(window.start, window.end);
  expression.lastIndex = 0;
  for (let match = expression.exec(part); match; match = expression.exec(part)) {
    const resume = expression.lastIndex; // a verifier may scan on its own
    const [from, to] = spanOf(match);
    const refused = from === to || detector.verify?.(part.slice(from, to), match) === false;
    const place = ([start, end]: readonly [number, number]) => ({
      text,
      start: window.start + start,
      end: window.start + end,
    });
    const finding = refused ? undefined : weighed(detector, place([from, to]));
    if (finding) findings.push(finding);
    // The user name of a password goes with it.
    const also = finding && groupOf(match, 'also');
    if (also && also[0] < also[1])
      findings.push({ ...finding, start: window.start + also[0], end: window.start + also[1] });
    // A refused candidate must not hide its neighbour.
    expression.lastIndex = finding ? resume : match.index + 1;
  }
}

/** What is reported: the group `secret`, or the first of `secret2`, `secret3` … that took part, or the whole match. */
function spanOf(match: RegExpExecArray): readonly [number, number] {
  return groupOf(match, 'secret') ?? [match.index, match.index + match[0].length];
}

function groupOf({ indices }: RegExpExecArray, prefix: string): readonly [number, number] | undefined {
  for (const [name, span] of Object.entries(indices?.groups ?? {})) {
    if (name.startsWith(prefix) && (span as readonly number[] | undefined) !== undefined) return span;
  }
  return undefined;
}

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function weighed(detector: Detector, place: Place): ExplainedFinding | undefined {
  const { id, category, severity, context = [], threshold = defaultThreshold } = detector;
  const base = detector.confidence ?? defaultConfidence;
  const word = contextWord(context, place) ?? (detector.alone === true && fillsLine(place) ? 'line' : undefined);
  const confidence = word === undefined ? base : Math.min(1, base + contextBonus);
  if (confidence < threshold) return undefined;
  const why = ['shape', ...(detector.verify ? ['check'] : []), ...(word === undefined ? [] : [`context:${word}`])];
  return {
    detector: id,
    category,
    severity,
    confidence: Math.round(confidence * 100) / 100,
    start: place.start,
    end: place.end,
    why,
  };
}
