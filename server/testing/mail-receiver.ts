import { SMTPServer } from 'smtp-server';
import type { Certificate } from './certificate.ts';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly encrypted: boolean;
  /** Who signed in. */
  readonly user: string | undefined;
  readonly text: string;
}

export interface MailReceiver {
  readonly port: number;
  readonly received: ReceivedMail[];
  close(): Promise<void>;
}

export interface MailReceiverOptions {
  /** `starttls` is offered after the greeting, `tls` comes before it. */
  readonly security: 'starttls' | 'tls' | 'none';
  readonly certificate?: Certificate;
  /** Whoever else signs in is refused; without it nobody has to. */
  readonly user?: { readonly name: string; readonly password: string };
  /** What a mail is answered with, in place of being taken. */
  readonly refuse?: () => { readonly responseCode: number } | undefined;
}

/** A mail server on loopback that keeps what it gets. */
export async function startMailReceiver(options: MailReceiverOptions): Promise<MailReceiver> {
  const { security, certificate, user, refuse } = options;
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    ...certificate,
    secure: security === 'tls',
    authOptional: user === undefined,
    disabledCommands: security === 'starttls' ? [] : ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      if (username === user?.name && password === user?.password) done(null, { user: username });
      else done(new Error('refused'));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = refuse?.();
        if (refusal !== undefined) {
          done(Object.assign(new Error('refused'), refusal));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          encrypted: session.secure,
          user: typeof session.user === 'string' ? session.user : undefined,
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined); // a client that breaks off
  const listener = server.listen(0, '127.0.0.1');
  await new Promise<void>((resolve) => listener.once('listening', resolve));
  const address = listener.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
