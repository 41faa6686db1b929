import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { incidentAt } from '../../server/testing/browser.ts';
import type { Database } from '../../server/store/database.ts';
import { insertIncidents } from '../../server/store/incidents.ts';
import { openPostgresql } from '../../server/store/postgresql.ts';
import type { ServerReady } from './endpoint-server.ts';

/** One side of a turn. */
interface Worker {
  readonly once: () => Promise<void>;
  readonly close: () => void;
}

/** Work for some seconds, or until so many incidents are answered. One request at a time on each connection. */
export interface Load {
  readonly kind: 'policy' | 'incidents' | 'insert';
  readonly server?: ServerReady | undefined;
  readonly databaseUrl?: string | undefined;
  readonly connections: number;
  /** Incidents in a request. */
  readonly batch: number;
  readonly seconds: number;
  readonly limit?: number | undefined;
}

/** Requests of a second, or incidents of a second. */
export interface LoadResult {
  readonly perSecond: number;
  readonly done: number;
}

/** One database in a run of the bench. */
let db: Database | undefined;

const event = JSON.stringify(JSON.stringify(incidentAt(Date.now(), { id: '@' })));
const salt = randomBytes(32).toString('base64url');
const [head = '', tail = ''] = `{"salt":"${salt}","event":${event}}`.split('@');

interface Chain {
  readonly id: string;
  from: number;
}

function incidentsRequest(bearer: string, chain: Chain, batch: number): string {
  const entries = Array.from({ length: batch }, () => head + randomUUID() + tail).join(',');
  const body = `{"chain":"${chain.id}","from":${chain.from},"entries":[${entries}]}`;
  chain.from += batch;
  return `POST /v1/incidents HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${bearer}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

function policyRequest(bearer: string, etag: string): string {
  return `GET /v1/policy HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${bearer}\r\nif-none-match: ${etag}\r\n\r\n`;
}

async function run(load: Load): Promise<LoadResult> {
  const { seconds, limit = Infinity, connections } = load;
  const send = load.kind === 'insert' ? inserter(load) : undefined;
  let done = 0;
  const began = performance.now();
  const end = began + seconds * 1_000;
  const worker = async (index: number) => {
    const { once, close } = send ?? (await requester(load, index));
    while (performance.now() < end && done < limit) {
      await once();
      if (performance.now() < end) done += load.batch;
    }
    close();
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => worker(index)));
  const elapsed = Math.min(performance.now() - began, seconds * 1_000);
  return { perSecond: done / (elapsed / 1_000), done };
}

function inserter({ databaseUrl = '', batch }: Load): Worker {
  db ??= openPostgresql(databaseUrl, () => undefined);
  const [queries, pseudonym] = [db, randomBytes(10).toString('hex')];
  const rows = () => Array.from({ length: batch }, () => ({ incident: incidentAt(Date.now()), pseudonym }));
  return { once: () => insertIncidents(queries, rows()), close: () => undefined };
}

async function requester({ kind, server, batch }: Load, index: number): Promise<Worker> {
  if (server === undefined) throw new TypeError('no server');
  const bearer = server.bearers[index % server.bearers.length] ?? '';
  const chain: Chain = { id: randomUUID(), from: 0 };
  const socket = connect(server.port, '127.0.0.1').setNoDelay();
  await new Promise((resolve) => socket.once('connect', resolve));
  const policy = policyRequest(bearer, server.etag);
  const expected = kind === 'policy' ? ' 304 ' : ' 200 ';
  const once = async () => {
    socket.write(kind === 'policy' ? policy : incidentsRequest(bearer, chain, batch), 'latin1');
    const answer = await answerOf(socket);
    if (!answer.slice(0, 16).includes(expected)) throw new Error(`answered ${answer.slice(0, 16)}`);
  };
  return { once, close: () => void socket.end() };
}

/** The next answer whole; ours say how long they are. */
function answerOf(socket: Socket): Promise<string> {
  let text = '';
  return new Promise((resolve) => {
    const take = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /content-length: (\d+)/i.exec(text.slice(0, end))?.[1];
      const isChunked = length === undefined && /transfer-encoding: chunked/i.test(text.slice(0, end));
      if (isChunked ? !text.endsWith('0\r\n\r\n') : text.length < end + 4 + Number(length ?? 0)) return;
      socket.off('data', take);
      resolve(text);
    };
    socket.on('data', take);
  });
}

process.on('message', (load) => void run(load as Load).then((result) => process.send?.(result)));
