import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCertificate } from '../testing/certificate.ts';
import { findRsyslog, startRsyslog } from '../testing/rsyslog.ts';
import type { OwnRsyslog, SyslogMessage } from '../testing/rsyslog.ts';
import { checkpointEvent, sinkEvents } from '../testing/sink-events.ts';
import { orderTo } from '../testing/sink-orders.ts';
import { toCef } from './formats/cef.ts';
import { toOcsf } from './formats/ocsf.ts';
import { syslog } from './syslog.ts';

const events = Object.values(sinkEvents);
const found = findRsyslog();

if (found === undefined) {
  it.skip('has rsyslog to run against', () => undefined);
  process.stdout.write('skipped: rsyslog (no rsyslogd with TLS found, and none could be installed)\n');
} else {
  describe('syslog, to rsyslogd', () => {
    const certificate = makeCertificate();
    let server: OwnRsyslog;
    beforeAll(async () => {
      server = await startRsyslog(found, certificate);
    });
    afterAll(() => server.stop());

    /** The messages that come after `before`, when there are as many. */
    async function messagesAfter(before: number, count: number): Promise<readonly SyslogMessage[]> {
      for (let attempt = 0; server.messages().length < before + count && attempt < 200; attempt += 1) await pause(50);
      return server.messages().slice(before);
    }

    it.each(['tcp', 'tls'] as const)('arrives over %s as RFC 5424 with CEF', async (transport) => {
      const before = server.messages().length;
      const port = transport === 'tls' ? server.tlsPort : server.tcpPort;
      const order = orderTo({ host: 'localhost', port, transport, format: 'cef', ca: certificate.cert });
      expect(await syslog.send(events, order)).toEqual(events.map(() => ({ verdict: 'accepted' })));
      const messages = await messagesAfter(before, events.length);
      expect(messages.map(({ message }) => message)).toEqual(events.map(toCef));
      expect(messages[0]).toMatchObject({
        pri: String(16 * 8 + 3), // local0, error: the finding is high
        version: '1',
        at: '2026-11-25T10:35:00Z',
        host: '-',
        app: 'sluice',
        id: 'incident',
      });
    });

    it('arrives as OCSF that reads back whole', async () => {
      const before = server.messages().length;
      const order = orderTo({ host: 'localhost', port: server.tcpPort, transport: 'tcp', format: 'ocsf' });
      await syslog.send(events, order);
      const messages = await messagesAfter(before, events.length);
      expect(messages.map(({ message }) => JSON.parse(message))).toEqual(
        events.map((event) => JSON.parse(JSON.stringify(toOcsf(event)))),
      );
    });

    it('carries a whole batch in one connection', async () => {
      const before = server.messages().length;
      const batch = Array.from({ length: 100 }, () => events).flat();
      const settings = { host: 'localhost', port: server.tlsPort, transport: 'tls', format: 'cef' };
      await syslog.send(batch, orderTo({ ...settings, ca: certificate.cert }));
      const messages = await messagesAfter(before, batch.length);
      expect(messages.map(({ message }) => message)).toEqual(batch.map(toCef));
    });

    it('carries a checkpoint of the audit log', async () => {
      const before = server.messages().length;
      const order = orderTo({ host: 'localhost', port: server.tcpPort, transport: 'tcp', format: 'cef' });
      await syslog.sendCheckpoint(checkpointEvent, order);
      expect(await messagesAfter(before, 1)).toMatchObject([
        { id: 'audit-checkpoint', message: checkpointEvent.signed },
      ]);
    });

    it('says what is wrong with the certificate, and sends nothing', async () => {
      const before = server.messages().length;
      const settings = { port: server.tlsPort, transport: 'tls', format: 'cef' };
      const unknown = orderTo({ ...settings, host: 'localhost' });
      await expect(syslog.send(events, unknown)).rejects.toThrow('certificate-refused');
      const otherName = orderTo({ ...settings, host: '127.0.0.1', ca: certificate.cert });
      await expect(syslog.send(events, otherName)).rejects.toThrow('certificate-refused');
      expect(server.messages()).toHaveLength(before);
    });
  });
}

describe('syslog, to receivers that fail', () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
    for (const socket of sockets) socket.destroy();
  });

  async function portOf(onSocket: (socket: Socket) => void): Promise<number> {
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      sockets.push(socket.on('error', () => undefined));
      onSocket(socket);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }
  const large = Array.from({ length: 2_000 }, () => events).flat(); // more than the buffers of a connection hold

  it.each([
    ['ends at once', 'connection-lost', (socket: Socket) => void socket.end()],
    [
      'resets midway',
      'connection-lost',
      (socket: Socket) => void socket.once('data', () => socket.resetAndDestroy()).resume(),
    ],
    ['ends midway', 'connection-lost', (socket: Socket) => void socket.once('data', () => socket.destroy()).resume()],
    ['never reads', 'timed-out', () => undefined],
    ['reads and never ends', 'timed-out', (socket: Socket) => void socket.resume()],
  ])('does not take for delivered what one that %s got', async (_name, problem, onSocket) => {
    const port = await portOf(onSocket);
    const order = orderTo({ host: '127.0.0.1', port, transport: 'tcp', format: 'cef' }, { timeout: 1_500 });
    await expect(syslog.send(large, order)).rejects.toThrow(problem);
  });

  it('says when nobody listens, and when the network is not allowed', async () => {
    const settings = { host: '127.0.0.1', port: 1, transport: 'tcp', format: 'cef' };
    await expect(syslog.send(events, orderTo(settings))).rejects.toThrow('unreachable');
    await expect(syslog.send(events, orderTo({ ...settings, allowedNetworks: [] }))).rejects.toThrow('address-refused');
    const outside = orderTo({ ...settings, host: '8.8.8.8', allowedNetworks: [] });
    await expect(syslog.send(events, outside)).rejects.toThrow('not-encrypted');
  });
});
