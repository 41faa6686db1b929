import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import { isImage } from '../../lib/files/kind.ts';
import { readImage } from '../../lib/files/image.ts';
import { readPdf } from '../../lib/files/pdf.ts';
import { readRequest } from '../../lib/messaging/reader-page.ts';
import type { ReaderRequest } from '../../lib/messaging/reader-page.ts';
import { createScanWorker } from './scan-worker-side.ts';

const scans = createScanWorker(() => new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' }));

/** A page that nobody sees: it does what is too large or takes too long for every tab. Only our own service worker asks it. */
browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
  const request = sender.id === browser.runtime.id && sender.tab === undefined ? readRequest(message) : undefined;
  return request && answer(request);
});

async function answer(request: ReaderRequest): Promise<unknown> {
  switch (request.reader) {
    case 'document': {
      const bytes = Uint8Array.from(atob(request.data), (unit) => unit.charCodeAt(0));
      return isImage(bytes) ? readImage(bytes) : readPdf(bytes);
    }
    case 'scan-begin':
      return scans.begin(request.inForce, request.parts);
    case 'scan-part':
      return scans.part(request.place, request.text);
    case 'scan-wait':
      return scans.wait();
  }
}
