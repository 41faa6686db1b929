/**
 * The natives as they were at document start, before any code of the page ran. MAIN-world code uses these and nothing else: no
 * method call on a page-visible prototype, no `await`, no spread, no `for…of`, since each of them looks up what a page can replace.
 */
/* eslint-disable @typescript-eslint/unbound-method -- natives are taken off their prototypes on purpose */

const { apply } = Reflect;
export const constructOf = Reflect.construct;
type AnyFunction = (...args: never[]) => unknown;
export const applyTo = apply as (target: AnyFunction, receiver: unknown, args: readonly unknown[]) => unknown;

/** Turns a method into a function that takes its receiver first. */
function uncurry<This, Args extends unknown[], Result>(
  method: (this: This, ...args: Args) => Result,
): (receiver: This, ...args: Args) => Result {
  return (receiver, ...args) => apply<This, Args, Result>(method, receiver, args);
}

function getter<This extends object, Key extends keyof This>(prototype: This, key: Key): (receiver: This) => This[Key] {
  const read = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  if (!read) throw new Error('missing-native');
  return (receiver) => applyTo(read, receiver, []) as This[Key];
}

export const page = window;
export const NativeProxy = Proxy;
export const NativeRequest = Request;
export const NativeResponse = Response;
export const NativePromise = Promise;
export const NativeBlob = Blob;
export const NativeFormData = FormData;
export const NativeParams = URLSearchParams;
export const NativeUrl = URL;
export const NativeError = TypeError;
export const NativeDomException = DOMException;
export const NativeCustomEvent = CustomEvent;
export const NativeMouseEvent = MouseEvent;
export const NativeUint8Array = Uint8Array;
export const NativeBuffer = ArrayBuffer;
export const isView = ArrayBuffer.isView;
export const defineProperty = Object.defineProperty;
// A promise that resolves with an object asks it for `then`: a page that defines one could answer for the bytes that are judged.
for (const prototype of [ArrayBuffer.prototype, Blob.prototype, Response.prototype]) {
  defineProperty(prototype, 'then', { value: undefined, writable: false, configurable: false, enumerable: false });
}
export const describeProperty = Object.getOwnPropertyDescriptor;
export const hasOwn = Object.hasOwn;
export const stringify = JSON.stringify;
export const parse = JSON.parse;
export const nativeFetch = window.fetch;
export const setTimer = window.setTimeout.bind(window);
export const uuid = crypto.randomUUID.bind(crypto);
export const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
export const documentBase = () => baseUri(document);

const baseUri = getter(Node.prototype, 'baseURI');
const promiseThen = uncurry(Promise.prototype.then);

/** Calls back with the outcome of a native promise; never through anything the page can replace. */
export function settle<T>(promise: Promise<T>, onValue: (value: T) => void, onError: (reason: unknown) => void): void {
  void promiseThen(promise, onValue as (value: unknown) => void, onError);
}

export const decode = uncurry(TextDecoder.prototype.decode);
export const charCodeString = String.fromCharCode;
export const encodeText = encodeURIComponent;
export const urlHref = getter(URL.prototype, 'href');
export const toUpper = uncurry(String.prototype.toUpperCase);
export const startsWith = uncurry(String.prototype.startsWith);
export const subarray = uncurry(Uint8Array.prototype.subarray);
export const sliceBuffer = uncurry(ArrayBuffer.prototype.slice);
export const byteLength = getter(ArrayBuffer.prototype, 'byteLength');
export const mapGet = uncurry(WeakMap.prototype.get);
export const mapSet = uncurry(WeakMap.prototype.set);
export const listMapGet = uncurry(Map.prototype.get);
export const listMapSet = uncurry(Map.prototype.set);
export const listMapDelete = uncurry(Map.prototype.delete);

