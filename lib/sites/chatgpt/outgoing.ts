import { textOf } from '../../files/text.ts';
import type { CallRule, Outgoing, TextSlot, UnreadablePart } from '../types.ts';
import { addressSlots } from './address.ts';
import { digestOf, inflate, isGzip, readBytes } from './bytes.ts';
import { ruleAmong } from './calls.ts';
import { isProductHost } from './hosts.ts';
import { hasDescription, withoutMadeUp } from './sdp.ts';
import { hiddenStrings, isCompletion, isDraft, readSlots, writeSlots } from './shapes.ts';
import { builtInSite } from './site.ts';
import type { Site } from './site.ts';

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
export function readAtOnce(call: Caught, site: Site = builtInSite): Outgoing | undefined {
  const url = new URL(call.url);
  const rule = ruleAmong(site.calls, { url, method: call.method });
  const base = { rule, url, unreadable: [] };
  const address = addressSlots(url);
  if (call.kind === 'none') return { ...base, slots: address };
  if (call.kind === 'opaque') return { ...base, slots: address, unreadable: [{ bytes: 0, name: '' }] };
  if (call.kind === 'bytes' || isMultipart(call) || call.encoding !== '') return undefined;
  if (/^application\/x-www-form-urlencoded/i.test(call.type))
    return { ...base, slots: [...address, ...formSlots(call.body, rule)] };
  const body = textBody(call.body, rule, address);
  return { ...base, rule: ruleByShape(rule, body.json, url), ...body };
}

/** What a worker is made of, where its address holds it: the page wrote that, as it writes its calls. */
export function readSource(source: string, site: Site = builtInSite): Outgoing {
  const url = new URL(sourceUrl);
  const rule = ruleAmong(site.calls, { url, method: 'GET' });
  return { rule, url, unreadable: [], slots: [{ path: ['#source'], text: source, holder: 'other', fixed: true }] };
}

/** It goes to no address; this one stands for it. */
const sourceUrl = 'https://chatgpt.com/worker';

/** A draft stays one when its address changes: it is known by its fields. */
function ruleByShape(rule: CallRule, json: unknown, { hostname }: URL): CallRule {
  if (rule.kind !== 'unknown' || !isProductHost(hostname)) return rule;
  if (isDraft(json)) return { ...rule, kind: 'draft' };
  return isCompletion(json) ? { ...rule, kind: 'completion' } : rule;
}

/** Nothing can be put in the place of what two browsers agree on. */
function descriptionSlot(sdp: string): TextSlot {
  return { path: ['sdp'], text: withoutMadeUp(sdp), holder: 'text', fixed: true };
}

function isMultipart({ type }: Caught): boolean {
  return /^multipart\/form-data/i.test(type);
}

type Body = Pick<Outgoing, 'slots' | 'rewrite' | 'json'>;

function textBody(body: string, rule: CallRule, address: readonly TextSlot[]): Body {
  const json = rule.kind === 'upload' ? undefined : parseJson(body);
  if (json === undefined && hasDescription(rule)) return { slots: [...address, descriptionSlot(body)] };
  if (json === undefined) return { slots: [...address, ...plainSlots(body, rule)], rewrite: plainRewrite(body) };
  return {
    json,
    slots: [...address, ...readSlots(json, rule), ...hiddenSlots(body, json)],
    rewrite: (texts) => JSON.stringify(writeSlots(json, texts)),
  };
}

/** Of two equal keys a parser keeps the last one, but the server gets both. */
function hiddenSlots(body: string, json: unknown): readonly TextSlot[] {
  const hidden = hiddenStrings(body, json);
  return hidden === undefined ? [] : [{ path: ['#hidden'], text: hidden, holder: 'text', fixed: true }];
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

function formSlots(body: string, rule: CallRule): readonly TextSlot[] {
  const fields = new URLSearchParams(body);
  const slots = [...fields].flatMap(([key, text]) => fieldSlots(key, text, rule));
  // What no browser has encoded may only be called a form: then `=` and `&` are part of its text.
  if (fields.toString() !== body) slots.push({ path: ['form', '#raw'], text: body, holder: 'text', fixed: true });
  return slots;
}

/** A secret can stand in the name of a field as well. */
const shortestKey = 12;

function fieldSlots(key: string, written: string, rule: CallRule): TextSlot[] {
  const text = hasDescription(rule) ? withoutMadeUp(written) : written;
  const value: TextSlot = { path: ['form', key], text, holder: 'text', fixed: true };
  if (key.length < shortestKey) return [value];
  return [value, { path: ['form', key, '#key'], text: key, holder: 'other', fixed: true }];
}

/** Reads what takes time: multipart parts and compressed bodies, both bounded by what the page handed over. */
export async function readSlowly(call: Caught, site: Site = builtInSite): Promise<Outgoing> {
  const url = new URL(call.url);
  const rule = ruleAmong(site.calls, { url, method: call.method });
  const address = addressSlots(url);
  const bytes = bytesOf(call);
  if (isMultipart(call)) return { rule, url, ...(await multipart(bytes, call.type, { rule, address })) };
  const encoding = call.encoding === '' && isGzip(bytes) ? 'gzip' : call.encoding;
  const plain = encoding === '' ? bytes : await inflate(bytes, encoding);
  const text = plain && textOf(plain);
  if (text === undefined) return { rule, url, slots: address, unreadable: [await unreadablePart(bytes, '')] };
  const { slots } = textBody(text, rule, address);
  return { rule, url, slots, unreadable: [] };
}

async function multipart(
  bytes: Uint8Array<ArrayBuffer>,
  type: string,
  { rule, address }: { readonly rule: CallRule; readonly address: readonly TextSlot[] },
) {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const slots = [...address];
  const unreadable: UnreadablePart[] = [];
  for (const [key, value] of form) {
    if (typeof value === 'string') {
      slots.push(...fieldSlots(key, value, rule));
      continue;
    }
    slots.push(...fieldSlots(key, value.name, rule));
    const content = await readBytes(value);
    const text = textOf(content);
    if (text === undefined) unreadable.push(await unreadablePart(content, value.name));
    else slots.push({ path: ['form', key, '#file'], text, holder: 'text', fixed: true });
  }
  return { slots, unreadable };
}

async function unreadablePart(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<UnreadablePart> {
  return { bytes: bytes.length, name, digest: await digestOf(bytes) };
}

/** The body as bytes. */
export function bytesOf({ kind, body }: Pick<Caught, 'kind' | 'body'>): Uint8Array<ArrayBuffer> {
  return kind === 'bytes' ? Uint8Array.from(body, (unit) => unit.charCodeAt(0)) : new TextEncoder().encode(body);
}
