import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import * as z from 'zod/mini';
import { SinkProblem } from './sink.ts';

export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Every address of a host name. */
export type Lookup = (host: string) => Promise<readonly Address[]>;

export const lookUp: Lookup = async (host) =>
  (await systemLookup(host, { all: true })).map(({ address }) => ({ address, family: familyOf(address) }));

/** Not the open internet. https://www.iana.org/assignments/iana-ipv4-special-registry/ */
const closedIpv4 = networksOf([
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

/**
 * All of the internet is in 2000::/3 today: loopback, private, link-local, multicast, IPv4-mapped and NAT64 addresses are outside.
 * https://www.iana.org/assignments/iana-ipv6-special-registry/
 */
const openIpv6 = networksOf(['2000::/3']);
/** Tunnels that hold an IPv4 address, and ranges for documents and tests. */
const closedIpv6 = networksOf(['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** `10.0.0.0/8`, `fd00::/8` or a single address. */
export const Network = z.string().check(
  z.maxLength(64),
  z.refine((text) => readNetwork(text) !== undefined),
);

function readNetwork(text: string) {
  const [, address = '', bits] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const family = isIP(address);
  if (family === 0) return undefined;
  const longest = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : Number(bits);
  return prefix > longest ? undefined : { address, prefix, family: family === 4 ? 4 : 6 };
}

/** One list for each family: a `BlockList` would let an IPv6 rule for mapped addresses speak for all of IPv4. */
function networksOf(texts: readonly string[]): (address: Address) => boolean {
  const lists = { 4: new BlockList(), 6: new BlockList() };
  for (const text of texts) {
    const network = readNetwork(text);
    if (network?.family === 4) lists[4].addSubnet(network.address, network.prefix, 'ipv4');
    if (network?.family === 6) lists[6].addSubnet(network.address, network.prefix, 'ipv6');
  }
  return ({ address, family }) => lists[family].check(address, family === 4 ? 'ipv4' : 'ipv6');
}

function isPublic(address: Address): boolean {
  if (address.family === 4) return !closedIpv4(address);
  return openIpv6(address) && !closedIpv6(address);
}

function familyOf(address: string): 4 | 6 {
  return isIP(address) === 4 ? 4 : 6;
}

export interface GuardRules {
  readonly allowedNetworks?: readonly string[] | undefined;
  readonly encrypted: boolean;
  readonly lookup: Lookup;
  /** Gives up waiting for a name server. */
  readonly signal: AbortSignal;
}

/**
 * The addresses of a host that may be connected to: public ones over TLS, others and plain text only where the administrator listed
 * the network. Throws `SinkProblem` when there is none.
 */
export async function checkedAddresses(host: string, rules: GuardRules): Promise<readonly Address[]> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const found = isIP(bare) === 0 ? await resolve(bare, rules) : [{ address: bare, family: familyOf(bare) }];
  const isListed = networksOf(rules.allowedNetworks ?? []);
  // An address with a zone belongs to a link of this machine.
  const known = found.filter(({ address }) => isIP(address) !== 0 && !address.includes('%'));
  const allowed = known.filter((address) => isListed(address) || isPublic(address));
  if (allowed.length === 0) throw new SinkProblem('address-refused');
  const usable = rules.encrypted ? allowed : allowed.filter(isListed);
  if (usable.length === 0) throw new SinkProblem('not-encrypted');
  return usable;
}

async function resolve(host: string, { lookup, signal }: GuardRules): Promise<readonly Address[]> {
  const found = await within(
    signal,
    lookup(host).catch(() => []),
  );
  if (found.length === 0) throw new SinkProblem('host-unknown');
  return found;
}

/** A question to a name server cannot be taken back; here it is only no longer waited for. */
function within<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new SinkProblem('timed-out'));
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** Answers with the addresses that were checked, so that a name cannot mean another address by the time of the connection. */
export function pinned(addresses: readonly Address[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(first === undefined ? new Error('no address') : null, first?.address ?? '', first?.family);
  };
}