export const addListener = uncurry(EventTarget.prototype.addEventListener);
export const removeListener = uncurry(EventTarget.prototype.removeEventListener);
export const dispatch = uncurry(EventTarget.prototype.dispatchEvent);
export const eventDetail = getter(CustomEvent.prototype, 'detail') as (event: CustomEvent) => unknown;
const writeText = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')?.set;
export function setText(node: Node, text: string): void {
  if (writeText) apply(writeText, node, [text]);
}
const makeElement: unknown = Reflect.get(Document.prototype, 'createElement');
export const createElement = uncurry(makeElement as (this: Document, name: string) => HTMLElement);

export const requestUrl = getter(Request.prototype, 'url');
export const requestMethod = getter(Request.prototype, 'method');
export const requestHeaders = getter(Request.prototype, 'headers');
export const requestSignal = getter(Request.prototype, 'signal');
export const requestHasBody = (() => {
  const read = Object.getOwnPropertyDescriptor(Request.prototype, 'body')?.get;
  // Firefox has no `Request.body`; there every request but GET and HEAD is read.
  return (request: Request) => (read ? applyTo(read, request, []) !== null : true);
})();
export const requestClone = uncurry(Request.prototype.clone);
export const requestBytes = uncurry(Request.prototype.arrayBuffer);
export const headersGet = uncurry(Headers.prototype.get);
export const signalAborted = getter(AbortSignal.prototype, 'aborted');
export const signalReason = getter(AbortSignal.prototype, 'reason') as (signal: AbortSignal) => unknown;

export const NativeDocument = Document;
export const NativeXhr = XMLHttpRequest;
export const NativeAbortController = AbortController;
export const eventSourceUrl = getter(EventSource.prototype, 'url');
export const responseClone = uncurry(Response.prototype.clone);
export const responseText = uncurry(Response.prototype.text);
export const responseStatus = getter(Response.prototype, 'status');
export const xhrOpen = XMLHttpRequest.prototype.open;
export const xhrSend = XMLHttpRequest.prototype.send;
export const xhrAbort = XMLHttpRequest.prototype.abort;
export const xhrSetHeader = XMLHttpRequest.prototype.setRequestHeader;
export const xhrPrototype = XMLHttpRequest.prototype;
export const formEach = uncurry(FormData.prototype.forEach) as (
  data: FormData,
  visit: (value: File | string, name: string) => void,
) => void;
export const fileName = getter(File.prototype, 'name');
export const blobSize = getter(Blob.prototype, 'size');
export const formPrototype = HTMLFormElement.prototype;
export const formSubmit = HTMLFormElement.prototype.submit;
export const formAction = getter(HTMLFormElement.prototype, 'action');
export const formMethod = getter(HTMLFormElement.prototype, 'method');
export const formType = getter(HTMLFormElement.prototype, 'enctype');
export const navigatorPrototype = Navigator.prototype;
export const nativeBeacon = Navigator.prototype.sendBeacon;
export const socketPrototype = WebSocket.prototype;
export const socketSend = WebSocket.prototype.send;
export const socketUrl = getter(WebSocket.prototype, 'url');
export const documentPrototype = Document.prototype;
export const imagePrototype = HTMLImageElement.prototype;
/** Absent where the browser has no WebRTC. */
export const channelPrototype = (window as Partial<Pick<typeof window, 'RTCDataChannel'>>).RTCDataChannel?.prototype;
export const channelSend = channelPrototype?.send;
/** Absent in frames without an origin of their own. */
export const workerRegistryPrototype = (window as Partial<Pick<typeof window, 'ServiceWorkerContainer'>>)
  .ServiceWorkerContainer?.prototype;
const trustedUrlToString = (
  window as { TrustedScriptURL?: { readonly prototype: { readonly toString: (this: unknown) => string } } }
).TrustedScriptURL?.prototype.toString;
/** The text of a `TrustedScriptURL`; `undefined` for anything else. */
export function trustedUrlText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !trustedUrlToString) return undefined;
  try {
    return applyTo(trustedUrlToString, value, []) as string;
  } catch {
    return undefined; // not one
  }
}
export const functionPrototype = Function.prototype;
export const functionToString = Function.prototype.toString;
