import { compile, compileNaively } from './compile.ts';
import type { CompiledSet } from './compile.ts';
import { detectors as all } from './detectors/index.ts';
import { finish, look } from './look.ts';
import type { Explained, Steps } from './look.ts';
import { planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { prebuilt } from './prebuilt.ts';
import { unpack } from './prepared.ts';
import type { Prepared } from './prepared.ts';
import { settle } from './settle.ts';
import type { Trace } from './trace.ts';
import type { Detector, ExplainedFinding, ScanResult } from './types.ts';

export interface ScanOptions {
  /** Instead of all of them; kept by identity, so pass the same list each time. */
  readonly detectors?: readonly Detector[];
  /** Ids that are left out before overlaps are resolved, so that they hide nothing. */
  readonly disabled?: ReadonlySet<string> | undefined;
}

/** A set of detectors, compiled once and used for many texts. */
export interface Scanner {
  readonly scan: (text: string, disabled?: ReadonlySet<string>) => ScanResult;
  readonly explain: (text: string, disabled?: ReadonlySet<string>) => Explained;
  /** The work of `explain` in small pieces. */
  readonly steps: (text: string, disabled?: ReadonlySet<string>, trace?: Trace) => Steps<Explained>;
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

/** The scanner of a list of detectors: made once for each. */
export function scannerFor(detectors: readonly Detector[] = all): Scanner {
  const earlier = scanners.get(detectors);
  if (earlier) return earlier;
  const made = scannerOf(compile(detectors, knownPlan(detectors)));
  scanners.set(detectors, made);
  return made;
}

let prepared: Prepared | undefined;

/** Other lists than everybody's share detectors with it, whose shapes are known. */
function knownPlan(detectors: readonly Detector[]): Plan | undefined {
  if (prebuilt === undefined) return undefined;
  prepared ??= unpack(prebuilt, all);
  return detectors === all ? prepared.plan : planOf(detectors, { shapes: prepared.shapes() });
}

function scannerOf(set: CompiledSet): Scanner {
  const steps = (text: string, disabled = none, trace?: Trace) =>
    settle(text, (each, near) => look(each, { set, disabled, depth: deepest, near, trace }));
  return {
    steps,
    explain: (text, disabled) => finish(steps(text, disabled)),
    scan: (text, disabled) => withoutReasons(finish(steps(text, disabled))),
  };
}

export function withoutReasons({ findings, complete }: Explained): ScanResult {
  const plain = ({ why: _why, ...finding }: ExplainedFinding) => finding;
  return { complete, findings: findings.map(plain) };
}
