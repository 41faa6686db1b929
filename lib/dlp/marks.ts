/** A stretch of a text, in UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Longer ids are none. */
const longest = 80;
const shape = /^\[([a-z][a-z0-9-]*)-\d{1,7}\]$/;

/** True for what lies within a mark of one of these ids: what stands in the place of a value is no value, whatever is said about it. */
export function isInMark(text: string, { start, end }: Span, ids: ReadonlySet<string>): boolean {
  if (end - start > longest) return false;
  // No further than a mark is long: there may be very many findings in a very long text.
  const first = Math.max(0, start - longest);
  const near = text.slice(first, end + longest);
  const from = near.lastIndexOf('[', start - first);
  const to = near.indexOf(']', end - 1 - first);
  if (from < 0 || to < 0) return false;
  const id = shape.exec(near.slice(from, to + 1))?.[1];
  return id !== undefined && ids.has(id);
}
