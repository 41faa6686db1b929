import { connect as connectTcp, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import * as z from 'zod/mini';
import type { Severity } from '../../lib/vocabulary/content.ts';
import { toCef } from './formats/cef.ts';
import type { SinkEvent } from './formats/event.ts';
import { toOcsf } from './formats/ocsf.ts';
import { ca, networks, port } from './form.ts';
import { checkedAddresses, pinned } from './guard.ts';
import { reach } from './http.ts';
import { SinkProblem, deadline, defineSink, forAll } from './sink.ts';
import type { Order } from './sink.ts';
import { problemOf } from './transport.ts';

const Settings = z.strictObject({
  host: z.string().check(z.regex(/^[A-Za-z0-9.:_-]{1,253}$/)),
  port: z.int().check(z.gte(1), z.lte(65_535)),
  transport: z.enum(['tls', 'tcp']),
  format: z.enum(['cef', 'ocsf']),
  ...reach,
});
type Settings = z.infer<typeof Settings>;

/** Facility local0. https://www.rfc-editor.org/rfc/rfc5424#section-6.2.1 */
const facility = 16;
/** Informational to critical. */
const severityNumbers: Readonly<Record<Severity, number>> = { low: 5, medium: 4, high: 3, critical: 2 };
const informational = 6;

/**
 * Syslog over TCP or TLS, in frames with a count of bytes (RFC 6587, RFC 5425). Syslog has no acknowledgement: each batch has a
 * connection of its own, which we end, and the receiver's own end says that it has read everything before it.
 */
export const syslog = defineSink<Settings>({
  kind: 'syslog',
  title: 'Syslog (CEF or OCSF)',
  form: [
    { name: 'host', label: 'Host', required: true },
    port('6514'),
    { name: 'transport', label: 'Connection', choices: ['tls', 'tcp'] },
    { name: 'format', label: 'Format', choices: ['cef', 'ocsf'] },
    networks,
    ca,
  ],
  settings: Settings,
  secret: 'none',
  async send(events, order) {
    const format = order.settings.format === 'cef' ? toCef : (event: SinkEvent) => JSON.stringify(toOcsf(event));
    await transmit(events.map((event) => frame(header(event), format(event))).join(''), order);
    return forAll(events, { verdict: 'accepted' });
  },
  sendCheckpoint({ signed, at }, order) {
    return transmit(frame({ severity: informational, at, id: 'audit-checkpoint' }, signed), order);
  },
});

interface Heading {
  readonly severity: number;
  /** ISO 8601. */
  readonly at: string;
  /** What kind of message it is. */
  readonly id: string;
}

function header({ severity, incident }: SinkEvent): Heading {
  return {
    severity: severity === null ? informational : severityNumbers[severity],
    at: incident.at,
    id: 'incident',
  };
}

/** No host and no process are told. There is no byte-order mark, which readers of CEF stumble over. */
function frame({ severity, at, id }: Heading, message: string): string {
  const text = `<${facility * 8 + severity}>1 ${at} - sluice - ${id} - ${message}`;
  return `${Buffer.byteLength(text)} ${text}`;
}

async function transmit(frames: string, order: Order<Settings>): Promise<void> {
  const { settings, lookup } = order;
  const signal = deadline(order);
  const { host, port, ca } = settings;
  const encrypted = settings.transport === 'tls';
  const way = { host, port, lookup: pinned(await checkedAddresses(host, { ...settings, encrypted, lookup, signal })) };
  const name = isIP(host) === 0 ? { servername: host } : {};
  const socket = encrypted ? connectTls({ ...way, ...name, ...(ca === undefined ? {} : { ca }) }) : connectTcp(way);
  const abort = () => socket.destroy(new SinkProblem('timed-out'));
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  try {
    await handOver(socket, { frames, ready: encrypted ? 'secureConnect' : 'connect' });
  } catch (error) {
    throw new SinkProblem(problemOf(error));
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
}

function handOver(
  socket: Socket,
  { frames, ready }: { readonly frames: string; readonly ready: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let written = false;
    const lost = () => reject(new SinkProblem('connection-lost'));
    socket.once('error', reject);
    socket.once('close', lost);
    // An end before ours comes from a receiver that stopped reading.
    socket.once('end', () => (written ? resolve() : lost()));
    socket.once(ready, () => socket.end(frames, () => (written = true)));
    socket.resume();
  });
}
