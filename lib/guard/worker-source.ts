import type { Ask } from '../bridge/wire.ts';

/** UTF-16 units. What is longer cannot be looked at while the page waits. */
const longest = 4_000_000;

/** Gives the text behind a `blob:` address while the caller waits; throws where there is none, or where nobody may. */
type ReadBlob = (url: string) => string;

/** True for a worker whose address holds what it is made of. */
export function holdsSource({ way, url }: Ask): boolean {
  return way === 'worker' && /^(?:blob|data):/i.test(url);
}

/**
 * A worker whose address holds its source is judged by that: the ask with the source as its body, `opaque` where it cannot be read. The
 * page waits for its worker, so it is read while everything waits; nothing goes over the network. Where the browser lets nobody read so,
 * as Firefox does under the page's content security policy, the ask stays as it is: the network gate judges what the worker sends.
 */
export function withSource(ask: Ask, read: ReadBlob = readAtOnce): Ask {
  if (!holdsSource(ask)) return ask;
  const source = /^data:/i.test(ask.url) ? sourceOfData(ask.url) : sourceOfBlob(ask.url, read);
  if (source === undefined) return canRead(read) ? { ...ask, kind: 'opaque' } : ask;
  return source.length > longest ? { ...ask, kind: 'opaque' } : { ...ask, kind: 'text', body: source };
}

/** `data:type;base64,…` or `data:type,…` (RFC 2397). What is not well written makes no worker, and is looked at as it stands. */
function sourceOfData(url: string): string {
  const comma = url.indexOf(',');
  const body = url.slice(comma + 1);
  try {
    const text = decodeURIComponent(body);
    if (!/;\s*base64\s*$/i.test(url.slice(0, comma))) return text;
    return new TextDecoder().decode(Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0)));
  } catch {
    return body;
  }
}

function sourceOfBlob(url: string, read: ReadBlob): string | undefined {
  try {
    return read(url);
  } catch {
    return undefined;
  }
}

/** Whether anything of the kind can be read here: one of our own, of which nothing is known to be wrong. */
function canRead(read: ReadBlob): boolean {
  const own = URL.createObjectURL(new Blob(['own']));
  const found = sourceOfBlob(own, read);
  URL.revokeObjectURL(own);
  return found === 'own';
}

function readAtOnce(url: string): string {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.overrideMimeType('text/plain; charset=utf-8'); // as scripts of workers are read, whatever they say
  request.send();
  return request.responseText;
}
