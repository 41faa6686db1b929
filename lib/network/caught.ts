import type { WebRequest } from 'webextension-polyfill';
import type { Caught } from '../sites/chatgpt/outgoing.ts';

type Details = WebRequest.OnBeforeRequestDetailsType;

/** `form` where the browser showed a form, which may have files that it does not show. */
export interface CaughtRequest extends Caught {
  readonly form: boolean;
}

/** Chromium shows the body of these methods alone, whatever the others carry. */
const shownInChromium: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT']);

/** True where a request that shows no body may have one. */
export function mayHideBody(method: string, family: 'chrome' | 'firefox'): boolean {
  return family === 'chrome' && !shownInChromium.has(method);
}

/** A request as the browser tells it to a listener. */
export function caughtOf({ url, method, requestBody }: Details, family: 'chrome' | 'firefox'): CaughtRequest {
  const head = { url, method, type: '', encoding: '', form: false };
  if (!requestBody) return { ...head, kind: mayHideBody(method, family) ? 'opaque' : 'none', body: '' };
  if (requestBody.error !== undefined) return { ...head, kind: 'opaque', body: '' };
  const { formData, raw } = requestBody as unknown as {
    formData?: Record<string, string[]>;
    raw?: { bytes?: ArrayBuffer; file?: string }[];
  };
  if (formData) {
    const fields = Object.entries(formData).flatMap(([key, values]) =>
      values.map((value): [string, string] => [key, value]),
    );
    return {
      ...head,
      form: true,
      type: 'application/x-www-form-urlencoded',
      kind: 'text',
      body: new URLSearchParams(fields).toString(),
    };
  }
  if (!raw || raw.some(({ bytes }) => bytes === undefined)) return { ...head, kind: 'opaque', body: '' };
  const content = textOrOpaque(raw.flatMap(({ bytes }) => (bytes ? [new Uint8Array(bytes)] : [])));
  return { ...head, ...content, form: filePart.test(content.body) };
}

/** The head of a part with a file, in a body of `multipart/form-data` (RFC 7578, 4.2). */
const filePart = /^--[^\r\n]{1,100}\r\n(?:[^]*\r\n)?content-disposition:[^\r\n]{0,500};[ ]?filename\*?=/i;

function textOrOpaque(chunks: readonly Uint8Array[]): Pick<Caught, 'kind' | 'body'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
    return { kind: text === '' ? 'none' : 'text', body: text };
  } catch {
    return { kind: 'opaque', body: '' }; // not UTF-8
  }
}
