import { canarySocketUrl, canaryUrl } from '../sites/chatgpt/hosts.ts';
import { passesAtOnce } from './asker.ts';
import type { Asker, Question } from './asker.ts';
import {
  NativeDomException,
  NativeUrl,
  applyTo,
  documentBase,
  documentPrototype,
  imagePrototype,
  mapGet,
  mapSet,
  page,
  startsWith,
  urlHref,
} from './captured.ts';
import { replaceConstructor, replaceNative, replaceSetter } from './native-shape.ts';

/** Where a refused address is turned to: always blocked, so the page meets a network error. */
const refusedUrl = `${canaryUrl}/refused`;
const refusedSocket = `${canarySocketUrl}/refused`;

/**
 * Calls that carry words in nothing but their address. A constructor must have its answer at once: what is not clean goes nowhere.
 * `WebTransport` has streams that nobody could judge, and no page here uses it: it is refused.
 */
export function gateAddresses(ask: Asker): void {
  replaceConstructor(page, 'EventSource', (native, args) => native([allowedUrl(args[0], ask, refusedUrl), args[1]]));
  replaceConstructor(page, 'WebSocket', (native, args) => {
    const url = allowedUrl(args[0], ask, refusedSocket);
    return native(args.length < 2 ? [url] : [url, args[1]]);
  });
  replaceConstructor(page, 'WebTransport', () => {
    throw new NativeDomException('WebTransport is not available here.', 'SecurityError');
  });
  gateWindows(ask);
  gateImages(ask);
}

/** A window that is refused is none, as under a blocker of popups. `document.open` with three arguments opens one too. */
function gateWindows(ask: Asker): void {
  const judged = (native: (...args: unknown[]) => unknown, receiver: unknown, args: unknown[]) => {
    const [given, target, features] = args;
    const url = given === undefined || given === '' ? undefined : absolute(given);
    if (url === undefined) return applyTo(native, receiver, args);
    if (startsWith(url, 'http') && !passesAtOnce(ask, questionOn(url, false))) return null;
    // The text that was judged, not the object that it came from.
    return applyTo(native, receiver, args.length > 2 ? [url, target, features] : [url, target]);
  };
  replaceNative(page, 'open', judged);
  replaceNative(documentPrototype, 'open', (native, receiver, args) =>
    args.length > 2 ? judged(native, receiver, args) : applyTo(native, receiver, args),
  );
}

/** The text that was judged, not the object that it came from; or the refused address. What is none is left to the native. */
function allowedUrl(value: unknown, ask: Asker, refused: string): unknown {
  const url = absolute(value);
  if (url === undefined) return value;
  return passesAtOnce(ask, questionOn(url, false)) ? url : refused;
}

const latest = new WeakMap<object, object>();

/** An image takes its address when that was judged: at once as a rule, else a moment later, if it was given no other one by then. */
function gateImages(ask: Asker): void {
  replaceSetter(imagePrototype, 'src', (set, value, image) => {
    const url = absolute(value);
    const turn = {};
    mapSet(latest, image, turn);
    if (url === undefined || !startsWith(url, 'http')) {
      set(value);
      return;
    }
    ask(questionOn(url, true), ({ decision }) => {
      if (mapGet(latest, image) === turn) set(decision === 'pass' ? url : refusedUrl);
    });
  });
}

function questionOn(url: string, wait: boolean): Question {
  return { way: 'address', method: 'GET', type: '', encoding: '', url, kind: 'none', body: '', wait };
}

function absolute(value: unknown): string | undefined {
  try {
    return urlHref(new NativeUrl(String(value), documentBase()));
  } catch {
    return undefined;
  }
}
