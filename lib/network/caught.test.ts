import { describe, expect, it } from 'vitest';
import type { WebRequest } from 'webextension-polyfill';
import { caughtOf as caughtIn } from './caught.ts';

const details = (requestBody: unknown) =>
  ({ url: 'https://chatgpt.com/x', method: 'POST', requestBody }) as WebRequest.OnBeforeRequestDetailsType;
const caughtOf = (request: WebRequest.OnBeforeRequestDetailsType) => caughtIn(request, 'chrome');
const raw = (...texts: string[]) => ({ raw: texts.map((text) => ({ bytes: new TextEncoder().encode(text).buffer })) });
const part = (disposition: string, value: string) =>
  `--boundary\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}`;

describe('caughtOf', () => {
  it('tells a body from none, and from one that the browser will not show', () => {
    expect(caughtOf(details(undefined)).kind).toBe('none');
    expect(caughtOf(details({ error: 'Unknown error.' })).kind).toBe('opaque');
    expect(caughtOf(details({ raw: [{ file: '/tmp/x' }] })).kind).toBe('opaque');
    expect(caughtOf(details({ raw: [{ bytes: new Uint8Array([0xff, 0xfe, 1]).buffer }] })).kind).toBe('opaque');
  });

  it('takes no shown body for a hidden one where the browser never shows it', () => {
    const patch = { ...details(undefined), method: 'PATCH' };
    expect(caughtIn(patch, 'chrome').kind).toBe('opaque');
    expect(caughtIn({ ...patch, method: 'DELETE' }, 'chrome').kind).toBe('opaque');
    expect(caughtIn(patch, 'firefox').kind).toBe('none');
  });

  it('joins pieces, through a character that they split', () => {
    const bytes = new TextEncoder().encode('grün');
    const pieces = { raw: [{ bytes: bytes.slice(0, 3).buffer }, { bytes: bytes.slice(3).buffer }] };
    expect(caughtOf(details(pieces))).toMatchObject({ kind: 'text', body: 'grün', form: false });
  });

  it('knows a form whose files are left out', () => {
    expect(caughtOf(details(raw(part('name="a"', 'words'), part('name="f"; filename="n.txt"', '')))).form).toBe(true);
    expect(caughtOf(details(raw(part('name="f"; filename="n.txt"', '')))).form).toBe(true);
    expect(caughtOf(details(raw(part('name="a"', 'words')))).form).toBe(false);
    expect(caughtOf(details(raw('a text about filename="n.txt"'))).form).toBe(false);
    expect(caughtOf(details({ formData: { a: ['1'], b: ['2', '3'] } }))).toMatchObject({
      form: true,
      body: 'a=1&b=2&b=3',
    });
  });
});
