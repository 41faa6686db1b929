import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, postTo } from './asking.ts';
import { startStandin } from './server.ts';
import { readFrame } from './websocket.ts';

const standin = await startStandin({ chunkDelayMs: 0 });
afterAll(() => standin.close());
beforeEach(() => standin.ledger.clear());

const canary = 'q8Zx4-canary-Lm27';

async function speak(host: string, bytes: string | Buffer, after?: (socket: TLSSocket) => void): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', port: standin.port, servername: host, rejectUnauthorized: false });
  socket.on('error', () => socket.destroy());
  await new Promise<void>((ready) => socket.once('secureConnect', ready));
  socket.write(bytes);
  after?.(socket);
  return socket;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise((wake) => setTimeout(wake, 10));
  expect(holds()).toBe(true);
}

function maskedFrame(text: string, { split = false } = {}): Buffer {
  const payload = Buffer.from(text);
  const mask = Buffer.from([1, 2, 3, 4]);
  const masked = payload.map((byte, at) => byte ^ mask[at % 4]!);
  const size = payload.length < 126 ? [0x80 | payload.length] : [0xfe, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from([split ? 0x01 : 0x81, ...size]), mask, masked]);
}

describe('strictness', () => {
  it.each([
    ['POST', 'https://chatgpt.com/backend-api/something/new'],
    ['DELETE', 'https://chatgpt.com/backend-api/f/conversation'],
    ['GET', 'https://chatgpt.com/backend-xyz/me'],
    ['POST', 'https://chatgpt.com/backend-api/f/conversation/'],
    ['POST', 'https://ab.chatgpt.com/backend-api/f/conversation'],
    ['POST', 'https://sora.chatgpt.com/other'],
    ['POST', 'https://evil.test/'],
  ])('answers 599 to an unknown call and keeps its bytes: %s %s', async (method, address) => {
    const { status } = await ask(standin, address, { method, body: canary });
    expect(status).toBe(599);
    expect(standin.ledger.find(canary)).toHaveLength(1);
    expect(standin.ledger.unknown).toHaveLength(1);
    expect(() => standin.ledger.assertNoUnknownCalls()).toThrow(address);
  });

  it('has no complaint about known calls', async () => {
    await ask(standin, '/backend-api/me');
    expect(() => standin.ledger.assertNoUnknownCalls()).not.toThrow();
  });
});

describe('the ledger of the running server', () => {
  it('holds method, address, headers in their own spelling and the raw body', async () => {
    const body = Buffer.from([0, 255, 1, 254]);
    await ask(standin, 'https://files.oaiusercontent.com/files/f/raw?sig=a%2Bb', {
      method: 'PUT',
      headers: { 'X-Ms-Blob-Type': 'BlockBlob' },
      body,
    });
    const [record] = standin.ledger.records;
    expect(record).toMatchObject({
      host: 'files.oaiusercontent.com',
      method: 'PUT',
      url: 'https://files.oaiusercontent.com/files/f/raw?sig=a%2Bb',
      complete: true,
    });
    expect(record!.headers).toContainEqual(['X-Ms-Blob-Type', 'BlockBlob']);
    expect(record!.body.equals(body)).toBe(true);
    expect(record!.time).toBeGreaterThan(Date.now() - 60_000);
  });

  it('keeps what arrived of a request whose client went away', async () => {
    const head = 'POST /backend-api/files HTTP/1.1\r\nHost: chatgpt.com\r\nContent-Length: 5000\r\n\r\n';
    const socket = await speak('chatgpt.com', `${head}{"file_name":"${canary}`);
    await until(() => standin.ledger.find(canary).length === 1);
    socket.destroy();
    expect(standin.ledger.records[0]!.complete).toBe(false);
  });

  it('keeps bytes that are no request', async () => {
    const socket = await speak('chatgpt.com', `${canary} is no HTTP\r\n\r\n`);
    await until(() => standin.ledger.find(canary).length === 1);
    socket.destroy();
    expect(standin.ledger.unknown).toHaveLength(1);
  });

  it.each(['ws.chatgpt.com', 'other.chatgpt.com'])(
    'keeps what a WebSocket carries that is no command, and says that it does not know it: %s',
    async (host) => {
      const head = `GET /p1/ws/user/user-1?verify=x HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\n\r\n`;
      const frames = Buffer.concat([
        maskedFrame('x'.repeat(300)),
        maskedFrame(canary.slice(0, 6), { split: true }),
        maskedFrame(canary.slice(6)),
      ]);
      const socket = await speak(host, head, (open) => {
        // In two pieces, so that a frame has to be put together.
        open.once('data', () => {
          open.write(frames.subarray(0, 150));
          setTimeout(() => open.write(frames.subarray(150)), 20);
        });
      });
      await until(() => standin.ledger.find(canary).length === 1);
      socket.destroy();
      expect(standin.ledger.records[0]).toMatchObject({ webSocket: true, host });
      expect(standin.ledger.unknown).toHaveLength(1);
    },
  );

  it('reads no frame before it is there as a whole', () => {
    const frame = maskedFrame('y'.repeat(200));
    for (let length = 0; length < frame.length; length += 1)
      expect(readFrame(frame.subarray(0, length))).toBeUndefined();
    expect(readFrame(frame)?.payload.toString()).toBe('y'.repeat(200));
  });
});

describe('switches', () => {
  it('sends everything to itself and no name anywhere else', () => {
    const rules = standin.hostResolverRules(['MAP org.example.test:443 127.0.0.1:1']).split(', ');
    expect(rules[0]).toBe('MAP org.example.test:443 127.0.0.1:1');
    expect(rules).toContain(`MAP chatgpt.com:443 127.0.0.1:${standin.port}`);
    expect(rules.slice(-4)).toEqual(['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost', 'EXCLUDE *.local']);
    expect(standin.chromiumArgs().join(' ')).toContain(`--ignore-certificate-errors-spki-list=${standin.spki}`);
  });

  it('refuses a port that is taken', async () => {
    await expect(startStandin({}, standin.port)).rejects.toThrow();
  });

  it('ends although an answer is still running', async () => {
    const other = await startStandin({ chunkDelayMs: 60_000 });
    const message = { id: 'm', author: { role: 'user' }, content: { content_type: 'text', parts: ['x'] } };
    const answer = postTo(other, '/backend-api/f/conversation', { messages: [message] }).catch(() => 'cut off');
    await other.ledger.waitFor('/backend-api/f/conversation');
    await other.close();
    expect(await answer).toBe('cut off');
  });

  it('obeys the error modes', async () => {
    const message = { id: 'm', author: { role: 'user' }, content: { content_type: 'text', parts: ['x'] } };
    const post = () => postTo(standin, '/backend-api/f/conversation', { messages: [message] });
    standin.options.errorMode = 'rate-limit';
    const limited = await post();
    expect([limited.status, typeof JSON.parse(limited.text).detail]).toEqual([429, 'string']);
    standin.options.errorMode = 'html';
    expect((await post()).headers['content-type']).toContain('text/html');
    standin.options.errorMode = 'in-stream';
    expect((await post()).text).toContain('"error":"Something went wrong');
    standin.options.errorMode = 'none';
    expect((await post()).status).toBe(200);
  });
});
