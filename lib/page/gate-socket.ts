import type { Answer } from '../bridge/wire.ts';
import type { Asker, Question } from './asker.ts';
import { describeRequest, requestOfBody } from './body.ts';
import {
  NativeBuffer,
  applyTo,
  channelPrototype,
  channelSend,
  mapGet,
  mapSet,
  socketPrototype,
  socketSend,
  socketUrl,
} from './captured.ts';
import { replaceNative } from './native-shape.ts';

interface Frame {
  /** What was judged: a string, or bytes of our own. */
  data: unknown;
  answer: Answer | undefined;
}

interface Queue {
  /** Frames that wait, oldest at `first`; a record, not an array, so that no prototype is met. */
  readonly frames: Record<number, Frame>;
  first: number;
  next: number;
}

const queues = new WeakMap<object, Queue>();

/** Judges each outgoing frame and keeps their order: a frame that waits holds those behind it. */
export function gateSocket(ask: Asker): void {
  gateFrames(ask, {
    way: 'socket',
    prototype: socketPrototype,
    send: socketSend,
    urlOf: (socket) => socketUrl(socket as WebSocket), // throws for anything but a socket, as ever
  });
  if (!channelPrototype || !channelSend) return;
  gateFrames(ask, { way: 'channel', prototype: channelPrototype, send: channelSend, urlOf: () => channelUrl });
}

/** Frames of a data channel go to no address; this one stands for them. */
const channelUrl = 'https://chatgpt.com/realtime/channel';

interface Kind {
  readonly way: 'socket' | 'channel';
  readonly prototype: object;
  readonly send: (this: never, data: never) => void;
  readonly urlOf: (sender: object) => string;
}

function gateFrames(ask: Asker, { way, prototype, send, urlOf }: Kind): void {
  replaceNative(prototype, 'send', (_native, receiver, args) => {
    const socket = receiver as object;
    const url = urlOf(socket);
    const data = args[0];
    const queue = queueOf(socket);
    const frame: Frame = { data: undefined, answer: undefined };
    queue.frames[queue.next++] = frame;
    describeFrame({ way, url }, data, (question, judged) => {
      frame.data = judged;
      ask(question, (answer) => {
        frame.answer = answer;
        flush(queue, (frame) => void applyTo(send, socket, [frame]));
      });
    });
  });
}

function queueOf(socket: object): Queue {
  const known = mapGet(queues, socket) as Queue | undefined;
  if (known) return known;
  const queue: Queue = { frames: Object.create(null) as Record<number, Frame>, first: 0, next: 0 };
  mapSet(queues, socket, queue);
  return queue;
}

function describeFrame(
  { way, url }: Pick<Question, 'way' | 'url'>,
  data: unknown,
  onQuestion: (question: Question, judged: string | ArrayBuffer | undefined) => void,
): void {
  const base = { method: 'SEND', type: '', encoding: '', wait: true } as const;
  const { method, type, encoding, wait } = base;
  if (typeof data === 'string') {
    onQuestion({ way, url, method, type, encoding, wait, kind: 'text', body: data }, data);
    return;
  }
  describeRequest(requestOfBody(data as BodyInit), { way, wait }, ({ kind, body }, bytes) =>
    onQuestion({ way, url, method, type, encoding, wait, kind, body }, kind === 'none' ? new NativeBuffer(0) : bytes),
  );
}

function flush(queue: Queue, send: (frame: unknown) => void): void {
  for (let frame = queue.frames[queue.first]; frame?.answer; frame = queue.frames[queue.first]) {
    Reflect.deleteProperty(queue.frames, queue.first);
    queue.first += 1;
    // Without judged bytes there is nothing to send: the page's frame could not be read.
    if (frame.answer.decision === 'pass' && frame.data !== undefined) send(frame.data);
    else if (frame.answer.decision === 'rewrite') send(frame.answer.body);
  }
}
