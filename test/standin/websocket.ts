import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';

// RFC 6455, section 1.3.
const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** Accepts a WebSocket and hands each payload that the client sends, unmasked, to `onPayload`. Nothing is answered. */
export function acceptSocket(socket: Duplex, key: string, onPayload: (payload: Buffer) => void): void {
  const accept = createHash('sha1')
    .update(key + magic)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let waiting = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (let frame = readFrame(waiting); frame; frame = readFrame(waiting)) {
      waiting = waiting.subarray(frame.length);
      onPayload(frame.payload);
      if (frame.isClose) socket.end(Buffer.from([0x88, 0]));
    }
  });
  socket.on('error', () => socket.destroy());
}

interface Frame {
  /** Bytes of the frame on the wire. */
  readonly length: number;
  readonly payload: Buffer;
  readonly isClose: boolean;
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
  return { length: start + size, payload, isClose: (bytes.readUInt8(0) & 0x0f) === 8 };
}
