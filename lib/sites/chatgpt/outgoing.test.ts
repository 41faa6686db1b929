import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../files/text.ts';
import { readAtOnce, readSlowly } from './outgoing.ts';
import type { Caught } from './outgoing.ts';

const call = (rest: Partial<Caught>): Caught => ({
  url: 'https://chatgpt.com/backend-api/f/conversation',
  method: 'POST',
  type: 'application/json',
  encoding: '',
  kind: 'text',
  body: '',
  ...rest,
});
const texts = (slots: readonly { readonly text: string }[] = []) => slots.map(({ text }) => text);
const binary = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

describe('readAtOnce', () => {
  it('reads JSON by its shape and writes it again', () => {
    const outgoing = readAtOnce(call({ body: '{"messages":[{"content":{"parts":["one","two"]}}]}' }));
    expect(texts(outgoing?.slots)).toEqual(['one', 'two']);
    const [, second] = outgoing!.slots;
    expect(outgoing!.rewrite!(new Map([[second!, 'TWO']]))).toBe('{"messages":[{"content":{"parts":["one","TWO"]}}]}');
  });

  it('takes a body that says JSON and is none for text', () => {
    expect(texts(readAtOnce(call({ body: '{"broken": words' }))?.slots)).toEqual(['{"broken": words']);
  });

  it('reads the address, but not the signatures of an upload', () => {
    const url = 'https://files.oaiusercontent.com/files/1/raw?sig=abcdef&se=2026&note=words';
    expect(texts(readAtOnce(call({ url, method: 'PUT', kind: 'none' }))?.slots)).toEqual(['words']);
  });

  it('reads form fields', () => {
    const type = 'application/x-www-form-urlencoded;charset=UTF-8';
    expect(texts(readAtOnce(call({ type, body: 'a=one+two&b=three' }))?.slots)).toEqual(['one two', 'three']);
  });

  it('reads the names of fields, and the whole of what only calls itself a form', () => {
    const type = 'application/x-www-form-urlencoded';
    expect(texts(readAtOnce(call({ type, body: 'a-long-name-of-a-field=1' }))?.slots)).toContain(
      'a-long-name-of-a-field',
    );
    const body = 'key="first=half&second"';
    expect(texts(readAtOnce(call({ type, body }))?.slots)).toContain(body);
  });

  it('reads long parts of the path and names of parameters', () => {
    const url = 'https://chatgpt.com/backend-api/x/a%20part%20of%20the%20path%20here?a-name-that-is-long-enough=v';
    const slots = readAtOnce(call({ url, kind: 'none' }))?.slots;
    expect(texts(slots)).toEqual(['v', 'a part of the path here', 'a-name-that-is-long-enough']);
    expect(
      readAtOnce(call({ url: 'https://chatgpt.com/%ff%ff-broken-escapes-here', kind: 'none' }))?.slots,
    ).toHaveLength(1);
  });

  it('reads what stands under a key that comes again, for the parser of the server may keep the first one', () => {
    const outgoing = readAtOnce(call({ body: '{"text":"a \\u0066irst one","text":"second"}' }));
    expect(outgoing?.slots.find(({ fixed }) => fixed)?.text).toBe('text\na first one\ntext\nsecond');
    expect(
      readAtOnce(call({ body: '{"text":"once","more":["twice","twice"]}' }))?.slots.some(({ fixed }) => fixed),
    ).toBe(false);
  });

  it('knows named calls only on the hosts of the product', () => {
    const path = '/backend-api/f/conversation';
    expect(readAtOnce(call({ url: `https://chatgpt.com${path}` }))?.rule.id).toBe('prompt');
    expect(readAtOnce(call({ url: `https://other.test${path}` }))?.rule.id).toBe('unknown');
    expect(readAtOnce(call({ url: 'https://other.test/backend-api/sentinel/ping' }))?.rule.kind).toBe('unknown');
    expect(readAtOnce(call({ url: 'https://other.test/api/estuary/upload_content' }))?.rule.kind).toBe('unknown');
  });

  it('says that it cannot read what is opaque', () => {
    expect(readAtOnce(call({ kind: 'opaque' }))?.unreadable).toHaveLength(1);
  });

  it('leaves bytes, multipart and packed bodies to the slow way', () => {
    expect(readAtOnce(call({ kind: 'bytes', body: '\u00ff' }))).toBeUndefined();
    expect(readAtOnce(call({ type: 'multipart/form-data; boundary=x' }))).toBeUndefined();
    expect(readAtOnce(call({ encoding: 'gzip' }))).toBeUndefined();
  });
});

describe('readSlowly', () => {
  it('unpacks gzip and reads it by its shape', async () => {
    const body = binary(gzipSync('{"prompt":"packed words"}'));
    expect(texts((await readSlowly(call({ kind: 'bytes', encoding: 'gzip', body }))).slots)).toEqual(['packed words']);
  });

  it('knows gzip without a header that tells', async () => {
    const body = binary(gzipSync('{"prompt":"packed words"}'));
    expect(texts((await readSlowly(call({ kind: 'bytes', body }))).slots)).toEqual(['packed words']);
  });

  it('stops at a bomb and calls it unreadable', async () => {
    const body = binary(gzipSync(Buffer.alloc(40 * 1024 * 1024)));
    expect((await readSlowly(call({ kind: 'bytes', encoding: 'gzip', body }))).unreadable).toHaveLength(1);
  });

  it('calls gzip that is none unreadable', async () => {
    expect((await readSlowly(call({ kind: 'text', encoding: 'gzip', body: 'plain' }))).unreadable).toHaveLength(1);
  });

  it('tells the text parts of a form from its bytes', async () => {
    const form = new FormData();
    form.append('purpose', 'a note');
    form.append('file', new Blob(['file words']), 'a.txt');
    form.append('image', new Blob([new Uint8Array([0x89, 0x50, 0xff, 0])]), 'a.png');
    const request = new Request('https://chatgpt.com/', { method: 'POST', body: form });
    const type = request.headers.get('content-type')!;
    const body = binary(new Uint8Array(await request.arrayBuffer()));
    const outgoing = await readSlowly(call({ kind: 'bytes', type, body }));
    expect(texts(outgoing.slots)).toEqual(['a note', 'a.txt', 'file words', 'a.png']);
    expect(outgoing.slots.every(({ fixed }) => fixed)).toBe(true);
    const digest = createHash('sha256')
      .update(Buffer.from([0x89, 0x50, 0xff, 0]))
      .digest('hex');
    expect(outgoing.unreadable).toEqual([{ bytes: 4, name: 'a.png', digest }]);
  });
});

describe('textOf', () => {
  it('reads UTF-8 and marked UTF-16, and refuses the rest', () => {
    expect(textOf(new TextEncoder().encode('grün'))).toBe('grün');
    expect(textOf(new Uint8Array([0xff, 0xfe, 0x61, 0x00]))).toBe('a');
    expect(textOf(new Uint8Array([0xc3, 0x28]))).toBeUndefined();
    expect(textOf(new Uint8Array([0x61, 0x00]))).toBeUndefined();
  });
});
