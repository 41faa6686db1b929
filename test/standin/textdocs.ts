import type { Tokens } from './tokens.ts';

/** A document that stands beside its chat. */
export interface Textdoc {
  readonly id: string;
  readonly conversationId: string;
  title: string;
  content: string;
  /** Counts its changes, so that none is written over another. */
  version: number;
}

/** The documents of the canvas, while the stand-in runs. */
export class Textdocs {
  readonly #all = new Map<string, Textdoc>();
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  start(conversationId: string, title: string, content: string): Textdoc {
    const made: Textdoc = { id: this.#tokens.hex(32), conversationId, title, content, version: 1 };
    this.#all.set(made.id, made);
    return made;
  }

  get(id: string): Textdoc | undefined {
    return this.#all.get(id);
  }

  ofConversation(id: string): readonly Textdoc[] {
    return [...this.#all.values()].filter(({ conversationId }) => conversationId === id);
  }
}
