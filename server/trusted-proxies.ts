import { BlockList, isIP } from 'node:net';

/**
 * Addresses and networks (`10.0.0.0/8`), separated by commas or spaces; `undefined` when one of them is none. Networks that hold half of
 * all addresses or more would let anybody choose their own address, so they are refused.
 */
export function readTrustedProxies(text: string): BlockList | undefined {
  const list = new BlockList();
  for (const entry of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const [address = '', prefix, ...rest] = entry.split('/');
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : 0;
    if (version === 0 || address.includes('%') || rest.length > 0 || bits < 2 || bits > most) return undefined;
    list.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
