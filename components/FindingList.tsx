import type { Action } from '../lib/vocabulary/actions.ts';
import type { Severity } from '../lib/vocabulary/content.ts';
import { actionNotes, severityWords } from './words.ts';

export interface DialogFinding {
  readonly detector: string;
  readonly title: string;
  readonly severity: Severity;
  readonly action: Action;
  readonly count: number;
}

/** The kinds that were found, with what policy says about each. */
export function FindingList({ findings }: { readonly findings: readonly DialogFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul id="sluice-found" className="findings" aria-label="What was found">
      {findings.map(({ detector, title, severity, action, count }) => (
        <li key={`${detector} ${action}`} data-severity={severity}>
          <span className="title">
            {title}
            {count > 1 && <span className="count">{` × ${count.toLocaleString('en')}`}</span>}
          </span>
          <span className="severity">{severityWords[severity]}</span>
          <span className="note">{actionNotes[action]}</span>
        </li>
      ))}
    </ul>
  );
}
