import { request } from 'node:https';
import type { Standin } from './server.ts';

/** The answer to one request, its chunks as they arrived. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly chunks: readonly Buffer[];
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Asks the stand-in for an address of any of its hosts, without a browser. */
export async function ask(standin: Standin, address: string, asked: Asked = {}): Promise<Answered> {
  const url = new URL(address, 'https://chatgpt.com');
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: standin.port,
        servername: url.hostname,
        path: url.pathname + url.search,
        method: asked.method ?? 'GET',
        headers: { 'content-length': Buffer.byteLength(asked.body ?? ''), ...asked.headers, host: url.hostname },
        // The certificate has its own test; here only the answers count.
        rejectUnauthorized: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, chunks, text });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(asked.body);
  });
}

/** Posts a value as JSON. */
export const postTo = (standin: Standin, path: string, value: unknown): Promise<Answered> =>
  ask(standin, path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
