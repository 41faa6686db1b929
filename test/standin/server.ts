import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { makeAccount } from './account.ts';
import { chromiumSwitches, resolverRules } from './browser-args.ts';
import type { World } from './call.ts';
import { makeCertificate } from './certificate.ts';
import { Conversations } from './conversations.ts';
import { LeakLedger } from './leak-ledger.ts';
import { defaultOptions } from './options.ts';
import type { StandinOptions } from './options.ts';
import { recordUnreadable, serve, upgrade } from './serving.ts';
import { Textdocs } from './textdocs.ts';
import { Tokens } from './tokens.ts';
import { Turns } from './turns.ts';
import { VoiceExchange } from './voice-exchange.ts';

/** A running imitation of https://chatgpt.com and its neighbours on one loopback port. */
export interface Standin {
  readonly port: number;
  /** For Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  /** Change a field to change what the stand-in does from then on. */
  readonly options: StandinOptions;
  readonly ledger: LeakLedger;
  /** The value of `--host-resolver-rules`; `more` rules come first and win. */
  hostResolverRules(more?: readonly string[]): string;
  /** All switches that Chromium needs; `more` are further resolver rules. */
  chromiumArgs(more?: readonly string[]): readonly string[];
  close(): Promise<void>;
}

function makeWorld(options: StandinOptions): World {
  const tokens = new Tokens(options.seed);
  return {
    options,
    tokens,
    account: makeAccount(tokens),
    conversations: new Conversations(tokens),
    turns: new Turns(tokens),
    textdocs: new Textdocs(tokens),
    voice: new VoiceExchange(tokens),
    instructions: { about_user_message: '', about_model_message: '' },
    files: new Map(),
    gpts: new Set(),
  };
}

function attach(server: Server, ledger: LeakLedger, world: World): void {
  server.on('request', (request, response) => {
    // A client that goes away in the middle ends here; what it sent is in the ledger.
    serve({ request, response, ledger, world }).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, early) => {
    socket.unshift(early);
    upgrade({ request, socket, ledger, world });
  });
  server.on('clientError', (error: Error & { rawPacket?: Buffer }, socket) => {
    // A client that only went away sent nothing more.
    if (error.rawPacket) recordUnreadable(error.rawPacket, ledger);
    socket.destroy();
  });
}

/** Returns a function that ends the server with all that is still open, answers that run included. */
function closerOf(server: Server): () => Promise<void> {
  const sockets = new Set<Duplex>();
  server.on('connection', (socket: Duplex) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  return async () => {
    const closed = new Promise<void>((done) => server.close(() => done()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
}

/** Starts the stand-in on 127.0.0.1; resolves once it listens, rejects when the port is taken. Port 0 takes any free one. */
export async function startStandin(given: Partial<StandinOptions> = {}, wantedPort = 0): Promise<Standin> {
  const options: StandinOptions = { ...defaultOptions, ...given };
  const ledger = new LeakLedger();
  const { key, chain, spki } = makeCertificate();
  const server = createServer({ key, cert: chain });
  attach(server, ledger, makeWorld(options));
  const close = closerOf(server);
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(wantedPort, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const hostResolverRules = (more: readonly string[] = []): string => resolverRules(port, more);
  const chromiumArgs = (more: readonly string[] = []): readonly string[] =>
    chromiumSwitches(hostResolverRules(more), spki);
  return { port, spki, options, ledger, hostResolverRules, chromiumArgs, close };
}
