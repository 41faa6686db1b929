import { severities } from '../vocabulary/content.ts';
import { compile, lowered, windowsIn } from './compile.ts';
import type { CompiledDetector } from './compile.ts';
import { decodedRuns } from './decode.ts';
import { detectors as all } from './detectors/index.ts';
import { normalise } from './normalise.ts';
import type { Detector, ExplainedFinding, Finding, ScanResult } from './types.ts';

/** A set of detectors, compiled once and used for many texts. */
export interface Scanner {
  readonly scan: (text: string) => ScanResult;
  readonly explain: (text: string) => Explained;
}

export interface Explained {
  readonly findings: readonly ExplainedFinding[];
  readonly complete: boolean;
}

const defaultConfidence = 0.9;
const defaultThreshold = 0.5;
const contextBonus = 0.35;
const contextBefore = 60;
const contextAfter = 20;

export function createScanner(detectors: readonly Detector[]): Scanner {
  const compiled = compile(detectors);
  const explain = (text: string) => explainDeep(text, compiled, 2);
  return {
    explain,
    scan(text) {
      const { findings, complete } = explain(text);
      return { complete, findings: findings.map(({ why: _why, ...finding }) => finding) };
    },
  };
}

let standard: Scanner | undefined;
const defaultScanner = () => (standard ??= createScanner(all));

/** Finds sensitive content in a text. Spans are UTF-16 units of the text as it was given. Never throws for any text. */
export function scan(text: string): ScanResult {
  return defaultScanner().scan(text);
}

/** As `scan`, with the reasons of each finding. */
export function explain(text: string): Explained {
  return defaultScanner().explain(text);
}

/** The text as it is read by a person, then what its encoded runs hold, `depth` levels down. */
function explainDeep(text: string, compiled: readonly CompiledDetector[], depth: number): Explained {
  const normal = normalise(text);
  const { findings, complete } = explainFlat(normal.text, compiled);
  const placed = findings.map((finding) => ({ ...finding, ...normal.original(finding) }));
  let whole = complete;
  if (depth > 0) {
    for (const { start, end, decoded } of decodedRuns(text)) {
      const inner = explainDeep(decoded, compiled, depth - 1);
      whole &&= inner.complete;
      for (const { why, ...finding } of inner.findings)
        placed.push({ ...finding, start, end, why: [...why, 'encoded'] });
    }
  }
  return { findings: mostSpecific(placed), complete: whole };
}

function explainFlat(text: string, compiled: readonly CompiledDetector[]): Explained {
  const lower = lowered(text);
  const findings: ExplainedFinding[] = [];
  let complete = true;
  for (const each of compiled) {
    try {
      for (const { start, end } of windowsIn(lower, each)) {
        for (const finding of matches(each, {
          text: start === 0 && end === text.length ? text : text.slice(start, end),
          offset: start,
          lower,
        })) {
          findings.push(finding);
        }
      }
    } catch {
      complete = false; // the others still run; policy decides what an incomplete scan means
    }
  }
  return { findings, complete };
}

interface Stretch {
  readonly text: string;
  readonly offset: number;
  /** The whole text in lower case, for context. */
  readonly lower: string;
}

function* matches(
  { detector, regex }: CompiledDetector,
  { text, offset, lower }: Stretch,
): Generator<ExplainedFinding> {
  const expression = regex();
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const [whole] = match;
    if (whole === '') expression.lastIndex += 1;
    const secret = secretOf(match) ?? whole;
    const resume = expression.lastIndex; // a verifier may scan on its own
    if (detector.verify?.(secret, match) === false) {
      expression.lastIndex = match.index + 1; // a refused candidate must not hide its neighbour
      continue;
    }
    expression.lastIndex = resume;
    const start = offset + match.index + (secret === whole ? 0 : whole.lastIndexOf(secret));
    const finding = weighed(detector, { start, end: start + secret.length, lower });
    if (finding) yield finding;
  }
}

/** The part that is reported: the group `secret`, or the first of `secret2`, `secret3` … that took part. */
function secretOf({ groups }: RegExpExecArray): string | undefined {
  if (!groups) return undefined;
  return Object.entries(groups).find(
    ([name, part]) => name.startsWith('secret') && (part as string | undefined) !== undefined,
  )?.[1];
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
}

function weighed(detector: Detector, { start, end, lower }: Place): ExplainedFinding | undefined {
  const { id, category, severity, context = [], threshold = defaultThreshold } = detector;
  const base = detector.confidence ?? defaultConfidence;
  const near = `${lower.slice(Math.max(0, start - contextBefore), start)} ${lower.slice(end, end + contextAfter)}`;
  const word = context.find((each) => near.includes(each));
  const confidence = Math.min(1, word === undefined ? base : base + contextBonus);
  if (confidence < threshold) return undefined;
  const why = ['shape', ...(detector.verify ? ['check'] : []), ...(word === undefined ? [] : [`context:${word}`])];
  return { detector: id, category, severity, confidence, start, end, why };
}

/** Overlaps end with the more severe, then the surer, then the longer finding. */
function mostSpecific(findings: readonly ExplainedFinding[]): readonly ExplainedFinding[] {
  const rank = ({ severity, confidence, start, end }: Finding) =>
    severities.indexOf(severity) * 10 + confidence + (end - start) / 1e9;
  const kept: ExplainedFinding[] = [];
  const byPlace = [...findings].sort((left, right) => left.start - right.start || right.end - left.end);
  for (const finding of byPlace) {
    let rival = kept.at(-1);
    let beaten = false;
    while (rival && finding.start < rival.end) {
      if (rank(finding) <= rank(rival)) {
        beaten = true;
        break;
      }
      kept.pop();
      rival = kept.at(-1);
    }
    if (!beaten) kept.push(finding);
  }
  return kept;
}
