import type { CallRule, Outgoing, TextSlot, UnreadablePart } from '../types.ts';
import { ruleOf } from './calls.ts';
import { readSlots, writeSlots } from './shapes.ts';

/** A call as a ring caught it. `bytes` is one character per byte, `opaque` could not be read. */
export interface Caught {
  /** Absolute. */
  readonly url: string;
  /** Upper case. */
  readonly method: string;
  readonly type: string;
  readonly encoding: string;
  readonly kind: 'none' | 'text' | 'bytes' | 'opaque';
  readonly body: string;
}

/** Reads what needs no waiting; `undefined` where parts of the body must be read first (`readSlowly`). */
export function readAtOnce(call: Caught): Outgoing | undefined {
  const url = new URL(call.url);
  const rule = ruleOf({ url, method: call.method });
  const base = { rule, url, unreadable: [] };
  const address = addressSlots(url);
  if (call.kind === 'none') return { ...base, slots: address };
  if (call.kind === 'opaque') return { ...base, slots: address, unreadable: [{ bytes: 0, name: '' }] };
  if (call.kind === 'bytes' || isMultipart(call) || call.encoding !== '') return undefined;
  if (/^application\/x-www-form-urlencoded/i.test(call.type))
    return { ...base, slots: [...address, ...formSlots(call.body)] };
  return { ...base, ...textBody(call.body, rule, address) };
}

function isMultipart({ type }: Caught): boolean {
  return /^multipart\/form-data/i.test(type);
}

type Body = Pick<Outgoing, 'slots' | 'rewrite' | 'json'>;

function textBody(body: string, rule: CallRule, address: readonly TextSlot[]): Body {
  const json = rule.kind === 'upload' ? undefined : parseJson(body);
  if (json === undefined) return { slots: [...address, ...plainSlots(body, rule)], rewrite: plainRewrite(body) };
  return {
    json,
    slots: [...address, ...readSlots(json, rule)],
    rewrite: (texts) => JSON.stringify(writeSlots(json, texts)),
  };
}

/** Text that is not JSON: a file's content, a frame of a socket, lines of JSON. */
function plainSlots(text: string, { kind }: CallRule): readonly TextSlot[] {
  return [{ path: [], text, holder: kind === 'telemetry' || kind === 'machine' ? 'other' : 'text' }];
}

function plainRewrite(body: string) {
  return (texts: ReadonlyMap<TextSlot, string>) => [...texts].find(([{ path }]) => path.length === 0)?.[1] ?? body;
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined; // not JSON: then it is looked at as text
  }
}

/** Parameters that carry signatures of the page's own, by host of the upload flow (facts 2.5). */
const signatureParameters = new Set([
  'sig',
  'se',
  'sp',
  'sv',
  'sr',
  'st',
  'spr',
  'skoid',
  'sktid',
  'skt',
  'ske',
  'sks',
  'skv',
  'verify',
]);
const searchParameters = new Set(['query', 'q', 'prompt', 'prompt-textarea']);

function addressSlots(url: URL): readonly TextSlot[] {
  return [...url.searchParams]
    .filter(([key]) => !signatureParameters.has(key))
    .map(([key, text]) => ({ path: ['?', key], text, holder: searchParameters.has(key) ? 'text' : 'other' }));
}

function formSlots(body: string): readonly TextSlot[] {
  return [...new URLSearchParams(body)].map(([key, text]) => ({ path: ['form', key], text, holder: 'text' as const }));
}

/** Reads what takes time: multipart parts and compressed bodies, both bounded by what the page handed over. */
export async function readSlowly(call: Caught): Promise<Outgoing> {
  const url = new URL(call.url);
  const rule = ruleOf({ url, method: call.method });
  const address = addressSlots(url);
  const bytes = bytesOf(call);
  if (isMultipart(call)) return { rule, url, ...(await multipart(bytes, call.type, address)) };
  const encoding = call.encoding === '' && isGzip(bytes) ? 'gzip' : call.encoding;
  const plain = encoding === '' ? bytes : await inflate(bytes, encoding);
  const text = plain && textOf(plain);
  if (text === undefined) return { rule, url, slots: address, unreadable: [{ bytes: bytes.length, name: '' }] };
  const { slots } = textBody(text, rule, address);
  return { rule, url, slots, unreadable: [] };
}

async function multipart(bytes: Uint8Array<ArrayBuffer>, type: string, address: readonly TextSlot[]) {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const slots = [...address];
  const unreadable: UnreadablePart[] = [];
  for (const [key, value] of form) {
    if (typeof value === 'string') {
      slots.push({ path: ['form', key], text: value, holder: 'text' });
      continue;
    }
    const text = textOf(new Uint8Array(await value.arrayBuffer()));
    if (text === undefined) unreadable.push({ bytes: value.size, name: value.name });
    else slots.push({ path: ['form', key, value.name], text, holder: 'text' });
  }
  return { slots, unreadable };
}

function bytesOf({ kind, body }: Caught): Uint8Array<ArrayBuffer> {
  return kind === 'bytes' ? Uint8Array.from(body, (unit) => unit.charCodeAt(0)) : new TextEncoder().encode(body);
}

/** The text of bytes that are UTF-8, or UTF-16 with a byte order mark, and hold no NUL; `undefined` for anything else. */
export function textOf(bytes: Uint8Array): string | undefined {
  const mark = `${bytes[0] ?? 0},${bytes[1] ?? 0}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // not text in that encoding
  }
}

const largestInflated = 32 * 1024 * 1024;

/** A gzip member says so in its first bytes: RFC 1952, 2.3.1. Some calls pack their body without a header that tells. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

const formats: ReadonlyMap<string, CompressionFormat> = new Map([
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['deflate', 'deflate'],
]);

async function inflate(bytes: Uint8Array<ArrayBuffer>, encoding: string): Promise<Uint8Array | undefined> {
  const format = formats.get(encoding.toLowerCase());
  if (format === undefined) return undefined;
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > largestInflated) return undefined;
      chunks.push(next.value);
    }
    return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer());
  } catch {
    return undefined; // not what it says it is
  }
}
