import type { DocumentPlace } from '../offscreen/document-side.ts';
import type { FromDocumentTask } from '../offscreen/document-task.ts';
import { serveReader } from '../offscreen/serve.ts';

/** Firefox has no sandboxed pages: there documents are read in a worker. */
function documentWorker(): DocumentPlace {
  const worker = new Worker(new URL('./document-worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    onSaid: (hear) =>
      worker.addEventListener('message', ({ data }: MessageEvent<Partial<FromDocumentTask>>) => hear(data)),
    broken: new Promise((_done, fail) => {
      worker.addEventListener('error', () => fail(new Error('the worker failed')));
    }),
    end: () => worker.terminate(),
  };
}

serveReader(documentWorker);
