import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Standin } from '../../standin/server.ts';

export interface ConnectProxy {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const served =
  /^(?:chatgpt\.com|[a-z0-9.-]+\.chatgpt\.com|chat\.openai\.com|[a-z0-9.-]+\.oaiusercontent\.com|[a-z0-9.-]+\.blob\.core\.windows\.net|[a-z0-9.-]+\.example\.test)$/;

/** Firefox maps no hosts by itself: a proxy takes every tunnel for the product's hosts to the stand-in, and refuses all others. */
export async function startProxy(standin: Standin): Promise<ConnectProxy> {
  const open = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connect', (request, client: Socket) => {
    const [host = '', port] = (request.url ?? '').split(':');
    if (port !== '443' || !served.test(host)) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(standin.port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => open.delete(socket));
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(() => done());
      }),
  };
}
