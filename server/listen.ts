import { createAdaptorServer } from '@hono/node-server';
import { Server, createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Server as SecureServer, createServer as createSecureServer } from 'node:https';
import { EndpointProblem, errorCode } from './problem.ts';
import type { TlsFiles } from './tls-files.ts';

export interface Listening {
  readonly port: number;
  /** Lets running requests end, for five seconds at most. */
  close(): Promise<void>;
  /** Connections that begin from now on get this certificate. */
  renewTls(files: TlsFiles): void;
}

/** Answers a request before anything else sees it, and says so; what it leaves alone it has not touched. */
export type Shortcut = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface ListenOptions {
  readonly port: number;
  readonly host: string;
  /** HTTPS where it is given. */
  readonly tls?: TlsFiles | undefined;
  /** The option that names the port, for the sentence of a taken one. */
  readonly portOption?: '--port' | '--metrics-port';
  readonly shortcut?: Shortcut | undefined;
}

const graceMilliseconds = 5_000;

export async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  { port, host, tls, portOption = '--port', shortcut }: ListenOptions,
): Promise<Listening> {
  const server = makeServer(fetch, { tls, shortcut });
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(problem(error, { port, host, portOption })));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => shut(server),
    renewTls(files) {
      if (server instanceof SecureServer) server.setSecureContext({ ...files, minVersion: 'TLSv1.2' });
    },
  };
}

function makeServer(
  fetch: Parameters<typeof listen>[0],
  { tls, shortcut }: Pick<ListenOptions, 'tls' | 'shortcut'>,
): Server | SecureServer {
  const options = { ...tls, minVersion: 'TLSv1.2' as const };
  const make = (_: unknown, listener: RequestListener) => {
    const first = shortcut === undefined ? listener : tryFirst(shortcut, listener);
    return tls === undefined ? createServer(first) : createSecureServer(options, first);
  };
  const server = createAdaptorServer({ fetch, createServer: make as typeof createServer }); // of Node's three, this shape is ours
  if (server instanceof Server || server instanceof SecureServer) return server;
  throw new TypeError('not an HTTP/1.1 server');
}

function tryFirst(shortcut: Shortcut, listener: RequestListener): RequestListener {
  return (request, response) => {
    if (!shortcut(request, response)) listener(request, response);
  };
}

function shut(server: Server | SecureServer): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function problem(error: Error, { port, host, portOption }: ListenOptions): Error {
  const code = errorCode(error);
  if (code === 'EADDRINUSE') {
    return new EndpointProblem(
      `Port ${port} is taken; choose another with ${portOption ?? ''}, or 0 for any free one.`,
    );
  }
  if (code === 'EACCES')
    return new EndpointProblem(`Port ${port} needs more rights; choose one above 1023 with ${portOption ?? ''}.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new EndpointProblem(`The address ${host} is not one of this machine; choose another with --host.`);
  }
  return error;
}
