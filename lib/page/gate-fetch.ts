import type { Answer } from '../bridge/wire.ts';
import type { Asker } from './asker.ts';
import { describeRequest } from './body.ts';
import {
  NativeError,
  NativePromise,
  NativeRequest,
  NativeResponse,
  addListener,
  applyTo,
  nativeFetch,
  page,
  requestSignal,
  requestUrl,
  responseClone,
  responseText,
  settle,
  signalAborted,
  signalReason,
  startsWith,
} from './captured.ts';
import { sessionUrl } from '../sites/chatgpt/account.ts';
import { replaceNative } from './native-shape.ts';

/** Holds each `fetch` until the guard has judged it. The very bytes that were judged are sent. */
export function gateFetch(ask: Asker): void {
  replaceNative(page, 'fetch', (_native, _receiver, args) => {
    return new NativePromise((resolve, reject) => {
      const text = bodyText(args);
      const request = requestOf(args);
      const signal = requestSignal(request);
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- the page's own reason, as the native has it
      const onAbort = () => reject(signalReason(signal));
      if (signalAborted(signal)) {
        onAbort();
        return;
      }
      addListener(signal, 'abort', onAbort); // the page's own abort works while the request is held
      describeRequest(request, { way: 'fetch', wait: true, text }, (question, bytes) => {
        ask(question, (answer) => {
          if (!signalAborted(signal)) finish(answer, { request, bytes }, watched(request, ask, resolve), reject);
        });
      });
    });
  });
}

/** A body that is a text already, read once: it is what is judged and what is sent, whatever the page's object says later. */
function bodyText(args: unknown[]): string | undefined {
  const init = args[1];
  if (typeof args[0] !== 'string' || typeof init !== 'object' || init === null) return undefined;
  const { body } = init as RequestInit;
  return typeof body === 'string' ? body : undefined;
}

/** What the product says of the account that is signed in is told to the guard: it asks for nothing itself. */
function watched(
  request: Request,
  ask: Asker,
  resolve: (response: Promise<Response> | Response) => void,
): (response: Promise<Response> | Response) => void {
  const url = requestUrl(request);
  if (!startsWith(url, sessionUrl)) return resolve;
  return (response) => {
    if (response instanceof NativeResponse) {
      const about = { way: 'session', url, method: 'GET', type: '', encoding: '', kind: 'text', wait: false } as const;
      settle(
        responseText(responseClone(response)),
        (body) => ask({ ...about, body }, () => undefined),
        () => undefined,
      );
    }
    resolve(response);
  };
}

/** A network error to the page, as the native throws it for a request that cannot be made. */
function requestOf(args: unknown[]): Request {
  if (args.length === 0)
    throw new NativeError("Failed to execute 'fetch' on 'Window': 1 argument required, but only 0 present.");
  return new NativeRequest(args[0] as RequestInfo, args[1] as RequestInit | undefined);
}

interface Judged {
  readonly request: Request;
  /** What was judged. */
  readonly bytes: ArrayBuffer | string | undefined;
}

function finish(
  answer: Answer,
  { request, bytes }: Judged,
  resolve: (response: Promise<Response> | Response) => void,
  reject: (reason: unknown) => void,
): void {
  switch (answer.decision) {
    case 'pass':
      send(bytes === undefined ? request : withBody(request, bytes), resolve, reject);
      return;
    case 'rewrite':
      send(withBody(request, answer.body), resolve, reject);
      return;
    case 'answer':
      resolve(localResponse(answer));
      return;
    default:
      if (answer.status === 0) reject(new NativeError('Failed to fetch'));
      else resolve(localResponse(answer));
  }
}

export function withBody(request: Request, body: BodyInit): Request {
  return new NativeRequest(request, { __proto__: null, body } as RequestInit);
}

function send(request: Request, resolve: (response: Response) => void, reject: (reason: unknown) => void): void {
  settle(applyTo(nativeFetch, page, [request]) as Promise<Response>, resolve, reject);
}

/** Shaped so that the page shows its own error, or takes the local answer for the server's. */
export function localResponse({ body, status }: Answer): Response {
  const headers = { __proto__: null, 'content-type': 'application/json' } as unknown as HeadersInit;
  return new NativeResponse(body, { __proto__: null, status, headers } as ResponseInit);
}
