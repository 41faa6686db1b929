import { createHash } from 'node:crypto';
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LeakLedger } from './leak-ledger.ts';

// Quote, backslash, plus, slash, space and letters beyond ASCII: each encoding has to do something.
const canary = 'zq7"Kärnöl\\ü+/ 日本 x?&=%41~9';
const bytes = Buffer.from(canary, 'utf8');
const hash = createHash('sha256').update(canary);
const digest = hash.copy().digest('hex');

interface Sample {
  readonly url?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string | Buffer;
}

function ledgerWith({ url = 'https://chatgpt.com/x', headers = [], body = '' }: Sample): LeakLedger {
  const ledger = new LeakLedger();
  const open = ledger.open({ host: 'chatgpt.com', method: 'POST', url, headers, webSocket: false });
  open.add(Buffer.from(body));
  return ledger;
}

const shifted = (lead: string): string =>
  Buffer.concat([Buffer.from(lead), bytes, Buffer.from('tail')]).toString('base64');
const urlSafe = (text: string): string => Buffer.from(text, 'base64').toString('base64url');
const utf16Escaped = canary.replace(/[^ -!#-[\]-~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const hits: Readonly<Record<string, Sample>> = {
  'raw in the body': { body: `a ${canary} b` },
  'raw in bytes that are no text': { body: Buffer.concat([Buffer.from([0xff, 0xfe, 0]), bytes, Buffer.from([0xc3])]) },
  'percent-encoded in the URL': { url: `https://chatgpt.com/?q=${encodeURIComponent(canary)}` },
  'form-encoded in the URL': { url: `https://chatgpt.com/?${new URLSearchParams({ q: canary }).toString()}` },
  'every byte percent-encoded, in lower case': {
    url: `https://chatgpt.com/?q=${bytes.toString('hex').replace(/../g, '%$&')}`,
  },
  'percent-encoded twice': { url: `https://chatgpt.com/?q=${encodeURIComponent(encodeURIComponent(canary))}` },
  'every byte percent-encoded, twice': {
    url: `https://chatgpt.com/?q=${bytes.toString('hex').replace(/../g, '%25$&')}`,
  },
  'percent-encoded in the body': { body: `f=${encodeURIComponent(canary)}&g=1` },
  'form-encoded in the body': { body: new URLSearchParams({ f: canary }).toString() },
  'in a header': { headers: [['x-note', encodeURIComponent(canary)]] },
  'base64, first alignment': { body: shifted('') },
  'base64, second alignment': { body: shifted('a') },
  'base64, third alignment': { body: shifted('ab') },
  'base64url, first alignment': { url: `https://chatgpt.com/${urlSafe(shifted(''))}` },
  'base64url, second alignment': { url: `https://chatgpt.com/${urlSafe(shifted('a'))}` },
  'base64url, third alignment': { url: `https://chatgpt.com/${urlSafe(shifted('ab'))}` },
  'hex in lower case': { body: bytes.toString('hex') },
  'hex in upper case': { body: bytes.toString('hex').toUpperCase() },
  'JSON-escaped': { body: JSON.stringify({ parts: [canary] }) },
  'JSON inside JSON': { body: JSON.stringify({ a: JSON.stringify({ parts: [canary] }) }) },
  'JSON inside JSON inside JSON': { body: JSON.stringify(JSON.stringify(JSON.stringify([canary]))) },
  'JSON with escapes for all but ASCII': { body: `{"a":"${utf16Escaped}"}` },
  'JSON inside the URL': { url: `https://chatgpt.com/?v=${encodeURIComponent(JSON.stringify([canary]))}` },
  gzip: { body: gzipSync(JSON.stringify([canary])) },
  'gzip behind other bytes': { body: Buffer.concat([Buffer.from('--part\r\n\r\n'), gzipSync(canary)]) },
  'gzip that was cut off': { body: gzipSync(canary + 'x'.repeat(99)).subarray(0, -6) },
  'declared deflate': { headers: [['Content-Encoding', 'deflate']], body: deflateRawSync(canary) },
  'declared brotli': { headers: [['content-encoding', 'br']], body: brotliCompressSync(canary) },
  'base64 inside gzip': { body: gzipSync(shifted('a')) },
  'utf-16': { body: Buffer.from(canary, 'utf16le') },
  'a list of byte values': { body: `[${[...bytes].join(',')}]` },
  'sha-256 in hex': { body: JSON.stringify({ sha256_digest: digest }) },
  'sha-256 in upper-case hex': { body: digest.toUpperCase() },
  'sha-256 in base64': { body: Buffer.from(digest, 'hex').toString('base64') },
};

describe('the leak ledger', () => {
  it.each(Object.entries(hits))('finds a canary: %s', (_, sample) => {
    const ledger = ledgerWith(sample);
    expect(ledger.find(canary)).toEqual(ledger.records);
  });

  it.each(Object.entries(hits))('does not find another canary there: %s', (_, sample) => {
    expect(ledgerWith(sample).find(`${canary}!`)).toEqual([]);
  });

  it('says in which form and place it saw the canary', () => {
    const [sighting] = ledgerWith({ body: bytes.toString('hex') }).sightings(canary);
    expect(sighting).toMatchObject({ form: 'hex', place: 'body' });
  });

  it('finds a canary that arrived in several chunks, before the request is complete', () => {
    const ledger = new LeakLedger();
    const open = ledger.open({ host: 'a', method: 'POST', url: 'https://a/', headers: [], webSocket: false });
    for (const byte of bytes) open.add(Buffer.from([byte]));
    expect(ledger.find(canary)).toHaveLength(1);
  });

  it.each(['', 'base64', 'hex'] as const)('finds any eight characters of the canary %s', (encoding) => {
    const secret = 'Q7mZ4xTr9LkV2bWn';
    const write = (text: string): string => (encoding === '' ? text : Buffer.from(text).toString(encoding));
    for (let at = 0; at + 8 <= secret.length; at += 1)
      expect(ledgerWith({ body: `-${write(secret.slice(at, at + 8))}-` }).findFragments(secret)).toHaveLength(1);
    expect(ledgerWith({ body: `-${write(secret.slice(3, 10))}-` }).findFragments(secret)).toEqual([]);
  });

  it('refuses an empty canary, which would be everywhere', () => {
    expect(() => ledgerWith({}).find('')).toThrow();
  });

  it('forgets when it is cleared', () => {
    const ledger = ledgerWith({ body: canary });
    ledger.clear();
    expect(ledger.records).toEqual([]);
    expect(ledger.find(canary)).toEqual([]);
  });

  it('lists calls by path and by address', () => {
    const ledger = ledgerWith({ url: 'https://chatgpt.com/backend-api/files/abc/download?x=1' });
    expect(ledger.to('/backend-api/files/*/download')).toHaveLength(1);
    expect(ledger.to('/backend-api/files/*')).toEqual([]);
    expect(ledger.to('/backend-api/files')).toEqual([]);
    expect(ledger.to(/chatgpt\.com.*\?x=1$/)).toHaveLength(1);
  });

  it('throws with a list of the calls that no route knew', () => {
    const ledger = ledgerWith({ url: 'https://chatgpt.com/backend-api/new-thing' });
    expect(() => ledger.assertNoUnknownCalls()).toThrow(
      /1 calls.*\n.*POST https:\/\/chatgpt\.com\/backend-api\/new-thing/,
    );
  });
});
