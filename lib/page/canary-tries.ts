import { canarySocketUrl, canaryUrl } from '../sites/chatgpt/hosts.ts';
import type { PageGate } from '../vocabulary/page-gates.ts';
import {
  NativeAbortController,
  NativeXhr,
  addListener,
  applyTo,
  channelPrototype,
  createElement,
  eventSourceUrl,
  page,
  responseStatus,
  settle,
  socketUrl,
  workerRegistryPrototype,
} from './captured.ts';

/*
 * Each try uses what the page finds, and tells a gate that refuses from one that is not there, or lets go, by what the page alone can
 * see. Where that is nothing, the guard still knows whether it was asked, and the network gate what it met.
 */
/* eslint-disable @typescript-eslint/unbound-method -- the functions that the page finds: it is the gates that are tried */

export interface Canary {
  readonly nonce: string;
  readonly text: string;
}

/** `refused` is undefined where the browser has no such means. */
export type Tell = (gate: PageGate, refused: boolean | undefined) => void;

export interface Try {
  /** How many times it tells. */
  readonly gates: number;
  readonly run: (canary: Canary, tell: Tell) => void;
}

const post = (text: string) => ({ __proto__: null, method: 'POST', body: text, mode: 'no-cors' }) as RequestInit;
const urlFor = ({ nonce }: Canary, gate: PageGate) => `${canaryUrl}/${nonce}/${gate}`;
/** For those that carry words in nothing but their address. */
const wordsFor = (canary: Canary, gate: PageGate) => `${urlFor(canary, gate)}?${canary.text}`;

/** A receiver that no native takes: it throws, and goes nowhere. Only a gate that refuses comes back without having called it. */
const nobody = () => ({ __proto__: null });

/** What a refused call is answered with; see the guard. */
const refusedStatus = 400;

function tryFetch(canary: Canary, tell: Tell): void {
  settle(
    applyTo(page.fetch, page, [urlFor(canary, 'fetch'), post(canary.text)]) as Promise<Response>,
    (response) => tell('fetch', responseStatus(response) === refusedStatus),
    () => tell('fetch', false),
  );
}

/** For a request that failed, Chromium says nothing here and Firefox says its address: after a refusal that is another one. */
function tryXhr(canary: Canary, tell: Tell): void {
  const url = urlFor(canary, 'xhr');
  const xhr = new NativeXhr();
  addListener(xhr, 'loadend', () => tell('xhr', xhr.responseURL !== url));
  xhr.open('POST', url);
  xhr.send(canary.text);
}

/** A beacon tells nothing but that it was taken. */
function tryBeacon(canary: Canary, tell: Tell): void {
  tell('beacon', navigator.sendBeacon(urlFor(canary, 'beacon'), canary.text));
}

/** A form that stands in no document is never submitted, whoever lets it go. */
function tryForm(canary: Canary, tell: Tell): void {
  const form = createElement(document, 'form') as HTMLFormElement;
  form.action = wordsFor(canary, 'form');
  form.method = 'post';
  form.submit();
  tell('form', true);
}

/** `document.open` with three arguments opens a window too. */
function tryWindow(canary: Canary, tell: Tell): void {
  const url = wordsFor(canary, 'window');
  const refused = applyTo(page.open, nobody(), [url]) === null;
  tell('window', refused && applyTo(document.open, nobody(), [url, '', '']) === null);
}

function tryChannel({ text }: Canary, tell: Tell): void {
  if (channelPrototype) applyTo(channelPrototype.send, nobody(), [text]);
  tell('channel', channelPrototype ? true : undefined);
}

/** Refused, it throws. What is not refused is taken back before it can leave. */
function tryFetchLater(canary: Canary, tell: Tell): void {
  const { fetchLater } = page as { fetchLater?: (url: string, init: RequestInit) => unknown };
  if (!fetchLater) {
    tell('fetch-later', undefined);
    return;
  }
  const taken = new NativeAbortController();
  const init = { __proto__: null, method: 'POST', body: canary.text, signal: taken.signal } as RequestInit;
  let refused = false;
  try {
    applyTo(fetchLater, page, [urlFor(canary, 'fetch-later'), init]);
  } catch (error) {
    refused = (error as Error).name === 'QuotaExceededError';
  }
  taken.abort();
  tell('fetch-later', refused);
}

