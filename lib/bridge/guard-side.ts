import { eventNames, greetings, readAsk } from './wire.ts';
import type { Answer, Ask } from './wire.ts';

/** The guard's end of the channel. */
export interface GuardChannel {
  /** Delivers an answer that was `pending`. */
  readonly settle: (answer: Answer) => void;
  /** Runs the canary through the real gates; resolves with the number of gates that refused, `undefined` when none answered. */
  readonly runCanary: (nonce: string) => Promise<CanaryRun>;
}

export interface CanaryRun {
  readonly tried: number;
  readonly refused: number;
}

/** Answers an ask at once. */
export type Judge = (ask: Ask) => Answer;

export interface GuardChannelOptions {
  readonly judge: Judge;
  readonly onConnected: (channel: GuardChannel) => void;
  readonly signal: AbortSignal;
  readonly window?: Window;
}

/**
 * Waits for the page's gates and accepts one handshake. Whichever world starts first, each greets and each listens; the page's code
 * is not running yet. Later greetings are ignored: a page that imitates our gates gains no second channel.
 */
export function acceptChannel({ judge, onConnected, signal, window = globalThis.window }: GuardChannelOptions): void {
  let connected = false;
  const onGreeting = (event: Event) => {
    const node = event instanceof MouseEvent ? event.relatedTarget : null;
    if (connected || !(node instanceof Element)) return;
    connected = true;
    window.removeEventListener(greetings.page, onGreeting, true);
    event.stopImmediatePropagation();
    onConnected(connect(node, judge, signal));
  };
  window.addEventListener(greetings.page, onGreeting, { capture: true, signal });
  window.dispatchEvent(new Event(greetings.guard));
}

function connect(node: Element, judge: Judge, signal: AbortSignal): GuardChannel {
  const secret = node.textContent;
  const settle = (answer: Answer) =>
    void node.dispatchEvent(new CustomEvent(eventNames.answer(secret), { detail: JSON.stringify(answer) }));
  node.addEventListener(
    eventNames.ask(secret),
    (event) => {
      const ask = readAsk((event as CustomEvent<unknown>).detail);
      if (ask) settle(judge(ask)); // an ask that cannot be read gets no answer, and no answer means no
    },
    { signal },
  );
  node.dispatchEvent(new Event(eventNames.ready(secret)));
  return { settle, runCanary: (nonce) => runCanary(node, secret, nonce) };
}

const canaryPatience = 3_000;

/** Several may be under way: each answer says whose it is. */
export function runCanary(node: EventTarget, secret: string, nonce: string): Promise<CanaryRun> {
  return new Promise((resolve) => {
    const name = eventNames.canaryDone(secret);
    const end = (run: CanaryRun) => {
      node.removeEventListener(name, done);
      resolve(run);
    };
    const done = (event: Event) => {
      const [of, result = ''] = String((event as CustomEvent<unknown>).detail).split(' ');
      if (of !== nonce) return;
      const [tried = 0, refused = 0] = result.split('/').map(Number);
      end({ tried, refused });
    };
    node.addEventListener(name, done);
    setTimeout(() => end({ tried: 0, refused: 0 }), canaryPatience);
    node.dispatchEvent(new CustomEvent(eventNames.canary(secret), { detail: nonce }));
  });
}
