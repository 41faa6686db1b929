import browser from 'webextension-polyfill';
import type { Runtime } from 'webextension-polyfill';
import { readRequest } from '../../lib/messaging/reader-page.ts';
import type { ReaderRequest } from '../../lib/messaging/reader-page.ts';
import { createDocuments } from './document-side.ts';
import type { DocumentPlace } from './document-side.ts';
import { createScanWorker } from './scan-worker-side.ts';

/** A page that nobody sees: it does what is too large or takes too long for every tab. Only our own service worker asks it. */
export function serveReader(startDocument: () => DocumentPlace): void {
  const documents = createDocuments(startDocument);
  const scans = createScanWorker(() => new Worker(new URL('./scan-worker.ts', import.meta.url), { type: 'module' }));
  const answer = async (request: ReaderRequest): Promise<unknown> => {
    switch (request.reader) {
      case 'document-begin':
        return documents.begin(request.parts);
      case 'document-part':
        return documents.part(request.place, request.data);
      case 'document-read':
        return documents.read(request.changes);
      case 'document-take':
        return documents.take(request.of, request.place);
      case 'scan-begin':
        return scans.begin(request.inForce, request.parts);
      case 'scan-part':
        return scans.part(request.place, request.text);
      case 'scan-wait':
        return scans.wait();
    }
  };
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const request = sender.id === browser.runtime.id && sender.tab === undefined ? readRequest(message) : undefined;
    return request && answer(request);
  });
}
