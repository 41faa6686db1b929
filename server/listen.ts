import { createAdaptorServer } from '@hono/node-server';
import { Server } from 'node:http';
import { EndpointProblem, errorCode } from './problem.ts';

export interface Listening {
  readonly port: number;
  /** Lets running requests end, for five seconds at most. */
  close(): Promise<void>;
}

const graceMilliseconds = 5_000;

export async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  { port, host }: { readonly port: number; readonly host: string },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch });
  if (!(server instanceof Server)) throw new TypeError('not an HTTP/1.1 server');
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(problem(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : port, close: () => shut(server) };
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function problem(error: Error, port: number, host: string): Error {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new EndpointProblem(`Port ${port} is taken; choose another with --port, or 0 for any free one.`);
  }
  if (code === 'EACCES')
    return new EndpointProblem(`Port ${port} needs more rights; choose one above 1023 with --port.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new EndpointProblem(`The address ${host} is not one of this machine; choose another with --host.`);
  }
  return error;
}
