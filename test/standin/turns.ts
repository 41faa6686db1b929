import type { Tokens } from './tokens.ts';

/** An answer that goes on elsewhere than in the stream that its prompt was answered with (facts 2.4). */
export interface Turn {
  readonly id: string;
  readonly topic: string;
  readonly conversationId: string;
  /** Slices of its event stream, cut anywhere; put together they are the rest of the answer. */
  readonly items: readonly string[];
}

/** Always as many, so that the place at which a turn is resumed says nothing of chance. */
const slicesOfTurn = 36;

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
    const slices: string[] = [];
    for (let left = Math.min(slicesOfTurn, characters.length); left > 0; left -= 1) {
      const mean = characters.length / left;
      const length = left === 1 ? characters.length : this.#tokens.between(1, Math.max(1, Math.floor(mean * 2) - 1));
      slices.push(characters.splice(0, Math.min(length, characters.length - left + 1)).join(''));
    }
    return slices;
  }
}
