/**
 * Line ends over which no encoded run goes (see `decode.ts` and `escapes.ts`), so that a text can be cut behind them. A wrapped value
 * goes on behind a letter, a digit, a hyphen or an underscore; a soft line end of mail behind `=`; a string in pieces behind a quote,
 * blanks and `+.&`; and none of them goes over an empty line that follows something else.
 */
const boundary = /(?:[,;:)}\]!?>]|[^\s+.&"'=]\.)\r?\n|[^\s+.&"'=]\r?\n\r?\n/g;

/** Units that are looked through at once. */
const piece = 8_192;
/** The longest boundary. */
const overlap = 5;

/** The last place at which a text can be cut, no further than `place`; 0 where there is none. */
export function cutBefore(text: string, place: number): number {
  for (let to = place; to > 0; to -= piece) {
    const from = Math.max(0, to - piece);
    const end = Math.min(place, to + overlap);
    let last = -1;
    boundary.lastIndex = 0;
    for (const { 0: found, index } of text.slice(from, end).matchAll(boundary)) last = from + index + found.length;
    if (last >= 0) return last;
  }
  return 0;
}

/** The first place at which a text can be cut where the boundary is not before `place`; the end where there is none. */
export function cutAfter(text: string, place: number): number {
  boundary.lastIndex = place;
  return boundary.test(text) ? boundary.lastIndex : text.length;
}
