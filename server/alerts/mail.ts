import { createHash } from 'node:crypto';
import { connect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import * as z from 'zod/mini';
import { errorCode } from '../problem.ts';
import { checkedAddresses, pinned } from '../sinks/guard.ts';
import { reach } from '../sinks/http.ts';
import { SinkProblem, deadline, forAll } from '../sinks/sink.ts';
import type { Order, Verdict } from '../sinks/sink.ts';
import { problemOf } from '../sinks/transport.ts';
import { defineChannel } from './channel.ts';
import type { MailText } from './mail-text.ts';
import { mailText } from './mail-text.ts';

/** A plain address: no name, no quotes, nothing that could become a second one or another header. */
const Address = z
  .string()
  .check(
    z.maxLength(254),
    z.regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*$/),
  );

const Settings = z.strictObject({
  host: z.string().check(z.regex(/^[A-Za-z0-9.:_-]{1,253}$/)),
  port: z.int().check(z.gte(1), z.lte(65_535)),
  /** `none` is possible within listed networks alone, and never with a password. */
  security: z.enum(['starttls', 'tls', 'none']),
  username: z.optional(z.string().check(z.maxLength(254), z.regex(/^[\x20-\x7e]+$/))),
  from: Address,
  /** One address: a list of people is the mail server's to keep. */
  to: Address,
  ...reach,
});
type Settings = z.infer<typeof Settings>;

/** One mail for all that waits, by SMTP with TLS. The secret is the password. */
export const mail = defineChannel<Settings>({
  channel: 'mail',
  settings: Settings,
  secret: 'optional',
  misfit({ security, username }, secret) {
    if (username !== undefined && secret === undefined) return 'secret-needed';
    const isUseless = secret !== undefined && (username === undefined || security === 'none');
    return isUseless ? 'bad-settings' : undefined;
  },
  async send(notices, origin, order) {
    const ids = createHash('sha256').update(notices.map(({ id }) => id).join());
    return forAll(notices, await submit(mailText(notices, origin), ids.digest('hex').slice(0, 32), order));
  },
});

async function submit({ subject, text }: MailText, id: string, order: Order<Settings>): Promise<Verdict> {
  const { from, to } = order.settings;
  const signal = deadline(order);
  const socket = await openSocket(order, signal);
  const abort = () => socket.destroy(new SinkProblem('timed-out'));
  signal.addEventListener('abort', abort, { once: true });
  try {
    const messageId = `<${id}@${from.slice(from.indexOf('@') + 1)}>`;
    // The list of RFC 3834 keeps holiday replies away.
    const headers = { 'Auto-Submitted': 'auto-generated' };
    await transportOver(socket, order).sendMail({ from, to, subject, text, messageId, headers });
    return { verdict: 'accepted' };
  } catch (error) {
    return signal.aborted ? { verdict: 'again', problem: 'timed-out' } : verdictOfError(error);
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
}

/** A connection to one of the addresses that were checked; the mail library looks no name up. */
async function openSocket({ settings, lookup }: Order<Settings>, signal: AbortSignal): Promise<Socket> {
  const { host, port, security, allowedNetworks } = settings;
  const rules = { allowedNetworks, encrypted: security !== 'none', lookup, signal };
  const addresses = await checkedAddresses(host, rules);
  const socket = connect({ host, port, lookup: pinned(addresses), signal });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve).once('error', reject);
    });
    return socket;
  } catch (error) {
    socket.destroy();
    throw new SinkProblem(problemOf(error));
  }
}

function transportOver(connection: Socket, { settings, secret, timeout }: Order<Settings>) {
  const { host, port, security, username, ca } = settings;
  return createTransport({
    host,
    port,
    connection,
    // Whatever the server offers: without TLS nothing is said.
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(isIP(host) === 0 && { servername: host }), ...(ca !== undefined && { ca }) },
    // The name of this machine is nobody's business.
    name: 'sluice.invalid',
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(username !== undefined && secret !== undefined && { auth: { user: username, pass: secret } }),
  });
}

const ErrorShape = z.object({
  responseCode: z.catch(z.optional(z.number()), undefined),
  originalCode: z.catch(z.optional(z.string()), undefined),
});

/** The closed word for what the mail library threw. Only what the server finds wrong with this mail is not tried again. */
function verdictOfError(error: unknown): Verdict {
  const code = errorCode(error);
  const { responseCode = 0, originalCode } = ErrorShape.safeParse(error).data ?? {};
  if (code === 'EAUTH' || [530, 534, 535].includes(responseCode)) return { verdict: 'again', problem: 'unauthorised' };
  if (code === 'ETIMEDOUT') return { verdict: 'again', problem: 'timed-out' };
  if (code === 'ETLS') return { verdict: 'again', problem: 'tls-failed' };
  if (responseCode >= 500) return { verdict: 'rejected', problem: 'refused' };
  if (responseCode >= 400) return { verdict: 'again', problem: 'overloaded' };
  if (code === 'EPROTOCOL') return { verdict: 'again', problem: 'answer-unreadable' };
  return { verdict: 'again', problem: problemOf(originalCode === undefined ? error : { code: originalCode }) };
}
