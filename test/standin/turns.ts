import type { Tokens } from './tokens.ts';

/** An answer that goes on elsewhere than in the stream that its prompt was answered with (facts 2.4). */
export interface Turn {
  readonly id: string;
  readonly topic: string;
  readonly conversationId: string;
  /** Slices of its event stream, cut anywhere; put together they are the rest of the answer. */
  readonly items: readonly string[];
}

/** The turns that were handed off, each kept until its chat has another one. */
export class Turns {
  readonly #byConversation = new Map<string, Turn>();
  readonly #tokens: Tokens;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  add(conversationId: string, events: readonly string[]): Turn {
    const id = this.#tokens.uuid();
    const items = this.#slices(events.join(''));
    const turn: Turn = { id, topic: `conversation-turn-${id}`, conversationId, items };
    this.#byConversation.set(conversationId, turn);
    return turn;
  }

  ofConversation(id: string): Turn | undefined {
    return this.#byConversation.get(id);
  }

  ofTopic(topic: string): Turn | undefined {
    return [...this.#byConversation.values()].find((turn) => turn.topic === topic);
  }

  #slices(text: string): readonly string[] {
    const characters = Array.from(text);
    const longest = Math.max(200, Math.ceil(characters.length / 100));
    const slices: string[] = [];
    while (characters.length > 0) slices.push(characters.splice(0, this.#tokens.between(20, longest)).join(''));
    return slices;
  }
}