/** It begins when the task is over, and is closed by then. */
function tryEventSource(canary: Canary, tell: Tell): void {
  const url = wordsFor(canary, 'event-source');
  const source = new page.EventSource(url);
  tell(
    'event-source',
    isTurned(() => eventSourceUrl(source), url),
  );
  source.close();
}

/** It begins when the task is over, and has no address by then. */
function tryImage(canary: Canary, tell: Tell): void {
  const url = wordsFor(canary, 'image');
  const image = createElement(document, 'img') as HTMLImageElement;
  image.src = url;
  tell('image', image.src !== url);
  image.removeAttribute('src');
}

/** No socket opens: the browser blocks the address that a refused one is turned to. While it does not, sending throws. */
function trySocket(canary: Canary, tell: Tell): void {
  const url = `${canarySocketUrl}/${canary.nonce}/socket-address?${canary.text}`;
  const socket = new page.WebSocket(url);
  tell(
    'socket-address',
    isTurned(() => socketUrl(socket), url),
  );
  let refused = true;
  try {
    socket.send(canary.text);
  } catch {
    refused = false;
  }
  tell('socket-frame', refused);
  socket.close();
}

/** No kind of worker: a native throws another error at it, and makes none. */
const noKind = { __proto__: null, type: 'none' };

function tryWorker(gate: 'worker' | 'shared-worker', find: () => unknown): (canary: Canary, tell: Tell) => void {
  return (canary, tell) => {
    const Found = find() as (new (url: string, options: object) => object) | undefined;
    if (Found === undefined) {
      tell(gate, undefined);
      return;
    }
    try {
      new Found(wordsFor(canary, gate), noKind);
      tell(gate, false);
    } catch (error) {
      tell(gate, isRefusal(error));
    }
  };
}

function tryServiceWorker(canary: Canary, tell: Tell): void {
  if (!workerRegistryPrototype) {
    tell('service-worker', undefined);
    return;
  }
  const url = wordsFor(canary, 'service-worker');
  settle(
    applyTo(workerRegistryPrototype.register as never, nobody(), [url]) as Promise<unknown>,
    () => tell('service-worker', false),
    (reason) => tell('service-worker', isRefusal(reason)),
  );
}

function isRefusal(error: unknown): boolean {
  return (error as Error).name === 'SecurityError';
}

/** True where it goes to another address. What is not the browser's own has none: the calls that it makes meet gates of their own. */
function isTurned(read: () => string, url: string): boolean {
  try {
    return read() !== url;
  } catch {
    return true;
  }
}

/** One that throws did not refuse as its gate does. */
function trying(gates: readonly PageGate[], run: (canary: Canary, tell: Tell) => void): Try {
  return {
    gates: gates.length,
    run(canary, tell) {
      let told = 0;
      const once: Tell = (gate, refused) => {
        if (told < gates.length) tell(gate, refused);
        told += 1;
      };
      try {
        run(canary, once);
      } catch {
        for (let index = told; index < gates.length; index += 1) once(gates[index] as PageGate, false);
      }
    },
  };
}

export const cheapTries: readonly Try[] = [
  trying(['fetch'], tryFetch),
  trying(['xhr'], tryXhr),
  trying(['beacon'], tryBeacon),
  trying(['form'], tryForm),
  trying(['window'], tryWindow),
  trying(['channel'], tryChannel),
  trying(['fetch-later'], tryFetchLater),
  trying(['event-source'], tryEventSource),
  trying(['image'], tryImage),
  trying(
    ['worker'],
    tryWorker('worker', () => page.Worker),
  ),
  trying(
    ['shared-worker'],
    tryWorker('shared-worker', () => page.SharedWorker),
  ),
  trying(['service-worker'], tryServiceWorker),
];

/** For the top frame alone. */
export const dearTries: readonly Try[] = [trying(['socket-address', 'socket-frame'], trySocket)];
