import { isIP } from 'node:net';
import type { BlockList } from 'node:net';
import * as z from 'zod/mini';

/** As much of a request as is read here. */
export interface Asked {
  readonly env: unknown;
  readonly req: { header(name: string): string | undefined };
}

/** Whose request it is, for allowances: an IPv4 address, or the /64 of an IPv6 one. Held in memory only, never stored or logged. */
export type ClientOf = (c: Asked) => string;

/** All whose address cannot be told share one allowance. */
const unknownClient = 'unknown';

/** What Node's server hands to each request. */
const Connection = z.object({
  incoming: z.object({ socket: z.object({ remoteAddress: z.optional(z.string()) }) }),
});

/** The peer of the connection; `X-Forwarded-For` is read only where that peer is a proxy of the organisation. */
export function clientReader(trustedProxies?: BlockList): ClientOf {
  return (c) => {
    const connection = Connection.safeParse(c.env);
    const peer = connection.success ? connection.data.incoming.socket.remoteAddress : undefined;
    const address = readAddress(peer ?? '');
    if (address === undefined) return unknownClient;
    const client =
      trustedProxies === undefined ? address : behind(trustedProxies, address, c.req.header('x-forwarded-for'));
    return subjectOf(client);
  };
}

interface Address {
  readonly family: 'ipv4' | 'ipv6';
  readonly text: string;
}

/** From the right, where our own proxies write: the first that is none of them. What stands left of it anybody may have written. */
function behind(trusted: BlockList, peer: Address, forwarded = ''): Address {
  let client = peer;
  for (const entry of forwarded.split(',').toReversed()) {
    if (!trusted.check(client.text, client.family)) return client;
    const next = readAddress(withoutPort(entry.trim()));
    if (next === undefined) return client;
    client = next;
  }
  return client;
}

/** Some proxies write the port too: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  return /^\[([^\]]*)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
}

const mapped = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/;

function readAddress(given: string): Address | undefined {
  const [text = ''] = given.split('%'); // a zone names an interface, not a client
  if (isIP(text) === 4) return { family: 'ipv4', text };
  if (isIP(text) !== 6) return undefined;
  const short = new URL(`http://[${text}]`).hostname.slice(1, -1);
  const [, high, low] = mapped.exec(short) ?? [];
  if (high === undefined || low === undefined) return { family: 'ipv6', text: short };
  const bytes = [high, low].flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]);
  return { family: 'ipv4', text: bytes.join('.') };
}

/** A /64 is what one household or one hosted machine gets: its addresses are as good as one. */
function subjectOf({ family, text }: Address): string {
  if (family === 'ipv4') return text;
  const [head = '', tail] = text.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(8 - first.length - last.length).fill('0');
  return `${[...first, ...zeros, ...last].slice(0, 4).join(':')}::/64`;
}
