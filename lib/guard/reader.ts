import { call } from '../messaging/client.ts';
import type { DocumentText } from '../messaging/contract.ts';

/** Larger files follow `unreadable`. Bytes. */
const largest = 16 * 1024 * 1024;

/** The text of a file, read by a page of ours; `undefined` where that cannot be had. */
export async function readInPage(bytes: Uint8Array<ArrayBuffer>): Promise<DocumentText | undefined> {
  if (bytes.length > largest) return undefined;
  const read = await call('document.read', { data: await base64Of(bytes) });
  return read.ok ? read.value : undefined;
}

/** By the browser's own reader: it does not hold the page up. */
function base64Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      done(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => fail(new Error('unreadable')));
    reader.readAsDataURL(new Blob([bytes]));
  });
}
