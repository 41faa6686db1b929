import { createDocumentTask } from '../offscreen/document-task.ts';
import type { FrameIsBroken, FrameIsReady } from '../offscreen/document-frame.ts';
import type { FromDocumentTask, ToDocumentTask } from '../offscreen/document-task.ts';

/** Only the page that holds this one hears it: without an origin of our own there is none to name. */
function say(message: FromDocumentTask | FrameIsReady | FrameIsBroken): void {
  parent.postMessage(message, '*');
}

const take = createDocumentTask(say);
addEventListener('error', () => say({ isBroken: true }));
addEventListener('message', ({ source, data }: MessageEvent<ToDocumentTask>) => {
  if (source === parent) take(data);
});
say({ isReady: true });
