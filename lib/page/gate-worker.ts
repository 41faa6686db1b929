import { passesAtOnce } from './asker.ts';
import type { Asker, Question } from './asker.ts';
import {
  NativeDomException,
  NativePromise,
  NativeUrl,
  applyTo,
  documentBase,
  page,
  settle,
  trustedUrlText,
  urlHref,
  workerRegistryPrototype,
} from './captured.ts';
import { replaceConstructor, replaceNative } from './native-shape.ts';

/**
 * A worker meets no gate of ours, but it is made in the page: its address is judged there, and its source where the address holds it
 * (`blob:`, `data:`). One that is refused fails as a script does that may not be had.
 */
export function gateWorkers(ask: Asker): void {
  gateConstructor(ask, 'Worker');
  gateConstructor(ask, 'SharedWorker');
  if (!workerRegistryPrototype) return;
  replaceNative(workerRegistryPrototype, 'register', (native, receiver, args) => {
    const script = scriptOf(args);
    if (script === undefined) return applyTo(native, receiver, args); // rejects, as ever
    return new NativePromise((resolve, reject) => {
      ask(questionOn(script.url, true), ({ decision }) => {
        if (decision !== 'pass') reject(refusal());
        else settle(applyTo(native, receiver, argumentsOf(script, args)) as Promise<unknown>, resolve, reject);
      });
    });
  });
}

function gateConstructor(ask: Asker, name: 'Worker' | 'SharedWorker'): void {
  replaceConstructor(page, name, (native, args) => {
    const script = scriptOf(args);
    if (script === undefined) return native(args); // throws, as ever
    if (!passesAtOnce(ask, questionOn(script.url, false))) throw refusal();
    return native(argumentsOf(script, args));
  });
}

interface Script {
  /** Absolute. */
  readonly url: string;
  /** What the native gets: the text that was judged, or the page's own trusted address, which cannot change. */
  readonly given: unknown;
}

function scriptOf(args: readonly unknown[]): Script | undefined {
  if (args.length === 0) return undefined;
  try {
    const trusted = trustedUrlText(args[0]);
    const url = urlHref(new NativeUrl(trusted ?? String(args[0]), documentBase()));
    return { url, given: trusted === undefined ? url : args[0] };
  } catch {
    return undefined; // not an address
  }
}

function argumentsOf({ given }: Script, args: readonly unknown[]): unknown[] {
  return args.length < 2 ? [given] : [given, args[1]];
}

function refusal(): DOMException {
  return new NativeDomException('The script of the worker cannot be accessed.', 'SecurityError');
}

function questionOn(url: string, wait: boolean): Question {
  return { way: 'worker', method: 'GET', type: '', encoding: '', url, kind: 'none', body: '', wait };
}
