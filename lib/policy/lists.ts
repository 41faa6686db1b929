import { bulkOf } from '../dlp/bulk.ts';
import type { Bulk } from '../dlp/bulk.ts';
import type { Action } from '../vocabulary/actions.ts';
import { strength } from '../vocabulary/actions.ts';
import type { Category, Severity } from '../vocabulary/content.ts';
import type { JudgedFinding } from './decide.ts';

/** The id by which rules name lists of people. */
export const listDetector: Bulk['detector'] = 'bulk-personal-data';

/** Personal data of many people in one place, with what policy does about it. It stands beside the findings in it. */
export interface JudgedList {
  readonly detector: Bulk['detector'];
  readonly category: Category;
  readonly severity: Severity;
  readonly rows: number;
  readonly action: Action;
  readonly rule: string;
}

/** What a rule says about a list; `undefined` where no rule names lists. */
export type ListJudge = (list: Bulk) => Pick<JudgedList, 'action' | 'rule'> | undefined;

/** The lists in a text, and the findings, which are in order, with the action of their list where it is the stronger one. */
export function judgeLists(
  findings: readonly JudgedFinding[],
  text: string,
  judge: ListJudge,
): { readonly findings: readonly JudgedFinding[]; readonly lists: readonly JudgedList[] } {
  const judged = bulkOf(findings, text).flatMap((bulk) => {
    const said = judge(bulk);
    return said === undefined || said.action === 'allow' ? [] : [{ bulk, said }];
  });
  let place = 0;
  const raised = findings.map((finding) => {
    while (place < judged.length && (judged[place]?.bulk.end ?? 0) <= finding.start) place += 1;
    const list = judged[place];
    const isInside = list !== undefined && finding.start >= list.bulk.start && finding.end <= list.bulk.end;
    return isInside && strength(finding.action) < strength(list.said.action) ? { ...finding, ...list.said } : finding;
  });
  const lists = judged.map(({ bulk: { detector, category, severity, rows }, said }) => ({
    detector,
    category,
    severity,
    rows,
    ...said,
  }));
  return { findings: raised, lists };
}
