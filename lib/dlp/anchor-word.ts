/** A word that is sought, in lower case. */
export interface SoughtWord {
  readonly text: string;
  /** True for one that is no part of a longer word: see `GramWords`. */
  readonly isAlone: boolean;
}

const marked = /^\\b(.+)\\b$/;

/** What an anchor of a detector says: `code`, or `\bpin\b` for a word that stands alone in every match. */
export function soughtWord(anchor: string): SoughtWord {
  const [, inner] = marked.exec(anchor) ?? [];
  return { text: (inner ?? anchor).toLowerCase(), isAlone: inner !== undefined };
}

/** The way back. */
export function anchorOf({ text, isAlone }: SoughtWord): string {
  return isAlone ? `\\b${text}\\b` : text;
}
