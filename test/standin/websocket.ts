import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';

// RFC 6455, section 1.3.
const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** The service's end of a WebSocket. */
export interface SocketEnd {
  readonly send: (text: string) => void;
  readonly close: () => void;
  /** Aborted once either end is gone. */
  readonly gone: AbortSignal;
}

interface Listeners {
  /** The payload of each frame, unmasked, as it came. */
  readonly onPayload: (payload: Buffer) => void;
  /** Each message as a whole, its frames put together. */
  readonly onMessage?: (text: string) => void;
}

/** Accepts a WebSocket and hands on what the client sends. */
export function acceptSocket(socket: Duplex, key: string, { onPayload, onMessage }: Listeners): SocketEnd {
  const accept = createHash('sha1')
    .update(key + magic)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  const gone = new AbortController();
  const close = () => {
    gone.abort();
    socket.end(Buffer.from([0x88, 0]));
  };
  let waiting = Buffer.alloc(0);
  let message = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let frame = readFrame(waiting); frame; frame = readFrame(waiting)) {
      waiting = waiting.subarray(frame.length);
      onPayload(frame.payload);
      if (frame.isClose) close();
      if (frame.isControl) continue;
      message = Buffer.concat([message, frame.payload]);
      if (!frame.isLast) continue;
      onMessage?.(message.toString('utf8'));
      message = Buffer.alloc(0);
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => gone.abort());
  return { send: (text) => gone.signal.aborted || socket.write(textFrame(text)), close, gone: gone.signal };
}

interface Frame {
  /** Bytes of the frame on the wire. */
  readonly length: number;
  readonly payload: Buffer;
  readonly isClose: boolean;
  /** True for what is no part of a message. */
  readonly isControl: boolean;
  /** True for the frame that ends its message. */
  readonly isLast: boolean;
}

/** Reads the first frame of a client; `undefined` while it is not there as a whole. */
export function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 6) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const extra = short === 127 ? 8 : short === 126 ? 2 : 0;
  const start = 2 + extra + 4; // a client always masks
  if (bytes.length < start) return undefined;
  const size = extra === 8 ? Number(bytes.readBigUInt64BE(2)) : extra === 2 ? bytes.readUInt16BE(2) : short;
  if (bytes.length < start + size) return undefined;
  const mask = bytes.subarray(start - 4, start);
  const payload = Buffer.from(bytes.subarray(start, start + size));
  for (const [at, byte] of payload.entries()) payload[at] = byte ^ (mask[at % 4] ?? 0);
  const [opcode, isLast] = [bytes.readUInt8(0) & 0x0f, bytes.readUInt8(0) >= 0x80];
  return { length: start + size, payload, isClose: opcode === 8, isControl: opcode >= 8, isLast };
}

/** A message of the service: one frame, not masked. */
export function textFrame(text: string): Buffer {
  const payload = Buffer.from(text, 'utf8');
  const head = Buffer.alloc(payload.length < 126 ? 2 : payload.length < 0x10000 ? 4 : 10);
  head.writeUInt8(0x81, 0);
  head.writeUInt8(payload.length < 126 ? payload.length : payload.length < 0x10000 ? 126 : 127, 1);
  if (head.length === 4) head.writeUInt16BE(payload.length, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(payload.length), 2);
  return Buffer.concat([head, payload]);
}
