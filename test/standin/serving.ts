import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Call, Reply, World } from './call.ts';
import type { LeakLedger, RequestHead } from './leak-ledger.ts';
import { accountRoutes } from './routes/account.ts';
import { canvasRoutes } from './routes/canvas.ts';
import { conversationRoutes } from './routes/conversation.ts';
import { fileRoutes } from './routes/files.ts';
import { furtherRoutes } from './routes/further.ts';
import { gizmoRoutes } from './routes/gizmos.ts';
import { pageRoutes } from './routes/page.ts';
import { telemetryRoutes } from './routes/telemetry.ts';
import { typingRoutes } from './routes/typing.ts';
import { voiceRoutes } from './routes/voice.ts';
import { compileRoutes } from './routing.ts';
import { UserSocket } from './user-socket.ts';
import { acceptSocket } from './websocket.ts';

const findRoute = compileRoutes([
  ...pageRoutes,
  ...conversationRoutes,
  ...canvasRoutes,
  ...typingRoutes,
  ...accountRoutes,
  ...fileRoutes,
  ...gizmoRoutes,
  ...voiceRoutes,
  ...telemetryRoutes,
  ...furtherRoutes,
]);

const unknown: Reply = { status: 599, headers: { 'content-type': 'text/plain' }, body: 'Unknown to the stand-in.' };
const preflight: Reply = { status: 204, headers: {}, body: '' };
const socketPath = /^\/p\d+\/ws\/user\/[\w-]+$/;
const unreadableUrl = new URL('https://unreadable.invalid/');

function headOf(request: IncomingMessage, webSocket: boolean): RequestHead {
  const { rawHeaders } = request;
  const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : []));
  const host = (request.headers.host ?? 'no-host').replace(/:\d+$/, '');
  const scheme = webSocket ? 'wss' : 'https';
  return { host, method: request.method ?? '', url: `${scheme}://${host}${request.url ?? ''}`, headers, webSocket };
}

/** The second hosts are asked from the product's origin, so they have to allow it. */
function corsHeaders(call: Call): Readonly<Record<string, string>> {
  const { origin } = call.headers;
  if (origin === undefined || call.url.hostname === 'chatgpt.com') return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': call.headers['access-control-request-headers'] ?? '*',
    'access-control-expose-headers': 'etag',
    'access-control-max-age': '0',
  };
}

async function write(response: ServerResponse, reply: Reply, cors: Readonly<Record<string, string>>): Promise<void> {
  response.writeHead(reply.status, { ...cors, ...(reply.headers as Record<string, string | string[]>) });
  if (typeof reply.body === 'string' || Buffer.isBuffer(reply.body)) {
    response.end(reply.body);
    return;
  }
  for await (const part of reply.body) {
    if (response.destroyed) return;
    response.write(part);
  }
  response.end();
}

/** One request and the ledger that it is written to. */
export interface Arrival {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly ledger: LeakLedger;
  readonly world: World;
}

/** Reads a request into the ledger, from its first byte on, and answers it; an unknown one gets status 599. */
export async function serve({ request, response, ledger, world }: Arrival): Promise<void> {
  const head = headOf(request, false);
  const record = ledger.open(head);
  const url = URL.canParse(head.url) ? new URL(head.url) : unreadableUrl;
  const isPreflight = head.method === 'OPTIONS';
  const match = findRoute(isPreflight ? (request.headers['access-control-request-method'] ?? '') : head.method, url);
  record.route = match && `${match.route.method} ${match.route.path}`;
  for await (const chunk of request as AsyncIterable<Buffer>) record.add(chunk);
  record.complete = true;
  const headers = Object.fromEntries(head.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const call: Call = { method: head.method, url, headers, body: record.body, params: match?.params ?? {} };
  const reply = match ? (isPreflight ? preflight : await match.route.answer(call, world)) : unknown;
  await write(response, reply, corsHeaders(call));
}

interface Upgrade extends Omit<Arrival, 'response'> {
  readonly socket: Duplex;
}

/** Accepts a WebSocket. An unknown one too: what it would have carried is what a test wants to see. */
export function upgrade({ request, socket, ledger, world }: Upgrade): void {
  const head = headOf(request, true);
  const record = ledger.open(head);
  const isOfUser = head.host === 'ws.chatgpt.com' && socketPath.test(record.path);
  if (isOfUser) record.route = 'WebSocket of the user';
  const end = acceptSocket(socket, request.headers['sec-websocket-key'] ?? '', {
    onPayload: (payload) => record.add(payload),
    onMessage: (text) => {
      // One message that is no command makes a stranger of the whole socket.
      if (isOfUser && !user.receive(text)) record.route = undefined;
    },
  });
  const user = new UserSocket(end, world);
  record.complete = true;
}

/** Writes down bytes that are no readable request. */
export function recordUnreadable(bytes: Buffer, ledger: LeakLedger): void {
  const record = ledger.open({ host: '', method: 'UNREADABLE', url: '', headers: [], webSocket: false });
  record.add(bytes);
  record.complete = true;
}
