import { isPageGate } from '../vocabulary/page-gates.ts';
import type { PageGate } from '../vocabulary/page-gates.ts';
import { eventNames, greetings, readAsk } from './wire.ts';
import type { Answer, Ask, CanaryCall } from './wire.ts';

/** The guard's end of the channel. */
export interface GuardChannel {
  /** Delivers an answer that was `pending`. */
  readonly settle: (answer: Answer) => void;
  /** Runs the canary through the real gates; resolves with what the page saw of each, with none where it did not answer. */
  readonly runCanary: (canary: CanaryCall) => Promise<CanaryRun>;
}

/** The gates that the page tried, and those that behaved to it as one that refuses. */
export interface CanaryRun {
  readonly tried: readonly PageGate[];
  readonly refused: readonly PageGate[];
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
  return { settle, runCanary: (canary) => runCanary(node, secret, canary) };
}

/** Milliseconds that the page has to answer. */
const canaryPatience = 3_000;

/** Several may be under way: each answer says whose it is, as `nonce gate:1 gate:0 …`. */
export function runCanary(node: EventTarget, secret: string, canary: CanaryCall): Promise<CanaryRun> {
  return new Promise((resolve) => {
    const name = eventNames.canaryDone(secret);
    const end = (run: CanaryRun) => {
      node.removeEventListener(name, done);
      resolve(run);
    };
    const done = (event: Event) => {
      const [of, ...results] = String((event as CustomEvent<unknown>).detail).split(' ');
      if (of !== canary.nonce) return;
      const seen = results.map((result) => result.split(':'));
      const named = (entries: readonly (readonly string[])[]) => entries.map(([gate]) => gate).filter(isPageGate);
      end({ tried: named(seen), refused: named(seen.filter(([, refused]) => refused === '1')) });
    };
    node.addEventListener(name, done);
    setTimeout(() => end({ tried: [], refused: [] }), canaryPatience);
    node.dispatchEvent(new CustomEvent(eventNames.canary(secret), { detail: JSON.stringify(canary) }));
  });
}
