import { describeChanges } from '../dlp/redact.ts';
import type { RedactOptions } from '../dlp/redact.ts';
import type { Conversation, Finding } from '../dlp/types.ts';

/** A piece of the fixed prompt: unchanged text, a value and the mark that replaces it, or text left out here, with changes in it or none. */
export type Segment =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly before: string; readonly mark: string }
  | { readonly kind: 'gap'; readonly units: number; readonly changes?: number };

/** Unchanged text kept on each side of a change, in UTF-16 units. */
const contextUnits = 240;
const shownChanges = 100;

/** The fixed text with its changes, long unchanged runs shortened to gaps. */
export function previewOf(
  text: string,
  findings: readonly Finding[],
  conversation: Conversation,
  options: RedactOptions = {},
): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const changes = describeChanges(text, findings, conversation, options);
  for (const { start, end, mark } of changes.slice(0, shownChanges)) {
    segments.push(...unchanged(text.slice(at, start), at === 0));
    segments.push({ kind: 'changed', before: text.slice(start, end), mark });
    at = end;
  }
  const next = changes[shownChanges];
  segments.push(...unchanged(text.slice(at, next?.start), at === 0));
  if (next) segments.push({ kind: 'gap', units: text.length - next.start, changes: changes.length - shownChanges });
  return segments;
}

function unchanged(text: string, whole: boolean): readonly Segment[] {
  if (text === '') return [];
  const most = contextUnits * (whole ? 4 : 2);
  if (text.length <= most) return [{ kind: 'same', text }];
  return [
    { kind: 'same', text: text.slice(0, contextUnits) },
    { kind: 'gap', units: text.length - 2 * contextUnits },
    { kind: 'same', text: text.slice(-contextUnits) },
  ];
}
