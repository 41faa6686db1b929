import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import { isImage } from '../../lib/files/kind.ts';
import { readImage } from '../../lib/files/image.ts';
import { readPdf } from '../../lib/files/pdf.ts';
import { readRequest } from '../../lib/messaging/reader-page.ts';

/** A page that nobody sees: it reads documents whose parser is too large for every tab. Only our own service worker asks it. */
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  const data = sender.id === browser.runtime.id && sender.tab === undefined ? readRequest(message) : undefined;
  if (data === undefined) return undefined;
  const bytes = Uint8Array.from(atob(data), (unit) => unit.charCodeAt(0));
  return isImage(bytes) ? readImage(bytes) : readPdf(bytes);
});
