import { severities } from '../vocabulary/content.ts';
import type { ExplainedFinding, Finding } from './types.ts';

/**
 * Of findings that overlap one is left: the more severe, then the surer, then the longer. It covers what the others covered too, so
 * that nothing of them stays behind when it is replaced.
 */
export function withoutOverlaps(findings: readonly ExplainedFinding[]): readonly ExplainedFinding[] {
  const kept: ExplainedFinding[] = [];
  for (const finding of [...findings].sort(byPlace)) {
    const rival = kept.at(-1);
    if (rival === undefined || finding.start >= rival.end) {
      kept.push(finding);
      continue;
    }
    const winner = rank(finding) > rank(rival) ? finding : rival;
    kept[kept.length - 1] = { ...winner, start: rival.start, end: Math.max(rival.end, finding.end) };
  }
  return kept;
}

function rank({ severity, confidence, start, end }: Finding): number {
  return severities.indexOf(severity) * 10 + confidence + Math.min(end - start, 1e6) / 1e9;
}

/** The id decides last, so that the result never hangs on the order of the registry. */
function byPlace(left: Finding, right: Finding): number {
  return left.start - right.start || right.end - left.end || (left.detector < right.detector ? -1 : 1);
}
