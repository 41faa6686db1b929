/** A text as a person reads it, with the way back to the text as it was given. */
export interface Normalised {
  readonly text: string;
  /** The span in the original that a span of `text` comes from. */
  readonly original: (span: { readonly start: number; readonly end: number }) => {
    readonly start: number;
    readonly end: number;
  };
}

/** Zero-width, bidirectional, tag, variation and soft-hyphen characters: seen by nobody. */
const unseen =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]|\udb40[\udc00-\udfff]/;
/** Full-width forms of ASCII, and digits of other scripts that look the same. */
const wide = /[\uff01-\uff5e]/;
const either = new RegExp(`${unseen.source}|${wide.source}`, 'g');
const wideOffset = 0xfee0;

/** Takes out what nobody sees and narrows what is wide. A text with nothing of the kind is given back as it is. */
export function normalise(text: string): Normalised {
  if (!unseen.test(text) && !wide.test(text)) return { text, original: (span) => span };
  const parts: string[] = [];
  const origins: number[] = [];
  let at = 0;
  const keep = (from: number, to: number) => {
    parts.push(text.slice(from, to));
    for (let index = from; index < to; index += 1) origins.push(index);
  };
  for (const { 0: found, index } of text.matchAll(either)) {
    keep(at, index);
    if (wide.test(found)) {
      parts.push(String.fromCharCode(found.charCodeAt(0) - wideOffset));
      origins.push(index);
    }
    at = index + found.length;
  }
  keep(at, text.length);
  return {
    text: parts.join(''),
    original: ({ start, end }) => ({
      start: origins[start] ?? text.length,
      end: (origins[end - 1] ?? text.length - 1) + 1,
    }),
  };
}
