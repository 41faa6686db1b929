/** A literal of which one stands in every match; `alone` for a word that is no part of a longer word there. */
export type Anchor = string | { readonly alone: string };

/** A word that is sought, in lower case. */
export interface SoughtWord {
  readonly text: string;
  /** True for one that is no part of a longer word: see `GramWords`. */
  readonly isAlone: boolean;
}

export function soughtWord(anchor: Anchor): SoughtWord {
  return typeof anchor === 'string'
    ? { text: anchor.toLowerCase(), isAlone: false }
    : { text: anchor.alone.toLowerCase(), isAlone: true };
}

/** The way back. */
export function anchorOf({ text, isAlone }: SoughtWord): Anchor {
  return isAlone ? { alone: text } : text;
}
