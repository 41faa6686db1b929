import { api, commonHeaders, options } from './bootstrap.js';
import { postJson } from './natives.js';
import { subscribe } from './user-socket.js';

/** What a response says, as pieces of text. Whoever has read enough of it lets the rest come in unread. */
export const textOf = (response) => response.body.pipeThrough(new TextDecoderStream()).values({ preventCancel: true });

async function resume(conversationId, offset, signal) {
  const path = `${api}/f/conversation/resume`;
  const headers = { ...commonHeaders(path), accept: 'text/event-stream' };
  const body = { conversation_id: conversationId, offset };
  const response = await postJson(path, body, { headers, as: options.bodyAs, signal });
  if (!response.ok) throw new Error(`Something went wrong (${response.status}). Reload to see the answer.`);
  return textOf(response);
}

/** The items of a topic as a stream of text. It ends without an error when the socket breaks off. */
async function fromSocket(topic, count, signal) {
  let controller;
  const stream = new ReadableStream({ start: (given) => (controller = given) });
  const end = await subscribe(topic, {
    item: (text) => {
      count();
      controller.enqueue(text);
    },
    broken: () => controller.close(),
  });
  if (!end) return undefined;
  signal.addEventListener('abort', () => {
    end();
    controller.error(new DOMException('Stopped', 'AbortError'));
  });
  return { stream, end };
}

/**
 * The rest of an answer whose first stream ended with a hand-off: over the socket where that is offered, and by resuming from the slice on
 * that has not come.
 */
export async function* restOfAnswer({ conversation_id: conversationId, options: ways }, signal) {
  const topic = ways.find(({ type }) => type === 'subscribe_ws_topic')?.topic_id;
  let received = 0;
  const socket = topic && (await fromSocket(topic, () => (received += 1), signal));
  try {
    if (socket) yield* socket.stream;
    yield* await resume(conversationId, received, signal);
  } finally {
    socket?.end();
  }
}
