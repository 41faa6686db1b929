import type { Answer } from '../bridge/wire.ts';
import type { Asker, Question } from './asker.ts';
import { describeRequest, requestOfBody } from './body.ts';
import {
  NativeDocument,
  NativeDomException,
  NativeUrl,
  applyTo,
  documentBase,
  encodeText,
  mapGet,
  mapSet,
  toUpper,
  urlHref,
  xhrAbort,
  xhrOpen,
  xhrPrototype,
  xhrSend,
  xhrSetHeader,
} from './captured.ts';
import { replaceNative } from './native-shape.ts';
import { canaryUrl } from '../sites/chatgpt/hosts.ts';

interface Opened {
  readonly method: string;
  readonly url: string;
  readonly wait: boolean;
  type: string;
  encoding: string;
  account: string;
  /** Set while a send is held. */
  held: boolean;
}

const accountHeaderName = 'CHATGPT-ACCOUNT-ID';

const opened = new WeakMap<XMLHttpRequest, Opened>();
const stateOf = (xhr: XMLHttpRequest) => mapGet(opened, xhr) as Opened | undefined;

/** Holds each `send` until the guard has judged it; a synchronous request gets its answer at once or is refused. */
export function gateXhr(ask: Asker): void {
  replaceNative(xhrPrototype, 'open', (native, receiver, args) => {
    const result: unknown = applyTo(native, receiver, args); // throws for bad arguments, as ever
    const wait = args.length < 3 || Boolean(args[2]);
    const url = urlHref(new NativeUrl(String(args[1]), documentBase()));
    const method = toUpper(String(args[0]));
    mapSet(opened, receiver as object, { method, url, wait, type: '', encoding: '', account: '', held: false });
    return result;
  });
  replaceNative(xhrPrototype, 'setRequestHeader', (native, receiver, args) => {
    const state = stateOf(receiver as XMLHttpRequest);
    const name = toUpper(String(args[0]));
    if (state && name === 'CONTENT-TYPE') state.type = String(args[1]);
    if (state && name === 'CONTENT-ENCODING') state.encoding = String(args[1]);
    if (state && name === accountHeaderName) state.account = String(args[1]);
    return applyTo(native, receiver, args);
  });
  replaceNative(xhrPrototype, 'abort', (native, receiver, args) => {
    const state = stateOf(receiver as XMLHttpRequest);
    if (state) state.held = false;
    return applyTo(native, receiver, args);
  });
  replaceNative(xhrPrototype, 'send', (_native, receiver, args) => {
    const xhr = receiver as XMLHttpRequest;
    const state = stateOf(xhr);
    if (!state || state.held) {
      applyTo(xhrSend, xhr, [null]); // throws InvalidStateError, as ever
      return;
    }
    send(xhr, state, args[0] as XMLHttpRequestBodyInit | Document | null | undefined, ask);
  });
}

const no: Answer = { id: 0, decision: 'refuse', body: '', status: 0 };

type XhrBody = XMLHttpRequestBodyInit | Document | null | undefined;

function send(xhr: XMLHttpRequest, state: Opened, body: XhrBody, ask: Asker): void {
  const { method, url, wait } = state;
  const question = (type: string, kind: Question['kind'], text: string): Question => {
    return { way: 'xhr', method, url, wait, encoding: state.encoding, account: state.account, type, kind, body: text };
  };
  state.held = true;
  if (body === null || body === undefined || method === 'GET' || method === 'HEAD') {
    ask(question(state.type, 'none', ''), (answer) => finish(xhr, state, answer, null));
  } else if (typeof body === 'string') {
    ask(question(state.type, 'text', body), (answer) => finish(xhr, state, answer, body));
  } else if (!wait || body instanceof NativeDocument) {
    // A synchronous request cannot wait for its bytes to be read; a document is something no page here sends.
    finish(xhr, state, no, null);
  } else {
    describeRequest(requestOfBody(body), { way: 'xhr', wait: true }, ({ type, kind, body: text }, bytes) => {
      ask(question(state.type || type, kind, text), (answer) => sendBytes(xhr, state, answer, { type, kind, bytes }));
    });
  }
}

/** The very bytes that were judged, under the content type that the browser would have given them. */
function sendBytes(
  xhr: XMLHttpRequest,
  state: Opened,
  answer: Answer,
  { type, kind, bytes }: Pick<Question, 'type' | 'kind'> & { readonly bytes: ArrayBuffer | string | undefined },
): void {
  const isCurrent = stateOf(xhr) === state && state.held;
  if (isCurrent && answer.decision === 'pass' && state.type === '' && type !== '')
    applyTo(xhrSetHeader, xhr, ['content-type', type]);
  // Bytes that cannot be read cannot be sent either.
  finish(xhr, state, bytes === undefined && kind === 'opaque' ? no : answer, bytes ?? null);
}

function finish(xhr: XMLHttpRequest, state: Opened, answer: Answer, body: XMLHttpRequestBodyInit | null): void {
  if (stateOf(xhr) !== state) return; // the page opened it anew meanwhile
  if (state.wait && !state.held && answer.decision !== 'refuse') return; // the page aborted it meanwhile
  state.held = false;
  if (answer.decision === 'pass') applyTo(xhrSend, xhr, [body]);
  else if (answer.decision === 'rewrite') applyTo(xhrSend, xhr, [answer.body]);
  else if (answer.decision === 'answer') answerLocally(xhr, state, answer);
  else refuse(xhr, state);
}

/** A real answer with a status that the page reads, from an address that never leaves the browser. */
function answerLocally(xhr: XMLHttpRequest, state: Opened, answer: Answer): void {
  applyTo(xhrOpen, xhr, ['GET', `data:application/json,${encodeText(answer.body)}`, state.wait]);
  applyTo(xhrSend, xhr, [null]);
}

/** A native network error: the request is turned to an address that is always blocked, without its body. */
function refuse(xhr: XMLHttpRequest, state: Opened): void {
  if (!state.wait)
    throw new NativeDomException("Failed to execute 'send' on 'XMLHttpRequest': Failed to load.", 'NetworkError');
  applyTo(xhrAbort, xhr, []);
  applyTo(xhrOpen, xhr, ['GET', `${canaryUrl}/refused`, true]);
  applyTo(xhrSend, xhr, [null]);
}
