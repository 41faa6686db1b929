/** How one text became another: what lies before and behind is the same. UTF-16 units. */
export interface Edit {
  readonly start: number;
  /** Where the same begins again, in the text before and in the one now. */
  readonly endBefore: number;
  readonly end: number;
}

/** Units that are compared at once, then within those that differ: the runtime compares many much faster than one by one. */
const pieces = [16_384, 1_024, 64, 1];

/** The smallest stretch that was replaced. */
export function editBetween(before: string, now: string): Edit {
  const [endBefore, end] = [before.length, now.length];
  const most = Math.min(endBefore, end);
  let start = 0;
  let same = 0;
  for (const piece of pieces) {
    while (start + piece <= most && before.slice(start, start + piece) === now.slice(start, start + piece))
      start += piece;
  }
  for (const piece of pieces) {
    const isSame = (from: number) =>
      before.slice(endBefore - from - piece, endBefore - from) === now.slice(end - from - piece, end - from);
    while (start + same + piece <= most && isSame(same)) same += piece;
  }
  return { start, endBefore: endBefore - same, end: end - same };
}

/** Units that both texts have. */
export function sameUnits({ start, end }: Edit, now: string): number {
  return start + now.length - end;
}
