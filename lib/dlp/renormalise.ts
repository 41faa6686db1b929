import { editBetween } from './edit.ts';
import type { Edit } from './edit.ts';
import { countBefore } from './in-order.ts';
import { mapped, normalise } from './normalise.ts';
import type { Normalised, Stretch } from './normalise.ts';

export interface Renormalised {
  readonly normal: Normalised;
  /** Between the texts as they are read. */
  readonly edit: Edit;
}

/**
 * What `normalise` makes of an edited text, from what it made of the text before: only the lines of the edit are read. No disguise goes
 * over a line end, and what stands beside one counts no further than that.
 */
export function renormalise(text: string, before: Normalised, edit: Edit): Renormalised {
  const shift = edit.end - edit.endBefore;
  const from = edit.start === 0 ? 0 : text.lastIndexOf('\n', edit.start - 1) + 1;
  const lineEnd = text.indexOf('\n', edit.end);
  const to = lineEnd < 0 ? text.length : lineEnd + 1;
  const near = normalise(text.slice(from, to));
  const first = before.placeOf(from);
  const behind = to - shift;
  const last = to === text.length ? before.text.length : before.placeOf(behind);
  const line = editBetween(before.text.slice(first, last), near.text);
  const ownEdit = { start: first + line.start, endBefore: first + line.endBefore, end: first + line.end };
  if (near.stretches === undefined && before.stretches === undefined)
    return { normal: mapped(text, undefined), edit: ownEdit };
  const read = before.text.slice(0, first) + near.text + before.text.slice(last);
  const earlier = before.stretches ?? plain(before.text);
  const next = first + near.text.length;
  const rest = earlier
    .slice(countBefore(earlier, behind, fromOf))
    .map((stretch) => shifted(stretch, { at: next - last, from: shift }));
  // The stretch with the line end goes on behind it.
  const isCut = to < text.length && rest[0]?.from !== to;
  const stretches = [
    ...earlier.slice(0, countBefore(earlier, from, fromOf)),
    ...(near.stretches ?? plain(near.text)).map((stretch) => shifted(stretch, { at: first, from })),
    ...(isCut ? [{ at: next, from: to, step: 1 }] : []),
    ...rest,
  ];
  return { normal: mapped(read, stretches), edit: ownEdit };
}

function plain(text: string): readonly Stretch[] {
  return text === '' ? [] : [{ at: 0, from: 0, step: 1 }];
}

function shifted({ at, from, step }: Stretch, by: { readonly at: number; readonly from: number }): Stretch {
  return { at: at + by.at, from: from + by.from, step };
}

function fromOf({ from }: Stretch): number {
  return from;
}
