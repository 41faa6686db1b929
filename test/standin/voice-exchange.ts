import { setTimeout as pause } from 'node:timers/promises';
import type { Tokens } from './tokens.ts';

/** A connection that a page offers, to be answered by the service's end. */
interface Offer {
  readonly id: string;
  readonly sdp: string;
}

/** Longest time for which an end of the service is told that there is nothing yet, and then asks again. Milliseconds. */
const patience = 1_000;

/**
 * Brings the descriptions of a voice connection from the page to the service's end and back. That end is a tab of the same browser, because
 * Node speaks no WebRTC; it asks here for connections to take.
 */
export class VoiceExchange {
  readonly #tokens: Tokens;
  readonly #answers = new Map<string, (sdp: string) => void>();
  readonly #offers: Offer[] = [];
  #wake: (() => void) | undefined;
  #lastAsked = 0;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** The answer to an offer; `undefined` where no end of the service is there to give one. */
  connect(sdp: string): Promise<string> | undefined {
    if (Date.now() - this.#lastAsked > 2 * patience) return undefined;
    const id = this.#tokens.uuid();
    this.#offers.push({ id, sdp });
    this.#wake?.();
    return new Promise((answered) => this.#answers.set(id, answered));
  }

  /** The next offer; `undefined` where none came for a while. */
  async next(): Promise<Offer | undefined> {
    this.#lastAsked = Date.now();
    const over = new AbortController();
    this.#wake = () => over.abort();
    // Ended early by an offer, and that is what it waits for.
    if (this.#offers.length === 0) await pause(patience, undefined, { signal: over.signal }).catch(() => undefined);
    this.#lastAsked = Date.now();
    return this.#offers.shift();
  }

  answer(id: string, sdp: string): void {
    this.#answers.get(id)?.(sdp);
    this.#answers.delete(id);
  }
}
