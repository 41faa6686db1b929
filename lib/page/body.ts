import type { Question } from './asker.ts';
import { longestBody } from '../bridge/wire.ts';
import { accountHeader } from '../sites/chatgpt/account.ts';
import {
  NativeRequest,
  NativeUint8Array,
  applyTo,
  byteLength,
  charCodeString,
  decode,
  decoder,
  headersGet,
  requestBytes,
  requestClone,
  requestHasBody,
  requestHeaders,
  requestMethod,
  requestUrl,
  settle,
  subarray,
} from './captured.ts';

type Content = Pick<Question, 'kind' | 'body'>;

const nothing: Content = { kind: 'none', body: '' };
/** UTF-16 units whose bytes are within the limit for certain. */
const longestText = longestBody / 3;
const opaque: Content = { kind: 'opaque', body: '' };

/** Text where the bytes are UTF-8, else one character per byte; `opaque` above the limit. */
export function contentOf(buffer: ArrayBuffer): Content {
  const length = byteLength(buffer);
  if (length === 0) return nothing;
  if (length > longestBody) return opaque;
  const text = utf8Of(buffer);
  return text === undefined ? { kind: 'bytes', body: binaryOf(buffer) } : { kind: 'text', body: text };
}

function utf8Of(buffer: ArrayBuffer): string | undefined {
  try {
    return decode(decoder, buffer);
  } catch {
    return undefined; // not UTF-8
  }
}

/** In pieces, because the arguments of one call are limited. */
function binaryOf(buffer: ArrayBuffer): string {
  const bytes = new NativeUint8Array(buffer);
  const piece = 8_192;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) {
    text += applyTo(charCodeString, undefined, subarray(bytes, at, at + piece) as unknown as number[]) as string;
  }
  return text;
}

/**
 * Describes a request to the guard. `text` is its body where that was a text. `onQuestion` gets the bytes or the text that is judged, to
 * be sent instead of whatever the page holds by then; none where there are none, or where they cannot be had.
 */
export function describeRequest(
  request: Request,
  rest: Pick<Question, 'way' | 'wait'> & { readonly text?: string | undefined },
  onQuestion: (question: Question, bytes: ArrayBuffer | string | undefined) => void,
): void {
  const headers = requestHeaders(request);
  const head = {
    way: rest.way,
    wait: rest.wait,
    url: requestUrl(request),
    method: requestMethod(request),
    type: headersGet(headers, 'content-type') ?? '',
    encoding: headersGet(headers, 'content-encoding') ?? '',
    account: headersGet(headers, accountHeader) ?? '',
  };
  const { text } = rest;
  const give = ({ kind, body }: Content, bytes?: ArrayBuffer | string) => {
    const { way, wait, url, method, type, encoding, account } = head;
    onQuestion({ way, wait, url, method, type, encoding, account, kind, body }, bytes);
  };
  if (head.method === 'GET' || head.method === 'HEAD' || !requestHasBody(request)) {
    give(nothing);
    return;
  }
  if (text !== undefined && text.length <= longestText) {
    give(text === '' ? nothing : { kind: 'text', body: text }, text);
    return;
  }
  settle(
    requestBytes(requestClone(request)),
    (buffer) => give(contentOf(buffer), buffer),
    () => give(opaque),
  );
}

/** Any body as a request would send it, with the content type that the browser gives it. */
export function requestOfBody(body: BodyInit): Request {
  return new NativeRequest('https://chatgpt.com/', {
    __proto__: null,
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit);
}
