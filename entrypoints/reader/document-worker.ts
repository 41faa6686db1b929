import { createDocumentTask } from '../offscreen/document-task.ts';
import type { ToDocumentTask } from '../offscreen/document-task.ts';

const take = createDocumentTask((message) => postMessage(message));
addEventListener('message', ({ data }: MessageEvent<ToDocumentTask>) => take(data));
