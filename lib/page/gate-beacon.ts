import type { Answer } from '../bridge/wire.ts';
import type { Asker } from './asker.ts';
import { describeRequest } from './body.ts';
import { NativeRequest, applyTo, nativeFetch, navigatorPrototype, page, settle } from './captured.ts';
import { withBody } from './gate-fetch.ts';
import { replaceNative } from './native-shape.ts';

/** Answers true, as a queued beacon does, and sends it with the captured `fetch` once the guard has judged it. */
export function gateBeacon(ask: Asker): void {
  replaceNative(navigatorPrototype, 'sendBeacon', (native, receiver, args) => {
    if (args.length === 0) return applyTo(native, receiver, args); // throws, as ever
    const request = beaconRequest(args[0], args[1] as BodyInit | null | undefined);
    if (request === undefined) return applyTo(native, receiver, [args[0]]); // a bad address: throws, as ever
    describeRequest(request, { way: 'beacon', wait: true }, (question, bytes) => {
      ask(question, (answer) => finish(answer, request, bytes));
    });
    return true;
  });
}

function beaconRequest(url: unknown, body: BodyInit | null | undefined): Request | undefined {
  try {
    const init = {
      __proto__: null,
      method: 'POST',
      body: body ?? null,
      keepalive: true,
      credentials: 'include',
      mode: 'no-cors',
    };
    return new NativeRequest(String(url), init as RequestInit);
  } catch {
    return undefined; // not an address a beacon can go to
  }
}

/** A beacon has no answer that the page could see: what is not sent is dropped. */
function finish({ decision, body }: Answer, request: Request, bytes: ArrayBuffer | string | undefined): void {
  if (decision !== 'pass' && decision !== 'rewrite') return;
  const judged = decision === 'rewrite' ? body : bytes;
  settle(
    applyTo(nativeFetch, page, [judged === undefined ? request : withBody(request, judged)]) as Promise<Response>,
    () => undefined,
    () => undefined,
  );
}
